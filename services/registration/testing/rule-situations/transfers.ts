import type { OwnershipRight, Share } from '@hengchan/register';
import { factsWith, limited, mortgage, ownership, party, personOf, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const half: Share = { numerator: 1, denominator: 2 };
const quarter: Share = { numerator: 1, denominator: 4 };

/** Held by shares, half each where there are two. */
function byShares(...names: string[]): OwnershipRight {
  const right = ownership(...names);
  const share = { numerator: 1, denominator: names.length };
  return { ...right, coOwnership: '2', holders: right.holders.map((holder) => ({ ...holder, share })) };
}

const shared = [unitWith([byShares('甲', '丁')])];
const sale = (...takers: ReturnType<typeof party>[]) => ({
  units: shared,
  parties: [party('transferor', '甲'), ...takers],
});
const thirds = [unitWith([byShares('甲', '丁', '戊')])];
const twoOfThree = [party('transferor', '甲'), party('transferor', '丁'), party('transferee', '乙')];
const preSeized = (against: string) => {
  const right = seizure('天宁区人民法院');
  return [
    unitWith([
      ownership('甲'),
      {
        ...right,
        content: { ...right.content, kind: '3' as const, respondent: { ...personOf(against), idSealed: '' } },
      },
    ]),
  ];
};
const court = { name: '天宁区人民法院', kind: 'court' } as const;
const judged = (authority: string) => ({ form: { coOwnership: '0', authority } });
const asked = (kind: string, outcome: 'match' | 'mismatch' | 'unavailable') => [
  { kind, title: '', subject: '甲', outcome, data: {} },
];
const homestead = (change: object) =>
  factsWith({ form: { membership: 'member' }, otherHomesteads: [], ...change });
const heirs = (...parties: ReturnType<typeof party>[]) => parties;

/** Transfers of every kind: shares, land, homesteads, judgments, inheritance, spouses. */
export const transfers: readonly RuleSituation[] = [
  [
    'a co-owner sells the own share alone',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith(sale(party('transferee', '乙'))),
    'pass',
  ],
  [
    'a joint owner sells alone',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ units: [unitWith([ownership('甲', '丁')])] }),
    'block',
  ],
  ['one buyer of a share', 'SHARES_ADD_UP', factsWith(sale(party('transferee', '乙'))), 'pass'],
  [
    'two buyers of a half, a quarter each',
    'SHARES_ADD_UP',
    factsWith({
      ...sale(party('transferee', '乙', quarter), party('transferee', '丙', quarter)),
      form: { coOwnership: '2' },
    }),
    'pass',
  ],
  [
    'two buyers of a half who take a half each',
    'SHARES_ADD_UP',
    factsWith({
      ...sale(party('transferee', '乙', half), party('transferee', '丙', half)),
      form: { coOwnership: '2' },
    }),
    'block',
  ],
  ['a share sold outside', 'PREEMPTION_RESPECTED', factsWith(sale(party('transferee', '乙'))), 'person'],
  [
    'a share sold to the other co-owner',
    'PREEMPTION_RESPECTED',
    factsWith(sale(party('transferee', '丁'))),
    'pass',
  ],
  [
    'all co-owners sell everything',
    'PREEMPTION_RESPECTED',
    factsWith({
      units: shared,
      parties: [party('transferor', '甲'), party('transferor', '丁'), party('transferee', '乙')],
    }),
    'pass',
  ],
  [
    'all co-owners take part and one stays with a newcomer',
    'PREEMPTION_RESPECTED',
    factsWith({
      units: shared,
      parties: [
        party('transferor', '甲'),
        party('transferor', '丁'),
        party('transferee', '丁', half),
        party('transferee', '乙', half),
      ],
    }),
    'person',
  ],
  [
    'two of three sell everything',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ units: thirds, parties: twoOfThree }),
    'pass',
  ],
  [
    'two of three sell everything: the third is asked about',
    'CO_OWNERS_CONSENTED',
    factsWith({ units: thirds, parties: twoOfThree }),
    'person',
  ],
  [
    'two of four sell everything',
    'PARTIES_HOLD_THE_RIGHT',
    factsWith({ units: [unitWith([byShares('甲', '丁', '戊', '己')])], parties: twoOfThree }),
    'block',
  ],
  ['a home pre-seized against its buyer', 'UNIT_NOT_SEIZED', factsWith({ units: preSeized('乙') }), 'pass'],
  ['a home pre-seized against its seller', 'UNIT_NOT_SEIZED', factsWith({ units: preSeized('甲') }), 'block'],
  [
    'a home pre-seized against its buyer who would mortgage it',
    'UNIT_NOT_SEIZED',
    factsWith({ units: preSeized('乙'), form: { principal: '800000.00' } }),
    'block',
  ],
  ['everybody sells', 'CO_OWNERS_CONSENTED', factsWith(), 'pass'],
  [
    'co-owners by shares who change their shares',
    'PARTIES_DIFFER',
    factsWith({
      units: shared,
      parties: [
        party('transferor', '甲'),
        party('transferor', '丁'),
        party('transferee', '甲', quarter),
        party('transferee', '丁', { numerator: 3, denominator: 4 }),
      ],
    }),
    'pass',
  ],
  [
    'co-owners by shares who change nothing',
    'PARTIES_DIFFER',
    factsWith({
      units: shared,
      parties: [
        party('transferor', '甲'),
        party('transferor', '丁'),
        party('transferee', '甲', half),
        party('transferee', '丁', half),
      ],
    }),
    'block',
  ],
  [
    'joint owners who will hold by shares: that is an alteration',
    'PARTIES_DIFFER',
    factsWith({
      units: [unitWith([ownership('甲', '丁')])],
      parties: [
        party('transferor', '甲'),
        party('transferor', '丁'),
        party('transferee', '甲', half),
        party('transferee', '丁', half),
      ],
    }),
    'block',
  ],
  [
    'a registered ban and the mortgagee consents',
    'RESTRICTED_TRANSFER_CONSENTED',
    factsWith({
      units: [unitWith([ownership('甲'), mortgage('银行', { transferRestricted: true })])],
      parties: [party('transferor', '甲'), party('consenting', '银行')],
    }),
    'pass',
  ],
  ['a sale without a price', 'PRICE_NAMED', factsWith({ form: { price: '0' } }), 'block'],
  ['a sale for a price', 'PRICE_NAMED', factsWith(), 'pass'],
  ['a gift without a price', 'PRICE_NAMED', factsWith({ form: { ground: 'gift', price: '0' } }), 'pass'],
  [
    'land with a registered house on it',
    'LAND_IS_CLEAR',
    factsWith({ units: [unitWith([ownership('甲')], { parcel: { landTitled: true, buildingsTitled: 1 } })] }),
    'block',
  ],
  [
    'land without',
    'LAND_IS_CLEAR',
    factsWith({ units: [unitWith([ownership('甲')], { parcel: { landTitled: true, buildingsTitled: 0 } })] }),
    'pass',
  ],
  [
    'a house on allotted land',
    'ALLOTTED_LAND_APPROVED',
    factsWith({ units: [unitWith([ownership('甲')], { rightsNature: '101' })] }),
    'person',
  ],
  [
    'a house on granted land',
    'ALLOTTED_LAND_APPROVED',
    factsWith({ units: [unitWith([ownership('甲')], { rightsNature: '102' })] }),
    'pass',
  ],
  ['a homestead to a member without one', 'HOMESTEAD_TRANSFEREE_ELIGIBLE', homestead({}), 'pass'],
  [
    'a homestead to somebody from town',
    'HOMESTEAD_TRANSFEREE_ELIGIBLE',
    homestead({ form: { membership: 'outsider' } }),
    'block',
  ],
  [
    'a second homestead',
    'HOMESTEAD_TRANSFEREE_ELIGIBLE',
    homestead({ otherHomesteads: [{ name: '乙', unit: '320402001001JC00001F00010001' }] }),
    'block',
  ],
  [
    'an unregistered former holder',
    'FORMER_HOLDER_REGISTERED',
    factsWith({ parties: heirs(party('formerHolder', '丙'), party('transferee', '乙')) }),
    'block',
  ],
  [
    'the registered holder has died',
    'FORMER_HOLDER_REGISTERED',
    factsWith({ parties: heirs(party('formerHolder', '甲'), party('transferee', '乙')) }),
    'pass',
  ],
  [
    'one of two joint holders has died, the other is left out',
    'FORMER_HOLDER_REGISTERED',
    factsWith({
      units: [unitWith([ownership('甲', '丁')])],
      parties: heirs(party('formerHolder', '甲'), party('transferee', '乙')),
    }),
    'block',
  ],
  [
    'one of two joint holders has died, the other goes on as a holder',
    'FORMER_HOLDER_REGISTERED',
    factsWith({
      units: [unitWith([ownership('甲', '丁')])],
      parties: heirs(party('formerHolder', '甲'), party('transferee', '丁'), party('transferee', '乙')),
    }),
    'pass',
  ],
  [
    'a co-owner by shares has died: the others keep theirs',
    'FORMER_HOLDER_REGISTERED',
    factsWith({ units: shared, parties: heirs(party('formerHolder', '甲'), party('transferee', '乙')) }),
    'pass',
  ],
  [
    'seized by the court that decided',
    'ORDERED_BY_WHO_SEIZED',
    factsWith({ ...judged(court.name), units: [unitWith([ownership('甲'), seizure(court.name)])] }),
    'pass',
  ],
  [
    'seized by another court',
    'ORDERED_BY_WHO_SEIZED',
    factsWith({ ...judged(court.name), units: [unitWith([ownership('甲'), seizure('钟楼区人民法院')])] }),
    'block',
  ],
  [
    'another court waits behind the one that decided',
    'ORDERED_BY_WHO_SEIZED',
    factsWith({
      ...judged(court.name),
      units: [
        unitWith([ownership('甲'), seizure(court.name), seizure('钟楼区人民法院', '（2026）执字第2号', 1)]),
      ],
    }),
    'pass',
  ],
  [
    'stopped by somebody else than the court that decided',
    'ORDERED_BY_WHO_SEIZED',
    factsWith({
      ...judged(court.name),
      units: [
        unitWith([
          ownership('甲'),
          limited('lock', [], {
            authority: { name: '天宁区登记中心', kind: 'other' },
            documentNumber: '限1',
            reason: '争议',
          }),
        ]),
      ],
    }),
    'block',
  ],
  ['a judgment no source can confirm', 'JUDGMENT_EXAMINED', factsWith(judged(court.name)), 'person'],
  [
    'the police say somebody lives',
    'DECEDENT_DECEASED',
    factsWith({ asked: asked('death', 'mismatch') }),
    'block',
  ],
  [
    'the police say somebody died',
    'DECEDENT_DECEASED',
    factsWith({ asked: asked('death', 'match') }),
    'pass',
  ],
  [
    'the police say nothing of a death',
    'DEATH_CONFIRMED',
    factsWith({ asked: asked('death', 'unavailable') }),
    'person',
  ],
  ['a death the police know of', 'DEATH_CONFIRMED', factsWith({ asked: asked('death', 'match') }), 'pass'],
  ['heirs nobody has looked at', 'HEIRS_EXAMINED', factsWith(), 'person'],
  ['heirs before a notary', 'HEIRS_EXAMINED', factsWith({ form: { notarised: true } }), 'pass'],
  ['two who are married', 'SPOUSES_MARRIED', factsWith({ asked: asked('couple', 'match') }), 'pass'],
  ['two who are not', 'SPOUSES_MARRIED', factsWith({ asked: asked('couple', 'mismatch') }), 'block'],
  [
    'three people as a couple',
    'SPOUSES_MARRIED',
    factsWith({ parties: [party('transferor', '甲'), party('transferee', '乙'), party('transferee', '丙')] }),
    'block',
  ],
  [
    'a couple nobody confirmed',
    'SPOUSES_VERIFIED',
    factsWith({ asked: asked('couple', 'unavailable') }),
    'person',
  ],
  [
    'a couple the registry of marriages knows',
    'SPOUSES_VERIFIED',
    factsWith({ asked: asked('couple', 'match') }),
    'pass',
  ],
  [
    'a decedent is not asked for a card',
    'IDENTITY_VERIFIED',
    factsWith({
      asked: [{ kind: 'identity', title: '', subject: '乙', outcome: 'match', data: {} }],
      parties: [party('formerHolder', '甲'), party('transferee', '乙')],
    }),
    'pass',
  ],
];
