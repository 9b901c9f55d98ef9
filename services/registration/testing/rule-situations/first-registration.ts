import { factsWith, ownership, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const surveyed = (change = {}) => [unitWith([], { exists: false, surveyed: true, ...change })];

export const firstRegistration: readonly RuleSituation[] = [
  ['a unit nobody surveyed', 'UNIT_SURVEYED', factsWith({ units: surveyed({ surveyed: false }) }), 'block'],
  [
    'a new unit numbered in a subzone that is gone',
    'SUBZONE_IN_FORCE',
    factsWith({ units: surveyed({ subzone: { code: '320402001001', inForce: false } }) }),
    'block',
  ],
  [
    'a new unit numbered in a subzone that holds',
    'SUBZONE_IN_FORCE',
    factsWith({ units: surveyed({ subzone: { code: '320402001001', inForce: true } }) }),
    'pass',
  ],
  ['a unit of an office without districts', 'SUBZONE_IN_FORCE', factsWith({ units: surveyed() }), 'pass'],
  ['a surveyed unit', 'UNIT_SURVEYED', factsWith({ units: surveyed() }), 'pass'],
  [
    'a unit that has a title',
    'NOT_YET_TITLED',
    factsWith({ units: [unitWith([ownership('甲')], { surveyed: true })] }),
    'block',
  ],
  ['a unit without a title', 'NOT_YET_TITLED', factsWith({ units: surveyed() }), 'pass'],
  [
    'a house on land nobody registered',
    'LAND_TITLED_FIRST',
    factsWith({ units: surveyed({ parcel: { landTitled: false, buildingsTitled: 0 } }) }),
    'person',
  ],
  [
    'a house on registered land',
    'LAND_TITLED_FIRST',
    factsWith({ units: surveyed({ parcel: { landTitled: true, buildingsTitled: 0 } }) }),
    'pass',
  ],
  [
    'a homestead for somebody who has one',
    'ONE_HOMESTEAD',
    factsWith({ units: surveyed(), otherHomesteads: [{ name: '甲', unit: '320402001001JC00001W00000000' }] }),
    'person',
  ],
  ['a first homestead', 'ONE_HOMESTEAD', factsWith({ units: surveyed(), otherHomesteads: [] }), 'pass'],
  [
    'any nature where the business asks for none',
    'RIGHTS_NATURE_FITS',
    factsWith({ units: surveyed({ rightsNature: '101' }) }),
    'pass',
  ],
];
