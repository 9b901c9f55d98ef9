import type { Rule } from '@hengchan/rules';
import type { RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';

/** 依法须公告的，公告期满且无异议或异议不成立。 */
const noticePeriodOver: Rule<RegistrationFacts> = {
  code: 'NOTICE_PERIOD_OVER',
  version: 1,
  title: '公告期满且无未了异议',
  weight: 'block',
  citation: law.publicNotice,
  text: '依法应当公告的登记，登记机构应当在登记事项记载于登记簿前进行公告，公告期满无异议或者异议不成立的，应当及时记载于不动产登记簿。',
  message: '公告期尚未届满，依法不能登记。',
  check: ({ noticeOver, noticeObjections }) => ({
    pass: noticeOver && noticeObjections === 0,
    saw: { noticeOver, noticeObjections },
    ...(noticeOver && noticeObjections > 0
      ? { message: `公告期内收到的异议尚有 ${noticeObjections} 项未作不成立的结论，依法不能登记。` }
      : {}),
  }),
};

export const noticeRules = [noticePeriodOver];
