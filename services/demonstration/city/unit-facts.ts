import type { UnitFacts } from '@hengchan/register';
import type { OfficeSite } from './offices.ts';
import type { BuildingPlan, Quarter } from './quarters.ts';

/** Floor area on a square metre of land: what is allotted to a home is its area divided by it. */
const floorAreaRatio = { 'walk-up': 1.5, 'mid-rise': 2.1, tower: 2.8, land: 1 };

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** The physical facts of the n-th unit of a quarter, counted within the office. */
export function factsOf(site: OfficeSite, quarter: Quarter, index: number): UnitFacts {
  if (quarter.style === 'land') return landFacts(quarter);
  const building = buildingOf(quarter, index);
  const within = index - building.firstUnit;
  const perStorey = building.columns.length;
  const storey = Math.floor(within / perStorey) + 1;
  const column = within % perStorey;
  const area = building.columns[column] ?? 0;
  const share = area / floorAreaRatio[quarter.style];
  const [longitude, latitude] = quarter.centre;
  const place = `${site.locality}${quarter.name}`;
  const common = {
    code: `${building.code}${digits(within + 1, 4)}`,
    kind: 'house',
    area: area.toFixed(2),
    landArea: share.toFixed(2),
    structure: quarter.structure,
    totalFloors: building.floors,
    completedOn: quarter.completedOn,
    parcelCode: quarter.parcelCode,
    rightsNature: quarter.rightsNature,
    houseNature: quarter.houseNature,
    longitude,
    latitude,
  } as const;
  switch (building.kind) {
    case 'garage': {
      const roomNo = `B1-${digits(within + 1, 3)}`;
      const location = `${place}地下车库${roomNo}`;
      return {
        ...common,
        location,
        use: '80',
        landUse: '071',
        houseType: '6',
        floor: '-1',
        roomNo,
        ...home(quarter),
      };
    }
    case 'shops': {
      const roomNo = `${storey}${digits(column + 1, 2)}`;
      const location = `${place}${building.number}幢${roomNo}商铺`;
      const shop = { use: '31', landUse: '054', houseType: '2', floor: String(storey), roomNo };
      return { ...common, location, ...shop, buildingNo: String(building.number), ...term(quarter, 40) };
    }
    case 'homes': {
      const stair = Math.floor(column / building.perFloor) + 1;
      const roomNo = `${storey}${digits((column % building.perFloor) + 1, 2)}`;
      const location = `${place}${building.number}幢${stair}单元${roomNo}室`;
      const flat = { use: '11', landUse: '071', houseType: '1', floor: String(storey), roomNo };
      return { ...common, location, ...flat, buildingNo: String(building.number), ...home(quarter) };
    }
  }
}

function landFacts(quarter: Quarter): UnitFacts {
  const [longitude, latitude] = quarter.centre;
  return {
    code: `${quarter.parcelCode}W00000000`,
    kind: 'land',
    location: quarter.location,
    area: quarter.parcelArea.toFixed(2),
    use: quarter.landUse,
    parcelCode: quarter.parcelCode,
    rightsNature: quarter.rightsNature,
    ...term(quarter, quarter.landUse === '071' ? 70 : 50),
    longitude,
    latitude,
  };
}

export function buildingOf(quarter: Quarter, index: number): BuildingPlan {
  const building = quarter.buildings.findLast((each) => each.firstUnit <= index);
  if (!building) throw new RangeError(`no unit ${index} in quarter ${quarter.ordinal}`);
  return building;
}

/** Allotted land has no term. */
const home = (quarter: Quarter) => (quarter.rightsNature === '101' ? {} : term(quarter, 70));

/** First and last day of a term of so many years. */
function term(quarter: Quarter, years: number): { landTermFrom: string; landTermTo: string } {
  const from = quarter.landTermFrom;
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month - 1, day - 1));
  return { landTermFrom: from, landTermTo: last.toISOString().slice(0, 10) };
}
