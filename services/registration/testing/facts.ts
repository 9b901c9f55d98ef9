import type {
  MortgageRight,
  OwnershipRight,
  Right,
  RightKind,
  SealedHolder,
  SeizureRight,
  Share,
} from '@hengchan/register';
import type { PartyFact, RegistrationFacts, UnitFact } from '../facts.ts';

/** Facts of an invented case, for tests of the rules: only what a test is about needs saying. */

export const personOf = (name: string) => ({
  name,
  idType: '1',
  idIndex: `index-${name}`,
  idMasked: '320***********0019',
});

const holderOf = (name: string, share?: Share): SealedHolder => ({
  ...personOf(name),
  idSealed: 'sealed',
  holderKind: '1',
  ...(share ? { share } : {}),
});

const base = { origin: '1-1', registeredAt: new Date('2020-01-01T00:00:00Z'), registeredEntry: 1 };

export function ownership(...names: string[]): OwnershipRight {
  return {
    ...base,
    id: '1-1',
    kind: 'ownership',
    rightType: '4',
    coOwnership: names.length > 1 ? '1' : '0',
    holders: names.map((name) => holderOf(name)),
    content: { reason: '买卖' },
  };
}

export function mortgage(
  mortgagee: string,
  change: Partial<MortgageRight['content']> = {},
  certificate = '苏（2020）常州市不动产证明第0000001号',
): MortgageRight {
  return {
    ...base,
    id: `2-${mortgagee}`,
    kind: 'mortgage',
    rightType: '23',
    coOwnership: '0',
    rank: 1,
    certificate,
    holders: [holderOf(mortgagee)],
    content: {
      mode: '1',
      principal: 80_000_000,
      termFrom: '2020-01-01',
      termTo: '2050-01-01',
      transferRestricted: false,
      mortgagors: [],
      debtors: [],
      reason: '抵押合同',
      ...change,
    },
  };
}

export function seizure(authority: string, documentNumber = '（2026）执字第1号', queue = 0): SeizureRight {
  return {
    ...base,
    id: `3-${documentNumber}`,
    kind: 'seizure',
    rightType: '98',
    coOwnership: '0',
    queue,
    holders: [],
    content: {
      kind: '1',
      authority: { name: authority, kind: 'court' },
      caseNumber: '裁1',
      documentNumber,
      deliveredAt: '2026-01-01T00:00:00Z',
      term: { unit: 'year', count: 3 },
      reason: '查封',
    },
  };
}

/** A right that limits a title, of any kind but mortgage and seizure. */
export const limited = <K extends Exclude<RightKind, 'ownership' | 'mortgage' | 'seizure'>>(
  kind: K,
  names: readonly string[],
  content: Extract<Right, { kind: K }>['content'],
): Extract<Right, { kind: K }> =>
  ({
    ...base,
    id: `4-${kind}`,
    kind,
    rightType: '99',
    coOwnership: names.length > 1 ? '1' : '0',
    holders: names.map((name) => holderOf(name)),
    content,
  }) as unknown as Extract<Right, { kind: K }>;

export const unitWith = (rights: readonly Right[], change: Partial<UnitFact> = {}): UnitFact => ({
  code: '320402001001GB00001F00010001',
  exists: true,
  kind: 'house',
  location: '常州市天宁区青枫里1幢1室',
  area: '98.76',
  use: '11',
  declared: { location: '常州市天宁区青枫里1幢1室', area: '98.76', use: '成套住宅' },
  rights,
  pendingCases: [],
  ...change,
});

export const party = (role: string, name: string, share?: Share, born?: string): PartyFact => ({
  ...personOf(name),
  role,
  confirmed: true,
  agrees: !['debtor', 'respondent', 'formerHolder'].includes(role),
  ...(share ? { share } : {}),
  ...(born ? { born } : {}),
});

export const factsWith = (change: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  moment: 'accept',
  business: 'resale-transfer',
  channel: 'online',
  office: '320402',
  today: '2026-11-20',
  now: '2026-11-20T02:00:00.000Z',
  units: [unitWith([ownership('甲')])],
  parties: [party('transferor', '甲'), party('transferee', '乙')],
  form: { coOwnership: '0', price: '1280000.00' },
  asked: [],
  missingMaterials: [],
  taxSettled: true,
  taxReceipts: [],
  paymentDue: 0,
  paymentPaid: 0,
  noticeOver: false,
  noticeObjections: 0,
  ...change,
});
