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

/** 监护人: applies for those who are not of age (民法典 23). */
export const guardian: PartyRole = {
  role: 'guardian',
  title: '监护人',
  explanation: '当事人未成年的，由监护人到窗口代为申请；没有未成年人的不用填写。',
  minimum: 0,
  maximum: 4,
  kinds: both,
  confirms: true,
  represents: true,
};

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

/** Who takes over a mortgage with the claim. */
export const newMortgagee: PartyRole = {
  ...mortgagee,
  role: 'newMortgagee',
  title: '抵押权受让人',
  explanation: '受让主债权和抵押权的人。',
};

export const servient: PartyRole = {
  role: 'servient',
  title: '供役地权利人',
  explanation: '其不动产供他人利用的人。',
  minimum: 1,
  maximum: 20,
  kinds: both,
  confirms: true,
  opens: true,
};

export const dominant: PartyRole = {
  ...servient,
  role: 'dominant',
  title: '需役地权利人（地役权人）',
  explanation: '利用他人不动产、提高自己不动产效益的人。',
};

export const newDominant: PartyRole = {
  ...dominant,
  role: 'newDominant',
  title: '受让人（需役地现在的权利人）',
  explanation: '需役地已转移登记到其名下，地役权随之转移。',
};

export const objector: PartyRole = {
  role: 'objector',
  title: '异议申请人',
  explanation: '认为登记簿记载错误的利害关系人。',
  minimum: 1,
  maximum: 10,
  kinds: both,
  confirms: true,
  opens: true,
};

/** Named, and told; says nothing in the case. */
export const registeredHolder: PartyRole = {
  ...holder,
  minimum: 0,
  confirms: false,
  opens: false,
  explanation: '登记簿上的权利人，办结后告知。',
};

export const resident: PartyRole = {
  role: 'resident',
  title: '居住权人',
  explanation: '将在该住宅居住的人。',
  minimum: 1,
  maximum: 10,
  kinds: ['person'],
  confirms: true,
  opens: true,
};

export const manager: PartyRole = {
  role: 'manager',
  title: '土地经营权人',
  explanation: '流转取得土地经营权的人。',
  minimum: 1,
  maximum: 10,
  kinds: both,
  confirms: true,
  opens: true,
};

export const newManager: PartyRole = {
  ...manager,
  role: 'newManager',
  title: '土地经营权受让人',
  explanation: '受让土地经营权的人。',
};

/** Who is promised a title, a share or a mortgage that cannot be registered yet. */
export const claimant: PartyRole = {
  role: 'claimant',
  title: '预告登记权利人',
  explanation: '购买预售商品房或其他不动产、将来取得权利的人；已办预告登记的为登记簿上的全体预告登记权利人。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  takesShares: true,
  confirms: true,
  opens: true,
};

/** Who has promised it: the holders of the title, or the developer before there is one. */
export const obligor: PartyRole = {
  role: 'obligor',
  title: '预告登记义务人',
  explanation: '出卖不动产的人：登记簿上的全体权利人；尚未办理首次登记的预售商品房，为预售企业。',
  minimum: 1,
  maximum: 50,
  kinds: both,
  confirms: true,
  opens: true,
};

export const newClaimant: PartyRole = {
  ...claimant,
  role: 'newClaimant',
  title: '预告登记权利受让人',
  explanation: '受让预告登记的权利的人。',
};
