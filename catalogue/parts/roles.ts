import type { PartyRole } from '@hengchan/casework';

const both = ['person', 'organisation'] as const;

export const transferor: PartyRole = {
  role: 'transferor',
  title: '转让方',
  explanation: '登记簿上的全体权利人，即卖方。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  currentHolder: true,
  confirms: true,
  opens: true,
};

export const transferee: PartyRole = {
  role: 'transferee',
  title: '受让方',
  explanation: '将要成为权利人的人，即买方；多人购买时逐一填写。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  takesShares: true,
  confirms: true,
  opens: true,
};

/** Who registers a right for the first time. */
export const applicant: PartyRole = {
  role: 'applicant',
  title: '申请人',
  explanation: '将登记为权利人的人；共有的逐一填写。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  takesShares: true,
  confirms: true,
  opens: true,
};

/** Whoever the register names, about whose own right the case is. */
export const holder: PartyRole = {
  role: 'holder',
  title: '权利人',
  explanation: '登记簿上的全体权利人。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  currentHolder: true,
  confirms: true,
  opens: true,
};

/** Whose agreement is needed where their right is touched; takes part by confirming. */
export const consenting = (title: string, explanation: string): PartyRole => ({
  role: 'consenting',
  title,
  explanation,
  minimum: 0,
  maximum: 20,
  kinds: both,
  confirms: true,
});

export const mortgagor: PartyRole = {
  role: 'mortgagor',
  title: '抵押人',
  explanation: '登记簿上的全体权利人。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  currentHolder: true,
  confirms: true,
  opens: true,
};

export const mortgagee: PartyRole = {
  role: 'mortgagee',
  title: '抵押权人',
  explanation: '债权人，一般为银行。',
  minimum: 1,
  maximum: 10,
  kinds: both,
  confirms: true,
  opens: true,
};

export const debtor: PartyRole = {
  role: 'debtor',
  title: '债务人',
  explanation: '借款人；就是抵押人本人的不用填写。',
  minimum: 0,
  maximum: 10,
  kinds: both,
};

export const authority: PartyRole = {
  role: 'authority',
  title: '执行机关',
  explanation: '作出查封的人民法院等有权机关。',
  minimum: 1,
  maximum: 1,
  kinds: both,
  opens: true,
};

export const respondent: PartyRole = {
  role: 'respondent',
  title: '被执行人',
  explanation: '文书载明的被执行人。',
  minimum: 0,
  maximum: 50,
  kinds: both,
};
