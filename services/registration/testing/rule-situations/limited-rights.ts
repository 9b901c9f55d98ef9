import { factsWith, limited, mortgage, ownership, party, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const on = (...rights: Parameters<typeof unitWith>[0]) => [unitWith([ownership('甲'), ...rights])];
const bank = party('mortgagee', '银行');
const maximum = mortgage('银行', { mode: '2', principal: 80_000_000 });
const second = { ...mortgage('乙银行'), id: '2-second', rank: 2 };
const objection = (name: string, matter: string) => limited('objection', [name], { matter, reason: '异议' });
const locked = limited('lock', [], {
  authority: { name: '常州市天宁区人民法院', kind: 'court' },
  documentNumber: '限1',
  reason: '争议',
});
const promised = limited('advance-notice', ['丙'], {
  noticeKind: '2',
  obligors: [],
  reason: '买卖合同',
});
const land = (name: string, code: string) => unitWith([ownership(name)], { code, kind: 'land', use: '063' });
const change = (matter: string, newValue: string) => ({ matter, newValue });

export const limitedRights: readonly RuleSituation[] = [
  ['a right nobody has', 'RIGHT_CHOSEN', factsWith({ parties: [bank] }), 'block'],
  ['two amounts', 'RIGHT_CHANGE_NAMED', factsWith({ form: change('principal', '很多') }), 'block'],
  ['an amount', 'RIGHT_CHANGE_NAMED', factsWith({ form: change('principal', '900000.00') }), 'pass'],
  ['a day', 'RIGHT_CHANGE_NAMED', factsWith({ form: change('term', '2056-11-19') }), 'pass'],
  ['no day', 'RIGHT_CHANGE_NAMED', factsWith({ form: change('term', '明年') }), 'block'],
  ['yes', 'RIGHT_CHANGE_NAMED', factsWith({ form: change('restriction', '是') }), 'pass'],
  [
    'more security before a second mortgagee who did not agree',
    'INCREASE_CONSENTED',
    factsWith({
      units: on(mortgage('银行'), second),
      parties: [bank],
      form: change('principal', '9000000.00'),
    }),
    'block',
  ],
  [
    'more security with the second mortgagee',
    'INCREASE_CONSENTED',
    factsWith({
      units: on(mortgage('银行'), second),
      parties: [bank, party('consenting', '乙银行')],
      form: change('principal', '9000000.00'),
    }),
    'pass',
  ],
  [
    'more secured on a seized unit',
    'SEIZED_NOT_BURDENED',
    factsWith({ units: on(mortgage('银行'), seizure('法院')), form: change('principal', '9000000.00') }),
    'block',
  ],
  [
    'less secured on a seized unit',
    'SEIZED_NOT_BURDENED',
    factsWith({ units: on(mortgage('银行'), seizure('法院')), form: change('principal', '1.00') }),
    'pass',
  ],
  [
    'more secured on a unit promised to somebody who did not agree',
    'NOTICED_NOT_BURDENED',
    factsWith({ units: on(mortgage('银行'), promised), form: change('principal', '9000000.00') }),
    'block',
  ],
  [
    'more secured with the consent of whom the unit is promised to',
    'NOTICED_NOT_BURDENED',
    factsWith({
      units: on(mortgage('银行'), promised),
      parties: [bank, party('consenting', '丙')],
      form: change('principal', '9000000.00'),
    }),
    'pass',
  ],
  [
    'an open maximum mortgage',
    'MAXIMUM_TRANSFER_AGREED',
    factsWith({ units: on(maximum), form: {} }),
    'block',
  ],
  [
    'an open maximum mortgage as agreed',
    'MAXIMUM_TRANSFER_AGREED',
    factsWith({ units: on(maximum), form: { agreed: true } }),
    'pass',
  ],
  [
    'claims fixed above the maximum',
    'MAXIMUM_TO_DETERMINE',
    factsWith({ units: on(maximum), form: { determinedOn: '2026-11-20', principal: '900000.00' } }),
    'block',
  ],
  [
    'claims fixed within the maximum',
    'MAXIMUM_TO_DETERMINE',
    factsWith({ units: on(maximum), form: { determinedOn: '2026-11-20', principal: '500000.00' } }),
    'pass',
  ],
  [
    'claims of a general mortgage',
    'MAXIMUM_TO_DETERMINE',
    factsWith({ units: on(mortgage('银行')), form: { determinedOn: '2026-11-20', principal: '1' } }),
    'block',
  ],
  [
    'a term that ends before it begins',
    'TERM_IN_ORDER',
    factsWith({ form: { termFrom: '2026-11-20', termTo: '2026-11-19' } }),
    'block',
  ],
  [
    'a term of a year',
    'TERM_IN_ORDER',
    factsWith({ form: { termFrom: '2026-11-20', termTo: '2027-11-19' } }),
    'pass',
  ],
  [
    'the holders of both lands',
    'EASEMENT_PARTIES_HOLD',
    factsWith({
      units: [land('甲', '320402001001GB00001W00000000'), land('乙', '320402001001GB00002W00000000')],
      parties: [party('servient', '甲'), party('dominant', '乙')],
    }),
    'pass',
  ],
  [
    'the lands the other way round',
    'EASEMENT_PARTIES_HOLD',
    factsWith({
      units: [land('乙', '320402001001GB00002W00000000'), land('甲', '320402001001GB00001W00000000')],
      parties: [party('servient', '甲'), party('dominant', '乙')],
    }),
    'block',
  ],
  [
    'a shop to live in',
    'HOME_ONLY',
    factsWith({ units: [unitWith([ownership('甲')], { use: '21' })] }),
    'block',
  ],
  ['a home to live in', 'HOME_ONLY', factsWith(), 'pass'],
  ['the holder objects', 'OBJECTOR_NOT_HOLDER', factsWith({ parties: [party('objector', '甲')] }), 'block'],
  ['somebody else objects', 'OBJECTOR_NOT_HOLDER', factsWith({ parties: [party('objector', '丙')] }), 'pass'],
  [
    'the same person objects twice',
    'OBJECTION_NEW',
    factsWith({
      units: on(objection('丙', '产权归属')),
      parties: [party('objector', '丙')],
      form: { matter: '面积' },
    }),
    'block',
  ],
  [
    'the same objection after it lapsed',
    'OBJECTION_NEW',
    factsWith({
      units: [
        unitWith([ownership('甲')], { pastObjections: [{ ...objection('丙', '产权归属'), endedEntry: 9 }] }),
      ],
      parties: [party('objector', '丙')],
      form: { matter: '产权归属' },
    }),
    'block',
  ],
  [
    'another objection after one lapsed',
    'OBJECTION_NEW',
    factsWith({
      units: [
        unitWith([ownership('甲')], { pastObjections: [{ ...objection('丙', '产权归属'), endedEntry: 9 }] }),
      ],
      parties: [party('objector', '丙')],
      form: { matter: '份额' },
    }),
    'pass',
  ],
  ['no lock to lift', 'LOCK_STANDS', factsWith({ units: on(seizure('法院')) }), 'block'],
  ['a lock to lift', 'LOCK_STANDS', factsWith({ units: on(locked) }), 'pass'],
  [
    'a lock another authority put there',
    'LOCK_STANDS',
    factsWith({ units: on(locked), parties: [party('authority', '常州市公安局')] }),
    'block',
  ],
];
