import type { Parcel, UnitFacts } from '@hengchan/register';
import { findArea } from '@hengchan/standards';
import { groundAt, type Point } from '../city/ground.ts';

/** What a unit with a title of some kind looks like in the code and in the survey. */
interface Kind {
  readonly kind: UnitFacts['kind'];
  /** 土地所有权类型 and 宗地特征码. */
  readonly letters: string;
  readonly feature: 'W' | 'F' | 'L';
  readonly use: string;
  readonly landUse?: string;
  readonly rightsNature: string;
  /** Land that was granted for years. */
  readonly years?: number;
  /** What stands in its address. */
  readonly word: string;
  readonly area: string;
}

const house = { kind: 'house', feature: 'F', use: '11', landUse: '071', area: '98.76' } as const;

/** One kind of ground for every code of a title (QLLX). */
const kinds: Readonly<Record<string, Kind>> = {
  '1': land('JA', '013', '200', '集体土地', '86420.00'),
  '3': { ...land('GB', '061', '102', '国有建设用地', '8600.50'), years: 50 },
  '4': { ...house, letters: 'GB', rightsNature: '102', years: 70, word: '住宅' },
  '5': land('JC', '072', '203', '宅基地', '180.00'),
  '6': { ...house, letters: 'JC', landUse: '072', rightsNature: '203', word: '农房', area: '216.30' },
  '7': land('JB', '061', '204', '集体建设用地', '3200.00'),
  '8': {
    ...house,
    letters: 'JB',
    use: '20',
    landUse: '061',
    rightsNature: '204',
    word: '厂房',
    area: '1860.00',
  },
  '9': land('JD', '011', '201', '承包地', '3335.00'),
  '10': forest('JE', '201', '承包林地'),
  '11': land('GL', '031', '100', '国有林地', '46690.00'),
  '12': forest('GL', '100', '国有林地'),
  '13': land('GF', '041', '100', '草原', '66670.00'),
  '15': {
    kind: 'sea',
    letters: 'GH',
    feature: 'W',
    use: '1',
    rightsNature: '102',
    word: '宗海',
    area: '50000.00',
  },
  '24': land('GN', '011', '100', '国有农用地', '26680.00'),
};

function land(letters: string, use: string, rightsNature: string, word: string, area: string): Kind {
  return { kind: 'land', letters, feature: 'W', use, rightsNature, word, area };
}

function forest(letters: string, rightsNature: string, word: string): Kind {
  return { kind: 'forest', letters, feature: 'L', use: '031', rightsNature, word, area: '20010.00' };
}

/** 地籍区 of parcels that exist for practice only, and its parts: for cases that were asked for, and for show. */
const practiceDistrict = '990';
export const practiceZones = { cases: `${practiceDistrict}001`, show: `${practiceDistrict}002` } as const;
export type PracticeZone = keyof typeof practiceZones;

/** Letters of the parcels on which a title of the kind is: one series of numbers each. */
export const lettersOf = (rightType: string): string => kindOf(rightType).letters;

/** A unit of the register and of the survey, on a parcel by itself unless another was named. */
export interface GroundPlan {
  readonly facts: UnitFacts;
  readonly parcel: Parcel;
}

export interface GroundWish {
  readonly office: string;
  readonly zone: PracticeZone;
  readonly rightType: string;
  /** Number of the parcel in its series. */
  readonly parcel: number;
  /** The how-manieth unit standing on it, from 1. */
  readonly unit: number;
  readonly changes?: Partial<UnitFacts>;
}

/** Blocks of the practice ground: a grid of small squares north-east of the town, however large that is. */
const perRow = 200;
const spacing = 60;
const corner = { east: 20_000, north: 16_000 };
const half = 20;
const side = perRow * spacing;

/** Corners of the practice district and of its parts, around all those squares. */
export const practiceGround = {
  zone: practiceBox(0, 2 * side),
  cases: practiceBox(0, side),
  show: practiceBox(side, 2 * side),
};

function practiceBox(from: number, to: number): Point[] {
  const [south, north] = [corner.north - spacing / 2, corner.north + 2 * side];
  const [west, east] = [corner.east + from - spacing / 2, corner.east + to - spacing / 2];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** The unit and the parcel, as a survey would describe them. Pure. */
export function groundFor({ office, zone, rightType, parcel: at, unit, changes }: GroundWish): GroundPlan {
  const kind = kindOf(rightType);
  const parcelCode = `${office}${practiceZones[zone]}${kind.letters}${digits(at, 5)}`;
  const area = findArea(office);
  const x = corner.east + (at % perRow) * spacing + (zone === 'show' ? side : 0);
  const y = corner.north + Math.floor(at / perRow) * spacing + letterShift(kind.letters);
  const ground = area ? groundAt(area.centre) : undefined;
  const place = `${area?.fullName ?? office}演练路${at}号`;
  const standing = kind.feature === 'F';
  const room = `${Math.ceil(unit / 2)}0${((unit - 1) % 2) + 1}`;
  const degrees = ground?.degrees([x, y]);
  const facts: UnitFacts = {
    code: `${parcelCode}${kind.feature}${tail(kind, unit)}`,
    kind: kind.kind,
    location: standing ? `${place}1幢${room}室` : `${place}${kind.word}`,
    area: kind.area,
    use: kind.use,
    parcelCode,
    rightsNature: kind.rightsNature,
    ...(kind.landUse ? { landUse: kind.landUse } : {}),
    ...(standing
      ? {
          landArea: '45.20',
          structure: '3',
          totalFloors: 6,
          floor: String(Math.ceil(unit / 2)),
          roomNo: room,
          buildingNo: '1',
          completedOn: '2015-06-30',
          houseType: '1',
          houseNature: '0',
        }
      : {}),
    ...(kind.years ? { landTermFrom: '2012-04-01', landTermTo: `${2012 + kind.years}-03-31` } : {}),
    ...(degrees ? { longitude: degrees[0], latitude: degrees[1] } : {}),
    ...changes,
  };
  const corners = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ] as const;
  return {
    facts,
    parcel: {
      code: parcelCode,
      location: place,
      area: standing ? '1600.00' : kind.area,
      use: kind.landUse ?? kind.use,
      ownerNature: kind.letters.startsWith('G') ? '国有' : '集体',
      ...(ground ? { boundary: ground.polygon(corners) } : {}),
    },
  };
}

function tail({ feature }: Kind, unit: number): string {
  if (feature === 'W') return '00000000';
  return feature === 'F' ? `0001${digits(unit, 4)}` : digits(unit, 8);
}

/** Series of parcels lie beside each other, GB first. */
const letterShift = (letters: string): number =>
  ([...letters].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) - 137) * 500;

/** Title of the land under a title of what stands on it. */
const landTitles: Readonly<Record<string, string>> = { '4': '3', '6': '5', '8': '7', '12': '11' };
export const landTitleOf = (rightType: string): string | undefined => landTitles[rightType];

function kindOf(rightType: string): Kind {
  const kind = kinds[rightType];
  if (!kind) throw new RangeError(`no practice ground for titles of type ${rightType}`);
  return kind;
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
