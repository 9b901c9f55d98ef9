import type { FactRequest, PartyRole, RuleUse } from '@hengchan/casework';
import { consenting, guardian } from './roles.ts';

/** What every disposal of a title is asked, checked and who may take part in it besides the two sides. */

export const always = ['accept', 'review', 'entry'] as const;

/** 预告权利人: without their consent a noticed title does not pass (民法典 221). */
export const noticed: PartyRole = {
  role: 'claimant',
  title: '预告登记权利人（同意转移）',
  explanation: '该不动产已办理预告登记、受让方不是预告登记权利人的，须其同意。',
  minimum: 0,
  maximum: 20,
  kinds: ['person', 'organisation'],
  confirms: true,
};

/** Mortgagees with whom it was agreed, and registered, that the title does not pass without them. */
export const consentingMortgagee = consenting(
  '抵押权人（同意转移）',
  '抵押登记载有禁止或限制转让约定的，须抵押权人同意；其他抵押不影响转移。',
);

/** Who has to agree in some cases. */
export const consents: readonly PartyRole[] = [noticed, consentingMortgagee, guardian];

const bystanders = ['claimant', 'consenting', 'guardian'];

export const identityOf = (...roles: readonly string[]): FactRequest => ({
  kind: 'identity',
  title: '身份核验',
  source: '公安、市场监管部门',
  each: [...roles, ...bystanders],
  question: 'identity',
});

export const marriageOf = (role: string): FactRequest => ({
  kind: 'marriage',
  title: '婚姻登记信息',
  source: '民政部门',
  each: [role],
  question: 'marriage',
});

/** The contract of sale the parties filed there. */
export const filedContract: FactRequest = {
  kind: 'contract',
  title: '网签备案',
  source: '住房城乡建设部门',
  question: 'contract',
};

/** About the page of the unit, for titles that pass by whatever way. */
export const pageRules: readonly RuleUse[] = [
  { rule: 'PAGE_OPEN', moments: always },
  { rule: 'UNIT_EXISTS', moments: always },
  { rule: 'RIGHT_TYPE_FITS', moments: ['accept', 'entry'] },
];

/** What the parties themselves may not pass by: seizure, stop, notice, registered agreements. */
const freedom: readonly RuleUse[] = [
  { rule: 'UNIT_NOT_LOCKED', moments: always },
  { rule: 'UNIT_NOT_SEIZED', moments: always },
  { rule: 'UNIT_NOT_PENDING', moments: always },
  { rule: 'NOTICE_CONSENTED', moments: always },
  { rule: 'OBJECTION_ACKNOWLEDGED', moments: ['accept', 'review'] },
  { rule: 'RESTRICTED_TRANSFER_CONSENTED', moments: always },
];

/** What whoever takes has to know. */
export const warnings: readonly RuleUse[] = [
  { rule: 'HABITATION_KNOWN', moments: ['accept', 'review'] },
  { rule: 'MORTGAGE_KNOWN', moments: ['accept', 'review'] },
];

/** Papers, identities and money. */
export const evidence = (money: { taxed: boolean; fee: boolean }): RuleUse[] => [
  { rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] },
  { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
  { rule: 'CERTIFICATE_AGREES', moments: ['accept', 'review'] },
  { rule: 'TITLE_FACTS_AGREE', moments: ['review'] },
  { rule: 'UNIT_FACTS_AGREE', moments: ['review'] },
  { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
  { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
  ...(money.taxed ? [{ rule: 'TAX_SETTLED', moments: ['entry'] } as const] : []),
  ...(money.fee ? [{ rule: 'FEE_PAID', moments: ['entry'] } as const] : []),
];

/** Everything a bargain about a title has to pass, in the order it is looked at (process of examination: state first, parties, papers, money). */
export const disposalRules = (
  money: { taxed: boolean; fee: boolean },
  own: readonly RuleUse[] = [],
  sharing = false,
): RuleUse[] => [
  ...pageRules,
  ...freedom,
  { rule: 'LAND_TERM_RUNS', moments: ['accept', 'review'] },
  { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
  { rule: 'PARTIES_DIFFER', moments: ['accept'], ...(sharing ? { parameters: { sharing } } : {}) },
  ...own,
  { rule: 'CO_OWNERS_CONSENTED', moments: ['review'] },
  { rule: 'PREEMPTION_RESPECTED', moments: ['review'] },
  { rule: 'ALLOTTED_LAND_APPROVED', moments: ['review'] },
  { rule: 'GUARDIAN_TAKES_PART', moments: ['accept', 'review'] },
  { rule: 'MINORS_PROTECTED', moments: ['review'] },
  { rule: 'SPOUSE_AWARE', moments: ['review'] },
  ...warnings,
  ...evidence(money),
];
