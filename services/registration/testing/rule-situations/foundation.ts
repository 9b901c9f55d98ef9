import { factsWith, mortgage, ownership, party, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

/** Situation, facts, rule, outcome: what the law says of it. */
export const foundation: readonly RuleSituation[] = [
  ['a unit without a page', 'UNIT_EXISTS', factsWith({ units: [unitWith([], { exists: false })] }), 'block'],
  ['a unit with an owner', 'UNIT_EXISTS', factsWith(), 'pass'],
  [
    'a seized unit',
    'UNIT_NOT_SEIZED',
    factsWith({ units: [unitWith([ownership('甲'), seizure('天宁区人民法院')])] }),
    'block',
  ],
  [
    'a unit with another accepted case',
    'UNIT_NOT_PENDING',
    factsWith({ units: [unitWith([ownership('甲')], { pendingCases: ['1'] })] }),
    'block',
  ],
  [
    'a mortgaged unit',
    'MORTGAGE_KNOWN',
    factsWith({ units: [unitWith([ownership('甲'), mortgage('银行')])] }),
    'warn',
  ],
  ['no mortgage where one is carried', 'UNIT_MORTGAGED', factsWith(), 'block'],
  [
    'a shop whose land term is over',
    'LAND_TERM_RUNS',
    factsWith({ units: [unitWith([ownership('甲')], { use: '31', landTermTo: '2026-11-19' })] }),
    'block',
  ],
  [
    'a home whose land term is over renews itself',
    'LAND_TERM_RUNS',
    factsWith({ units: [unitWith([ownership('甲')], { use: '11', landTermTo: '2026-11-19' })] }),
    'pass',
  ],
  ['the registered holder sells', 'PARTIES_HOLD_THE_RIGHT', factsWith(), 'pass'],
  [
    'a stranger sells',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ parties: [party('transferor', '丙'), party('transferee', '乙')] }),
    'block',
  ],
  [
    'one of two owners sells alone',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ units: [unitWith([ownership('甲', '丁')])] }),
    'block',
  ],
  [
    'the holder under a changed name',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ parties: [{ ...party('transferor', '甲'), name: '甲改名' }] }),
    'block',
  ],
  ['nobody sells', 'PARTIES_HOLD_THE_RIGHT', factsWith({ parties: [party('transferee', '乙')] }), 'block'],
  [
    'a sale to oneself',
    'PARTIES_DIFFER',
    factsWith({ parties: [party('transferor', '甲'), party('transferee', '甲')] }),
    'block',
  ],
  [
    'a co-owner buys the other out',
    'PARTIES_DIFFER',
    factsWith({ parties: [party('transferor', '甲'), party('transferor', '丁'), party('transferee', '甲')] }),
    'pass',
  ],
  ['one buyer alone', 'SHARES_ADD_UP', factsWith(), 'pass'],
  [
    'two buyers as one alone',
    'SHARES_ADD_UP',
    factsWith({ parties: [party('transferee', '乙'), party('transferee', '丙')] }),
    'block',
  ],
  [
    'a couple jointly',
    'SHARES_ADD_UP',
    factsWith({
      form: { coOwnership: '1' },
      parties: [party('transferee', '乙'), party('transferee', '丙')],
    }),
    'pass',
  ],
  [
    'joint owners with shares',
    'SHARES_ADD_UP',
    factsWith({
      form: { coOwnership: '1' },
      parties: [
        party('transferee', '乙', { numerator: 1, denominator: 2 }),
        party('transferee', '丙', { numerator: 1, denominator: 2 }),
      ],
    }),
    'block',
  ],
  [
    'a registered ban on transfer',
    'RESTRICTED_TRANSFER_CONSENTED',
    factsWith({ units: [unitWith([ownership('甲'), mortgage('银行', { transferRestricted: true })])] }),
    'block',
  ],
  [
    'a registered ban and the mortgagee takes part',
    'RESTRICTED_TRANSFER_CONSENTED',
    factsWith({
      units: [unitWith([ownership('甲'), mortgage('银行', { transferRestricted: true })])],
      parties: [party('mortgagee', '银行')],
    }),
    'pass',
  ],
  [
    'another bank consents',
    'MORTGAGEES_REGISTERED',
    factsWith({
      units: [unitWith([ownership('甲'), mortgage('银行')])],
      parties: [party('mortgagee', '别的银行')],
    }),
    'block',
  ],
  [
    'a child sells',
    'MINORS_PROTECTED',
    factsWith({ parties: [party('transferor', '甲', undefined, '2010-01-01')] }),
    'person',
  ],
  [
    'somebody of eighteen today sells',
    'MINORS_PROTECTED',
    factsWith({ parties: [party('transferor', '甲', undefined, '2008-11-20')] }),
    'pass',
  ],
  [
    'somebody of eighteen tomorrow sells',
    'MINORS_PROTECTED',
    factsWith({ parties: [party('transferor', '甲', undefined, '2008-11-21')] }),
    'person',
  ],
  [
    'a child sells alone',
    'GUARDIAN_TAKES_PART',
    factsWith({ channel: 'counter', parties: [party('transferor', '甲', undefined, '2010-01-01')] }),
    'block',
  ],
  [
    'a child buys alone',
    'GUARDIAN_TAKES_PART',
    factsWith({ channel: 'counter', parties: [party('transferee', '乙', undefined, '2010-01-01')] }),
    'block',
  ],
  [
    'a guardian sells for a child at the counter',
    'GUARDIAN_TAKES_PART',
    factsWith({
      channel: 'counter',
      parties: [party('transferor', '甲', undefined, '2010-01-01'), party('guardian', '丙')],
    }),
    'pass',
  ],
  [
    'a guardian sells for a child online',
    'GUARDIAN_TAKES_PART',
    factsWith({ parties: [party('transferor', '甲', undefined, '2010-01-01'), party('guardian', '丙')] }),
    'block',
  ],
  [
    'a guardian buys from the child',
    'GUARDIAN_TAKES_PART',
    factsWith({
      channel: 'counter',
      parties: [
        party('transferor', '甲', undefined, '2010-01-01'),
        party('transferee', '丙'),
        party('guardian', '丙'),
      ],
    }),
    'block',
  ],
  ['nobody is a child', 'GUARDIAN_TAKES_PART', factsWith(), 'pass'],
  ['materials are missing', 'MATERIALS_COMPLETE', factsWith({ missingMaterials: ['合同'] }), 'block'],
  [
    'the police say otherwise',
    'IDENTITY_CONFIRMED',
    factsWith({ asked: [{ kind: 'identity', title: '', subject: '甲', outcome: 'mismatch', data: {} }] }),
    'block',
  ],
  [
    'the police do not answer: not confirmed',
    'IDENTITY_CONFIRMED',
    factsWith({ asked: [{ kind: 'identity', title: '', subject: '甲', outcome: 'unavailable', data: {} }] }),
    'pass',
  ],
  [
    'the police do not answer: not passed either',
    'IDENTITY_VERIFIED',
    factsWith({ asked: [{ kind: 'identity', title: '', subject: '甲', outcome: 'unavailable', data: {} }] }),
    'person',
  ],
  ['no filed contract', 'CONTRACT_FILED', factsWith(), 'person'],
  [
    'a married seller alone on the register',
    'SPOUSE_AWARE',
    factsWith({
      asked: [{ kind: 'marriage', title: '', subject: '甲', outcome: 'match', data: { status: 'married' } }],
    }),
    'warn',
  ],
  [
    'a contract over another area',
    'UNIT_FACTS_AGREE',
    factsWith({
      asked: [{ kind: 'contract', title: '', subject: '', outcome: 'match', data: { area: '98.77' } }],
    }),
    'person',
  ],
  [
    'a contract over the same area written otherwise',
    'UNIT_FACTS_AGREE',
    factsWith({
      asked: [{ kind: 'contract', title: '', subject: '', outcome: 'match', data: { area: '98.760' } }],
    }),
    'pass',
  ],
  [
    'a place that was altered meanwhile',
    'UNIT_FACTS_AGREE',
    factsWith({ units: [unitWith([ownership('甲')], { location: '新址' })] }),
    'person',
  ],
  [
    'another certificate number',
    'CERTIFICATE_AGREES',
    factsWith({ form: { certificateNumber: '苏（2020）常州市不动产权第0000009号' } }),
    'block',
  ],
  ['tax is open', 'TAX_SETTLED', factsWith({ taxSettled: false }), 'block'],
  ['the fee is open', 'FEE_PAID', factsWith({ paymentDue: 8000, paymentPaid: 7999 }), 'block'],
  [
    'no mortgage of the applicant',
    'MORTGAGE_CHOSEN',
    factsWith({ parties: [party('mortgagee', '银行')] }),
    'block',
  ],
  [
    'two mortgages and no number',
    'MORTGAGE_CHOSEN',
    factsWith({
      units: [unitWith([mortgage('银行'), mortgage('银行', {}, '二号')])],
      parties: [party('mortgagee', '银行')],
    }),
    'block',
  ],
  [
    'two mortgages and a number',
    'MORTGAGE_CHOSEN',
    factsWith({
      form: { proofNumber: '二号' },
      units: [unitWith([mortgage('银行'), mortgage('银行', {}, '二号')])],
      parties: [party('mortgagee', '银行')],
    }),
    'pass',
  ],
  [
    'two mortgages and a number typed with the brackets of another keyboard',
    'MORTGAGE_CHOSEN',
    factsWith({
      form: { proofNumber: '苏(2020)常州市不动产证明第0000001号' },
      units: [unitWith([mortgage('银行'), mortgage('银行', {}, '二号')])],
      parties: [party('mortgagee', '银行')],
    }),
    'pass',
  ],
  [
    'the owner as the creditor of the own mortgage',
    'MORTGAGEE_IS_ANOTHER',
    factsWith({ parties: [party('mortgagor', '甲'), party('mortgagee', '甲')] }),
    'block',
  ],
  [
    'a buyer as the creditor of the own loan',
    'MORTGAGEE_IS_ANOTHER',
    factsWith({ parties: [party('transferor', '甲'), party('transferee', '乙'), party('mortgagee', '乙')] }),
    'block',
  ],
  [
    'a mortgage to another',
    'MORTGAGEE_IS_ANOTHER',
    factsWith({ parties: [party('mortgagor', '甲'), party('mortgagee', '银行')] }),
    'pass',
  ],
  [
    'a notice from tomorrow',
    'DELIVERED_ALREADY',
    factsWith({ form: { deliveredAt: '2026-11-21T02:00:00Z' } }),
    'block',
  ],
  [
    'the debtor is not the owner',
    'RESPONDENT_HOLDS',
    factsWith({ parties: [party('respondent', '丙')] }),
    'person',
  ],
  [
    'another court releases',
    'SEIZURE_CHOSEN',
    factsWith({
      units: [unitWith([ownership('甲'), seizure('天宁区人民法院')])],
      parties: [party('authority', '钟楼区人民法院')],
    }),
    'block',
  ],
  [
    'the same court releases',
    'SEIZURE_CHOSEN',
    factsWith({
      units: [unitWith([ownership('甲'), seizure('天宁区人民法院')])],
      parties: [party('authority', '天宁区人民法院')],
    }),
    'pass',
  ],
];
