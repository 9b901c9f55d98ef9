import type { Action } from '@hengchan/casework';

/** 不予登记, with the reason the applicant is told. */
export const refuse: Action = {
  action: 'refuse',
  title: '不予登记',
  next: 'refusal-notice',
  style: 'danger',
  comment: 'required',
  final: true,
};
