import type {
  AdvanceNotice,
  Easement,
  Habitation,
  Lock,
  Management,
  Objection,
  RightAlteration,
  RightCancellation,
  RightTransfer,
} from './effects.ts';
import * as make from './fixtures.ts';

/** Invented effects on rights that limit a title, for tests; every value can be overridden. */

/** Land of a household (土地承包经营权): what management rights are for. */
export const contractedLand = (unit: string) =>
  make.firstRegistration(unit, {
    rightType: '9',
    facts: make.facts(unit, { kind: 'land', use: '0101', landTermTo: '2056-12-31' }),
  });

export const notice = (unit: string, changes: Partial<AdvanceNotice> = {}): AdvanceNotice => ({
  type: 'advance-notice',
  unit,
  reason: '预购商品房',
  noticeKind: '1',
  holders: [make.holder('乙')],
  coOwnership: '0',
  obligors: [make.person('甲')],
  amount: 200_000_000,
  ...changes,
});

export const mortgageNotice = (unit: string, changes: Partial<AdvanceNotice> = {}): AdvanceNotice => {
  const { amount: _price, ...rest } = notice(unit, { noticeKind: '3', holders: [make.bank()], ...changes });
  return {
    mortgage: {
      mode: '1',
      principal: 100_000_000,
      termFrom: '2026-01-01',
      termTo: '2055-12-31',
      transferRestricted: false,
      debtors: [make.person('乙')],
    },
    ...rest,
    ...(changes.amount === undefined ? {} : { amount: changes.amount }),
  };
};

export const objection = (unit: string, changes: Partial<Objection> = {}): Objection => ({
  type: 'objection',
  unit,
  reason: '异议登记',
  holders: [make.holder('丁')],
  coOwnership: '0',
  matter: '登记的权利人有误',
  ...changes,
});

/** On the page of `unit`, which serves; the other unit is served. */
export const easement = (unit: string, other: string, changes: Partial<Easement> = {}): Easement => ({
  type: 'easement',
  unit,
  reason: '地役权合同',
  side: 'servient',
  key: '地役证明一',
  servient: [unit],
  dominant: [other],
  holders: [make.holder('丙')],
  coOwnership: '0',
  providers: [make.person('甲')],
  purpose: '通行',
  termFrom: '2026-01-01',
  termTo: '2055-12-31',
  ...changes,
});

export const habitation = (unit: string, changes: Partial<Habitation> = {}): Habitation => ({
  type: 'habitation',
  unit,
  reason: '居住权合同',
  holders: [make.holder('戊')],
  coOwnership: '0',
  providers: [make.person('甲')],
  conditions: '居住全部房屋',
  termFrom: '2026-01-01',
  mayLet: false,
  ...changes,
});

export const management = (unit: string, changes: Partial<Management> = {}): Management => ({
  type: 'management',
  unit,
  reason: '土地经营权流转',
  holders: [make.holder('丙')],
  coOwnership: '0',
  providers: [make.person('甲')],
  termFrom: '2026-01-01',
  termTo: '2035-12-31',
  ...changes,
});

export const lock = (unit: string, changes: Partial<Lock> = {}): Lock => ({
  type: 'lock',
  unit,
  reason: '违法建筑',
  authority: { name: '恒安区自然资源局', kind: 'other' },
  documentNumber: '恒自然资函〔2026〕1号',
  ...changes,
});

export const alterRight = (
  unit: string,
  right: string,
  content: Readonly<Record<string, unknown>>,
  changes: Partial<RightAlteration> = {},
): RightAlteration => ({ type: 'right-alteration', unit, reason: '变更', right, content, ...changes });

export const transferRight = (
  unit: string,
  right: string,
  changes: Partial<RightTransfer> = {},
): RightTransfer => ({
  type: 'right-transfer',
  unit,
  reason: '转让',
  right,
  holders: [make.holder('己')],
  coOwnership: '0',
  ...changes,
});

export const cancelRight = (
  unit: string,
  right: string,
  changes: Partial<RightCancellation> = {},
): RightCancellation => ({ type: 'right-cancellation', unit, reason: '注销', right, ...changes });
