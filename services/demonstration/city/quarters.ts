import type { Boundary } from '@hengchan/register';
import { type Chance, chanceOf, topics } from './chance.ts';
import { areaOf, buildingRing, type Ground, parcelRing } from './ground.ts';
import { quarterName } from './names.ts';
import type { OfficeSite } from './offices.ts';

/** How a quarter was built: by a work unit or for resettlement long ago, or by a developer. */
export type QuarterStyle = 'walk-up' | 'mid-rise' | 'tower';

export interface BuildingPlan {
  /** Four digits of the unit code. */
  readonly number: number;
  readonly code: string;
  readonly kind: 'homes' | 'shops' | 'garage';
  readonly floors: number;
  readonly stairs: number;
  readonly perFloor: number;
  /** Areas of the units of one floor, in square metres; the same on every floor. */
  readonly columns: readonly number[];
  /** Index of its first unit within the office. */
  readonly firstUnit: number;
  readonly unitCount: number;
  readonly boundary?: Boundary;
}

/** A parcel with what stands on it. Net land has no buildings and is one unit itself. */
export interface Quarter {
  readonly ordinal: number;
  readonly name: string;
  readonly style: QuarterStyle | 'land';
  readonly parcelCode: string;
  readonly location: string;
  readonly parcelArea: number;
  /** Land-use code (TDYT). */
  readonly landUse: string;
  readonly boundary: Boundary;
  /** Degrees of the middle of the block. */
  readonly centre: readonly [number, number];
  readonly buildings: readonly BuildingPlan[];
  readonly firstUnit: number;
  readonly unitCount: number;
  readonly structure: string;
  readonly completedOn: string;
  /** 101 allotted, 102 granted. */
  readonly rightsNature: string;
  readonly houseNature: string;
  readonly landTermFrom: string;
  /** Thousandths of the city's history at which its first entries were made. */
  readonly began: number;
  /** Which developer sold it; undefined where residents were registered directly. */
  readonly developer: number | undefined;
}

const styles: Record<QuarterStyle, { floors: readonly [number, number]; stairs: readonly [number, number] }> =
  {
    'walk-up': { floors: [6, 6], stairs: [2, 4] },
    'mid-rise': { floors: [9, 18], stairs: [1, 3] },
    tower: { floors: [24, 33], stairs: [1, 2] },
  };

/** Units on net land: one in so many. */
const landEvery = 250;

/** Lays out quarters until there is room for the office's units; the last ones are net land. */
export function layOut(seed: number, site: OfficeSite, ground: Ground): readonly Quarter[] {
  const land = site.units >= 40 ? Math.max(1, Math.floor(site.units / landEvery)) : 0;
  const built = site.units - land;
  // Small cities have small quarters, so that there is more than one of them.
  const roomy = Math.max(24, Math.floor(built / 6));
  const quarters: Quarter[] = [];
  let next = 0;
  while (next < built) {
    const quarter = layOutQuarter(seed, site, ground, quarters.length, next, roomy);
    quarters.push(quarter);
    next += quarter.unitCount;
  }
  for (let at = 0; at < land; at++) {
    quarters.push(netLand(seed, site, ground, quarters.length, built + at));
  }
  return quarters;
}

function layOutQuarter(
  seed: number,
  site: OfficeSite,
  ground: Ground,
  ordinal: number,
  firstUnit: number,
  roomy: number,
): Quarter {
  const chance = chanceOf(seed, topics.quarter, Number(site.code), ordinal);
  const style = chance.percent(50) ? 'walk-up' : chance.percent(60) ? 'mid-rise' : 'tower';
  const parcelCode = parcelCodeOf(site.code, ordinal);
  const wanted = chance.integer(2, 9);
  const buildings: BuildingPlan[] = [];
  let next = firstUnit;
  const add = (kind: BuildingPlan['kind']) => {
    const building = layOutBuilding(chance, ground, style, kind, {
      parcelCode,
      ordinal,
      at: buildings.length,
    });
    buildings.push({ ...building, firstUnit: next });
    next += building.unitCount;
  };
  while (buildings.length === 0 || (buildings.length < wanted && next - firstUnit < roomy)) add('homes');
  if (chance.percent(45)) add('shops');
  if (style !== 'walk-up' && chance.percent(70)) add('garage');
  const walkUp = style === 'walk-up';
  const began = chance.integer(0, walkUp ? 700 : 900);
  const year = 2016 + Math.floor(began / 100);
  const completed = walkUp ? chance.integer(1992, 2008) : year - 1;
  return {
    ...parcelOf(seed, site, ground, ordinal, '071'),
    name: quarterName(ordinal, Number(site.code) % 97),
    style,
    buildings,
    firstUnit,
    unitCount: next - firstUnit,
    structure: walkUp ? '4' : '3',
    completedOn: dayIn(chance, completed),
    rightsNature: walkUp && chance.percent(40) ? '101' : '102',
    houseNature: walkUp ? chance.pick(['1', '8']) : '0',
    landTermFrom: dayIn(chance, completed - chance.integer(2, 4)),
    began,
    developer: walkUp ? undefined : chance.integer(0, 3),
  };
}

function layOutBuilding(
  chance: Chance,
  ground: Ground,
  style: QuarterStyle,
  kind: BuildingPlan['kind'],
  { parcelCode, ordinal, at }: { parcelCode: string; ordinal: number; at: number },
): Omit<BuildingPlan, 'firstUnit'> {
  const number = kind === 'garage' ? 9_001 : at + 1;
  const code = `${parcelCode}F${String(number).padStart(4, '0')}`;
  if (kind === 'garage') {
    const columns = Array.from({ length: chance.integer(6, 16) }, () => chance.integer(1_250, 1_480) / 100);
    const unitCount = columns.length;
    return { number, code, kind, floors: 1, stairs: 1, perFloor: unitCount, columns, unitCount };
  }
  const boundary = ground.polygon(buildingRing(ordinal, at));
  if (kind === 'shops') {
    const columns = Array.from({ length: chance.integer(4, 8) }, () => chance.integer(3_200, 18_000) / 100);
    const unitCount = 2 * columns.length;
    return {
      number,
      code,
      kind,
      floors: 2,
      stairs: 1,
      perFloor: columns.length,
      columns,
      unitCount,
      boundary,
    };
  }
  const { floors: storeys, stairs: entrances } = styles[style];
  const floors = chance.integer(...storeys);
  const stairs = chance.integer(...entrances);
  const perFloor =
    style === 'walk-up' ? 2 : style === 'mid-rise' ? chance.integer(2, 3) : chance.integer(3, 4);
  const [smallest, largest] = style === 'walk-up' ? [6_000, 10_500] : [7_800, 18_000];
  const columns = Array.from(
    { length: stairs * perFloor },
    () => chance.integer(smallest ?? 0, largest ?? 0) / 100,
  );
  return {
    number,
    code,
    kind,
    floors,
    stairs,
    perFloor,
    columns,
    unitCount: floors * columns.length,
    boundary,
  };
}

function netLand(
  seed: number,
  site: OfficeSite,
  ground: Ground,
  ordinal: number,
  firstUnit: number,
): Quarter {
  const chance = chanceOf(seed, topics.quarter, Number(site.code), ordinal);
  const landUse = chance.pick(['061', '061', '063', '054', '071']);
  const began = chance.integer(0, 950);
  return {
    ...parcelOf(seed, site, ground, ordinal, landUse),
    name: '',
    style: 'land',
    buildings: [],
    firstUnit,
    unitCount: 1,
    structure: '',
    completedOn: '',
    rightsNature: '102',
    houseNature: '',
    landTermFrom: dayIn(chance, 2015 + Math.floor(began / 100)),
    began,
    developer: undefined,
  };
}

function parcelOf(seed: number, site: OfficeSite, ground: Ground, ordinal: number, landUse: string) {
  const chance = chanceOf(seed, topics.parcel, Number(site.code), ordinal);
  const ring = parcelRing(ordinal, chance);
  const middle = buildingRing(ordinal, 5);
  const road = `${chance.pick(['和煦', '青阳', '锦书', '云庭', '晨晖', '兰若', '弦歌', '新禾'])}${chance.pick(['东', '西', '南', '北', '中'])}路`;
  return {
    ordinal,
    parcelCode: parcelCodeOf(site.code, ordinal),
    location: `${site.locality}${road}${chance.integer(1, 399)}号`,
    parcelArea: Math.round(areaOf(ring) * 100) / 100,
    landUse,
    boundary: ground.polygon(ring),
    centre: ground.degrees(middle[0] ?? [0, 0]),
  };
}

export const parcelsInSubzone = 100;
export const subzonesInZone = 99;

/** Parcels are numbered along the spiral, subzone by subzone. */
function parcelCodeOf(office: string, ordinal: number): string {
  const subzone = Math.floor(ordinal / parcelsInSubzone);
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  return `${office}${digits(Math.floor(subzone / subzonesInZone) + 1, 3)}${digits((subzone % subzonesInZone) + 1, 3)}GB${digits((ordinal % parcelsInSubzone) + 1, 5)}`;
}

const dayIn = (chance: Chance, year: number): string =>
  `${year}-${String(chance.integer(1, 12)).padStart(2, '0')}-${String(chance.integer(1, 28)).padStart(2, '0')}`;
