import { factsWith, limited, mortgage, ownership, party, seizure, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const court = { name: '常州市天宁区人民法院', kind: 'court' } as const;
const noticed = limited('advance-notice', ['丙'], { noticeKind: '2', obligors: [], reason: '预告' });
const objected = limited('objection', ['丁'], { matter: '产权归属', reason: '异议' });
const on = (...rights: Parameters<typeof unitWith>[0]) => [unitWith([ownership('甲'), ...rights])];

const village = { ...ownership('村集体'), rightType: '1' };

export const limits: readonly RuleSituation[] = [
  ['the land of a village mortgaged', 'MORTGAGEABLE', factsWith({ units: [unitWith([village])] }), 'block'],
  ['a home mortgaged', 'MORTGAGEABLE', factsWith(), 'pass'],
  [
    'a unit that was split',
    'PAGE_OPEN',
    factsWith({
      units: [unitWith([], { closed: { how: 'split', successors: ['320402001001GB00001F00010002'] } })],
    }),
    'block',
  ],
  ['a unit whose page is open', 'PAGE_OPEN', factsWith(), 'pass'],
  ['a home where homesteads are wanted', 'RIGHT_TYPE_FITS', factsWith({ rightTypes: ['5', '6'] }), 'block'],
  ['a home where homes are wanted', 'RIGHT_TYPE_FITS', factsWith({ rightTypes: ['4'] }), 'pass'],
  [
    'a locked unit',
    'UNIT_NOT_LOCKED',
    factsWith({
      units: on(limited('lock', [], { authority: court, documentNumber: '限1', reason: '争议' })),
    }),
    'block',
  ],
  ['a unit without a lock', 'UNIT_NOT_LOCKED', factsWith(), 'pass'],
  ['a noticed unit sold to another', 'NOTICE_CONSENTED', factsWith({ units: on(noticed) }), 'block'],
  [
    'a noticed unit sold with the consent of whom the notice protects',
    'NOTICE_CONSENTED',
    factsWith({
      units: on(noticed),
      parties: [party('transferor', '甲'), party('transferee', '乙'), party('claimant', '丙')],
    }),
    'pass',
  ],
  [
    'who is only named as a debtor has not consented',
    'NOTICE_CONSENTED',
    factsWith({ units: on(noticed), parties: [party('transferor', '甲'), party('debtor', '丙')] }),
    'block',
  ],
  ['an objection nobody took note of', 'OBJECTION_ACKNOWLEDGED', factsWith({ units: on(objected) }), 'block'],
  [
    'an objection whose risk the parties take',
    'OBJECTION_ACKNOWLEDGED',
    factsWith({ units: on(objected), form: { riskAcknowledged: true } }),
    'pass',
  ],
  [
    'a home somebody may live in',
    'HABITATION_KNOWN',
    factsWith({
      units: on(
        limited('habitation', ['戊'], {
          providers: [],
          conditions: '全部居住',
          termFrom: '2026-01-01',
          mayLet: false,
          reason: '合同',
        }),
      ),
    }),
    'warn',
  ],
  [
    'a mortgaged title given up',
    'NO_RIGHTS_LEFT_ON_TITLE',
    factsWith({ units: on(mortgage('银行')) }),
    'block',
  ],
  [
    'a seized title given up',
    'NO_RIGHTS_LEFT_ON_TITLE',
    factsWith({ units: on(seizure('天宁区人民法院')) }),
    'block',
  ],
  ['a title free of everything given up', 'NO_RIGHTS_LEFT_ON_TITLE', factsWith(), 'pass'],
];
