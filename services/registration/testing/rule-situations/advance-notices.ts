import { factsWith, limited, ownership, party, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const person = (name: string) => {
  const { idType, idIndex, idMasked } = party('claimant', name);
  return { name, idType, idIndex, idMasked, idSealed: 'sealed' };
};
const company = (name: string) => ({ ...party('obligor', name), idType: '8' });
const sale = (...names: string[]) =>
  limited('advance-notice', names, {
    noticeKind: '1',
    obligors: [person('甲')],
    amount: 128_000_000,
    contractNumber: '合同一',
    reason: '商品房预售',
  });
const terms = {
  mode: '1',
  principal: 80_000_000,
  termFrom: '2026-01-01',
  termTo: '2046-01-01',
  transferRestricted: false,
} as const;
const loan = (buyer: string) => ({
  ...limited('advance-notice', ['银行'], {
    noticeKind: '3',
    obligors: [person(buyer)],
    amount: terms.principal,
    mortgage: { ...terms, debtors: [person(buyer)] },
    reason: '抵押合同',
  }),
  id: '5-loan',
  certificate: '抵押证明',
});
const on = (...rights: Parameters<typeof unitWith>[0]) => [unitWith([ownership('甲'), ...rights])];
const planned = (change: Parameters<typeof unitWith>[1]) => [unitWith([], { exists: false, ...change })];
const buyer = party('claimant', '乙');
const renamed = { ...buyer, name: '乙改名' };
const bank = party('mortgagee', '银行');
const change = (matter: string, newValue: string) => ({ matter, newValue });
const secured = (principal: string, mode = '1') => ({ mode, principal });
const preSeized = (name: string) => {
  const base = seizure('天宁区人民法院');
  return { ...base, content: { ...base.content, kind: '3' as const, respondent: person(name) } };
};

/** Facts of a case on a unit with these rights. */
const caseOn = (
  units: ReturnType<typeof on>,
  parties: ReturnType<typeof party>[],
  form: Record<string, unknown> = {},
) => factsWith({ units, parties, form });

export const advanceNotices: readonly RuleSituation[] = [
  ['the owner promises', 'OBLIGOR_MAY_PROMISE', caseOn(on(), [buyer, party('obligor', '甲')]), 'pass'],
  ['a stranger promises', 'OBLIGOR_MAY_PROMISE', caseOn(on(), [buyer, party('obligor', '丙')]), 'block'],
  [
    'one of two joint owners promises',
    'OBLIGOR_MAY_PROMISE',
    caseOn([unitWith([ownership('甲', '丁')])], [buyer, party('obligor', '甲')]),
    'block',
  ],
  [
    'the owner promises to the owner',
    'OBLIGOR_MAY_PROMISE',
    caseOn(on(), [party('claimant', '甲'), party('obligor', '甲')]),
    'block',
  ],
  [
    'a developer promises a home that is being built',
    'OBLIGOR_MAY_PROMISE',
    caseOn(planned({ surveyed: true }), [buyer, company('开发公司')]),
    'pass',
  ],
  [
    'a citizen promises a home that is being built',
    'OBLIGOR_MAY_PROMISE',
    caseOn(planned({ surveyed: true }), [buyer, party('obligor', '丙')]),
    'block',
  ],
  [
    'a developer promises what nobody surveyed',
    'OBLIGOR_MAY_PROMISE',
    caseOn(planned({}), [buyer, company('开发公司')]),
    'block',
  ],
  ['a home promised before', 'NOT_NOTICED_YET', caseOn(on(sale('乙')), [buyer]), 'block'],
  ['a home only a mortgage was promised on', 'NOT_NOTICED_YET', caseOn(on(loan('甲')), [buyer]), 'pass'],
  ['no notice to choose', 'NOTICE_CHOSEN', caseOn(on(), [buyer]), 'block'],
  ['the own notice', 'NOTICE_CHOSEN', caseOn(on(sale('乙')), [buyer]), 'pass'],
  ['the notice of somebody else', 'NOTICE_CHOSEN', caseOn(on(sale('丙')), [buyer]), 'block'],
  ['a notice of two of whom one came', 'NOTICE_CHOSEN', caseOn(on(sale('乙', '丙')), [buyer]), 'block'],
  [
    'who was promised it has another name by now',
    'NOTICE_CHOSEN',
    caseOn(on(sale('乙')), [renamed]),
    'block',
  ],
  [
    'the new name is what the case is about',
    'NOTICE_CHOSEN',
    caseOn(on(sale('乙')), [renamed], change('name', '乙改名')),
    'pass',
  ],
  [
    'the number of another proof',
    'NOTICE_CHOSEN',
    caseOn(on(sale('乙')), [buyer], { proofNumber: '别的证明' }),
    'block',
  ],
  [
    'a notice on which a mortgage was promised, without the bank',
    'NOTICE_DEPENDENTS_CONSENTED',
    caseOn(on(sale('乙'), loan('乙')), [buyer]),
    'block',
  ],
  [
    'a notice on which a mortgage was promised, with the bank',
    'NOTICE_DEPENDENTS_CONSENTED',
    caseOn(on(sale('乙'), loan('乙')), [buyer, party('consenting', '银行')]),
    'pass',
  ],
  [
    'a mortgage the owner promised does not rest on the notice of the sale',
    'NOTICE_DEPENDENTS_CONSENTED',
    caseOn(on(sale('乙'), loan('甲')), [buyer]),
    'pass',
  ],
  [
    'what the buyer was promised is seized',
    'NOTICE_NOT_SEIZED',
    caseOn(on(sale('乙'), preSeized('乙')), [buyer]),
    'block',
  ],
  ['what the seller has is seized', 'NOTICE_NOT_SEIZED', caseOn(on(preSeized('甲')), [buyer]), 'pass'],
  [
    'another price',
    'NOTICE_CHANGES',
    caseOn(on(sale('乙')), [buyer], change('amount', '1260000.00')),
    'pass',
  ],
  [
    'the price there is',
    'NOTICE_CHANGES',
    caseOn(on(sale('乙')), [buyer], change('amount', '1280000.00')),
    'block',
  ],
  [
    'a term of the loan for the notice of a sale',
    'NOTICE_CHANGES',
    caseOn(on(sale('乙')), [buyer], change('term', '2050-01-01')),
    'block',
  ],
  [
    'a term of the loan',
    'NOTICE_CHANGES',
    caseOn(on(loan('甲')), [party('claimant', '银行')], change('term', '2050-01-01')),
    'pass',
  ],
  ['a new name', 'NOTICE_CHANGES', caseOn(on(sale('乙')), [renamed], change('name', '乙改名')), 'pass'],
  ['the name there is', 'NOTICE_CHANGES', caseOn(on(sale('乙')), [buyer], change('name', '乙')), 'block'],
  [
    'passed on to somebody else',
    'NEW_CLAIMANT_DIFFERS',
    caseOn(on(sale('乙')), [buyer, party('newClaimant', '丙')]),
    'pass',
  ],
  [
    'passed on to oneself',
    'NEW_CLAIMANT_DIFFERS',
    caseOn(on(sale('乙')), [buyer, party('newClaimant', '乙')]),
    'block',
  ],
  [
    'passed on to who promised it',
    'NEW_CLAIMANT_DIFFERS',
    caseOn(on(sale('乙')), [buyer, party('newClaimant', '甲')]),
    'block',
  ],
  [
    'the mortgage that was noted',
    'NOTICED_TERMS_KEPT',
    caseOn(on(loan('乙')), [bank], secured('800000.00')),
    'pass',
  ],
  [
    'more than was noted',
    'NOTICED_TERMS_KEPT',
    caseOn(on(loan('乙')), [bank], secured('800000.01')),
    'block',
  ],
  [
    'a maximum mortgage where a general one was noted',
    'NOTICED_TERMS_KEPT',
    caseOn(on(loan('乙')), [bank], secured('800000.00', '2')),
    'block',
  ],
  ['no amount', 'SECURED_AMOUNT_NAMED', caseOn(on(), [bank], secured('0.00')), 'block'],
  ['an amount secured', 'SECURED_AMOUNT_NAMED', caseOn(on(), [bank], secured('800000.00')), 'pass'],
];
