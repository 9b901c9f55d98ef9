import { factsWith, limited, mortgage, ownership, party, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const holder = [party('holder', '甲')];
const mortgaged = [unitWith([ownership('甲'), mortgage('银行')])];
const livedIn = [
  unitWith([
    ownership('甲'),
    limited('habitation', ['丙'], {
      conditions: '居住全部',
      termFrom: '2026-01-01',
      mayLet: false,
      providers: [],
      reason: '合同',
    }),
  ]),
];
const objected = [
  unitWith([ownership('甲'), limited('objection', ['丙'], { matter: '产权归属', reason: '异议' })]),
];
const successor = (code: string, change = {}) => ({
  code: `320402001001GB00001F0001${code}`,
  surveyed: true,
  exists: false,
  area: '49.38',
  ...change,
});
const two = [successor('0101'), successor('0102')];

const mortgagedLater = { ...mortgage('银行'), origin: '2-1' };

export const alteration: readonly RuleSituation[] = [
  [
    'corrected by the registry after a mortgage',
    'NOT_DISPOSED_SINCE',
    factsWith({ units: [unitWith([ownership('甲'), mortgagedLater])] }),
    'block',
  ],
  ['corrected by the registry, nothing happened since', 'NOT_DISPOSED_SINCE', factsWith(), 'pass'],
  ['nothing changes', 'CHANGE_NAMED', factsWith({ parties: holder, form: {} }), 'block'],
  ['a name changes', 'CHANGE_NAMED', factsWith({ parties: holder, form: { newName: '甲新' } }), 'pass'],
  [
    'the name is the old one',
    'CHANGE_NAMED',
    factsWith({ parties: holder, form: { newName: '甲' } }),
    'block',
  ],
  [
    'the place is the old one',
    'CHANGE_NAMED',
    factsWith({ parties: holder, form: { newLocation: '常州市天宁区青枫里1幢1室' } }),
    'block',
  ],
  [
    'a matter and its new value',
    'CHANGE_NAMED',
    factsWith({ form: { matter: 'area', newValue: '80' } }),
    'pass',
  ],
  ['an area in words', 'CHANGE_READABLE', factsWith({ form: { matter: 'area', newValue: '八十' } }), 'block'],
  ['a use the dictionary lacks', 'CHANGE_READABLE', factsWith({ form: { newUse: 'ZZ' } }), 'block'],
  ['a day that exists', 'CHANGE_READABLE', factsWith({ form: { newTermTo: '2076-11-19' } }), 'pass'],
  [
    'who was renamed is not said of two holders',
    'FORMER_NAME_REGISTERED',
    factsWith({ units: [unitWith([ownership('甲', '乙')])], form: { newName: '甲新' } }),
    'block',
  ],
  [
    'a former name nobody had',
    'FORMER_NAME_REGISTERED',
    factsWith({ form: { newName: '丙新', oldName: '丙' } }),
    'block',
  ],
  [
    'the former name of the holder',
    'FORMER_NAME_REGISTERED',
    factsWith({ form: { newName: '甲新' } }),
    'pass',
  ],
  [
    'a holder applies under the new name',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ parties: [{ ...party('holder', '甲'), name: '甲新' }], form: { newName: '甲新' } }),
    'pass',
  ],
  [
    'a holder applies under a name that is neither',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ parties: [{ ...party('holder', '甲'), name: '丙' }], form: { newName: '甲新' } }),
    'block',
  ],
  [
    'holders change to shares',
    'SHARES_ADD_UP',
    factsWith({
      form: { coOwnership: '2' },
      parties: [
        party('holder', '甲', { numerator: 1, denominator: 2 }),
        party('holder', '乙', { numerator: 1, denominator: 2 }),
      ],
    }),
    'pass',
  ],
  [
    'holders change to shares that leave a part over',
    'SHARES_ADD_UP',
    factsWith({
      form: { coOwnership: '2' },
      parties: [
        party('holder', '甲', { numerator: 1, denominator: 2 }),
        party('holder', '乙', { numerator: 1, denominator: 3 }),
      ],
    }),
    'block',
  ],
  [
    'another use under seizure',
    'SEIZED_ONLY_RENAMED',
    factsWith({ units: [unitWith([ownership('甲'), seizure('法院')])], form: { newUse: '21' } }),
    'block',
  ],
  [
    'another name under seizure',
    'SEIZED_ONLY_RENAMED',
    factsWith({ units: [unitWith([ownership('甲'), seizure('法院')])], form: { newName: '甲新' } }),
    'pass',
  ],
  [
    'a mortgaged unit becomes smaller',
    'AREA_DECREASE_CONSENTED',
    factsWith({ units: mortgaged, form: { newArea: '80' } }),
    'block',
  ],
  [
    'a mortgaged unit becomes smaller with the mortgagee',
    'AREA_DECREASE_CONSENTED',
    factsWith({
      units: mortgaged,
      form: { newArea: '80' },
      parties: [...holder, party('mortgagee', '银行')],
    }),
    'pass',
  ],
  [
    'a mortgaged unit becomes larger',
    'AREA_DECREASE_CONSENTED',
    factsWith({ units: mortgaged, form: { newArea: '120' } }),
    'pass',
  ],
  ['two new units that were surveyed', 'SUCCESSORS_SURVEYED', factsWith({ successors: two }), 'pass'],
  [
    'a new unit nobody surveyed',
    'SUCCESSORS_SURVEYED',
    factsWith({ successors: [successor('0101', { surveyed: false })] }),
    'block',
  ],
  [
    'a new unit that has a page',
    'SUCCESSORS_SURVEYED',
    factsWith({ successors: [successor('0101', { exists: true })] }),
    'block',
  ],
  ['one unit into one', 'DIVISION_COUNTS', factsWith({ successors: [successor('0101')] }), 'block'],
  ['one unit into two', 'DIVISION_COUNTS', factsWith({ successors: two }), 'pass'],
  [
    'units of different holders',
    'SAME_HOLDERS_MERGE',
    factsWith({ units: [unitWith([ownership('甲')]), unitWith([ownership('乙')])] }),
    'block',
  ],
  [
    'units of one holder',
    'SAME_HOLDERS_MERGE',
    factsWith({ units: [unitWith([ownership('甲')]), unitWith([ownership('甲')])] }),
    'pass',
  ],
  ['a mortgaged unit divided', 'DIVISION_CONSENTED', factsWith({ units: mortgaged }), 'block'],
  [
    'a mortgaged unit divided with the mortgagee',
    'DIVISION_CONSENTED',
    factsWith({ units: mortgaged, parties: [...holder, party('mortgagee', '银行')] }),
    'pass',
  ],
  ['a home somebody may live in divided', 'DIVISION_CONSENTED', factsWith({ units: livedIn }), 'block'],
  [
    'a home somebody may live in divided with them',
    'DIVISION_CONSENTED',
    factsWith({ units: livedIn, parties: [...holder, party('consenting', '丙')] }),
    'pass',
  ],
  ['a unit somebody objects about divided', 'DIVISION_UNDISPUTED', factsWith({ units: objected }), 'block'],
  ['a mortgaged unit nobody objects about', 'DIVISION_UNDISPUTED', factsWith({ units: mortgaged }), 'pass'],
  ['halves that make the whole', 'DIVISION_AREAS_AGREE', factsWith({ successors: two }), 'pass'],
  [
    'halves that are too small',
    'DIVISION_AREAS_AGREE',
    factsWith({ successors: [successor('0101', { area: '40' }), successor('0102')] }),
    'person',
  ],
];
