import type { Effect, FirstRegistration, Mortgage, Seizure, Transfer } from './effects.ts';
import type { Authority, SealedHolder, SealedPerson, UnitFacts } from './state.ts';

/** Invented units, people and effects for tests; every value can be overridden. */

export const office = '320402';

/** The n-th house of an invented parcel. */
export const unitCode = (n: number): string => `320402001001GB00001F${String(n).padStart(8, '0')}`;

export const facts = (code: string, changes: Partial<UnitFacts> = {}): UnitFacts => ({
  code,
  kind: 'house',
  location: '恒安区桂花路12号花园1幢1单元301室',
  area: '89.50',
  landArea: '12.30',
  use: '11',
  landUse: '0701',
  structure: '3',
  totalFloors: 18,
  floor: '3',
  roomNo: '301',
  buildingNo: '1',
  completedOn: '2015-06-30',
  parcelCode: '320402001001GB00001',
  rightsNature: '102',
  landTermFrom: '2012-01-01',
  landTermTo: '2081-12-31',
  houseType: '1',
  houseNature: '0',
  longitude: 119.97,
  latitude: 31.81,
  ...changes,
});

export const person = (name: string): SealedPerson => ({
  name,
  idType: '1',
  idSealed: `sealed:${name}`,
  idIndex: `index:${name}`,
  idMasked: '3204**********001X',
});

export const holder = (name: string, changes: Partial<SealedHolder> = {}): SealedHolder => ({
  ...person(name),
  holderKind: '1',
  ...changes,
});

export const bank = (name = '恒产银行'): SealedHolder => holder(name, { idType: '8', holderKind: '2' });

export const court = (name = '恒安区人民法院'): Authority => ({ name, kind: 'court' });

export const firstRegistration = (
  unit: string,
  changes: Partial<FirstRegistration> = {},
): FirstRegistration => ({
  type: 'first-registration',
  unit,
  reason: '首次登记',
  facts: facts(unit),
  rightType: '4',
  holders: [holder('甲')],
  coOwnership: '0',
  ...changes,
});

export const transfer = (unit: string, changes: Partial<Transfer> = {}): Transfer => ({
  type: 'transfer',
  unit,
  reason: '买卖',
  holders: [holder('乙')],
  coOwnership: '0',
  price: 200_000_000,
  ...changes,
});

export const mortgage = (unit: string, changes: Partial<Mortgage> = {}): Mortgage => ({
  type: 'mortgage',
  unit,
  reason: '抵押',
  mode: '1',
  principal: 100_000_000,
  termFrom: '2026-01-01',
  termTo: '2055-12-31',
  transferRestricted: false,
  mortgagees: [bank()],
  debtors: [person('甲')],
  ...changes,
});

let notices = 0;

export const seizure = (unit: string, deliveredAt: string, changes: Partial<Seizure> = {}): Seizure => ({
  type: 'seizure',
  unit,
  reason: '法院查封',
  kind: '1',
  authority: court(),
  caseNumber: '（2026）苏0402执1号',
  documentNumber: `（2026）苏0402执协${++notices}号`,
  deliveredAt,
  term: { unit: 'year', count: 3 },
  ...changes,
});

export const release = (unit: string, id: string, name?: string): Effect => ({
  type: 'seizure-release',
  unit,
  reason: '法院解封',
  seizure: id,
  authority: court(name),
  documentNumber: '（2026）苏0402执解1号',
});
