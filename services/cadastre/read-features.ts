import { parseShape } from './read-shape.ts';
import type { Level } from './tables.ts';

/** A district as a file gives it; its shape as GeoJSON text of a MultiPolygon. */
export interface ReadDistrict {
  /** Place of the feature in the file, from 0. */
  at: number;
  code: string;
  level: Level;
  name: string;
  shape: string;
}

/** What is wrong with a file, and where: `at` is the place of the feature, from 0; left out when it is about the whole file. */
export interface Fault {
  at?: number;
  field?: string;
  message: string;
}

export type Reading = { districts: ReadDistrict[]; faults: [] } | { districts: []; faults: Fault[] };

export const mostFeatures = 5_000;
export const mostPositions = 1_000_000;

/** How a level is written in files, and how many digits its codes have. */
export const levels = {
  area: { word: '行政区', digits: 6 },
  zone: { word: '地籍区', digits: 9 },
  subzone: { word: '地籍子区', digits: 12 },
} as const satisfies Record<Level, { word: string; digits: number }>;

const levelOf = (given: unknown): Level | undefined =>
  (Object.keys(levels) as Level[]).find((level) => given === level || given === levels[level].word);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a FeatureCollection of all districts of an office: properties `code`, `name`, `level`; polygons in CGCS2000 longitude and
 * latitude. Pure. Either every district or every fault found, none of both. What only geometry can tell is for checkShapes.
 */
export function readFeatures(office: string, content: unknown): Reading {
  if (!isRecord(content) || content.type !== 'FeatureCollection' || !Array.isArray(content.features))
    return failed([{ message: '应为 GeoJSON FeatureCollection，含 features 列表' }]);
  const features: unknown[] = content.features;
  const whole = [...faultOfSystem(content.crs), ...faultOfSize(features)];
  if (whole.length > 0) return failed(whole);
  const faults: Fault[] = [];
  const districts: ReadDistrict[] = [];
  let room = mostPositions;
  for (const [at, feature] of features.entries()) {
    const read = readFeature(office, at, feature, room);
    if ('faults' in read) faults.push(...read.faults);
    else {
      room -= read.positions;
      districts.push(read.district);
    }
    if (room < 0) return failed([{ message: `坐标点超过 ${mostPositions} 个，请抽稀后再导入` }]);
  }
  faults.push(...faultsBetween(office, districts, faults.length === 0));
  return faults.length > 0 ? failed(faults) : { districts, faults: [] };
}

const failed = (faults: Fault[]): Reading => ({ districts: [], faults });

/** RFC 7946 knows no other system than longitude and latitude; older files name theirs. */
function faultOfSystem(crs: unknown): Fault[] {
  if (crs === undefined || crs === null) return [];
  const name = isRecord(crs) && isRecord(crs.properties) ? String(crs.properties.name ?? '') : '';
  return /(^|:)4490$/.test(name)
    ? []
    : [
        {
          field: 'crs',
          message: `坐标系应为 CGCS2000 经纬度（EPSG:4490），文件注明的是“${name.slice(0, 60)}”`,
        },
      ];
}

function faultOfSize(features: readonly unknown[]): Fault[] {
  if (features.length === 0) return [{ message: '文件中没有分区' }];
  return features.length > mostFeatures ? [{ message: `分区超过 ${mostFeatures} 个` }] : [];
}

type FeatureRead = { district: ReadDistrict; positions: number } | { faults: Fault[] };

function readFeature(office: string, at: number, feature: unknown, room: number): FeatureRead {
  if (!isRecord(feature) || feature.type !== 'Feature')
    return { faults: [{ at, message: '应为 GeoJSON Feature' }] };
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const code = typeof properties.code === 'string' ? properties.code.replaceAll(/\s/g, '') : '';
  const name = typeof properties.name === 'string' ? properties.name.normalize('NFKC').trim() : '';
  const level = levelOf(properties.level);
  const label = code === '' ? '' : `${code.slice(0, 20)}${name === '' ? '' : `（${name.slice(0, 50)}）`}：`;
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ at, field, message: `${label}${message}` });
  if (!level) fault('level', '层级 level 应为 行政区、地籍区或地籍子区');
  else faultOfCode(office, code, level, fault);
  if (name === '') fault('name', '缺少名称 name');
  if (name.length > 100) fault('name', '名称不能超过 100 个字');
  const shape = parseShape(feature.geometry, room);
  if ('faults' in shape) for (const message of shape.faults) fault('geometry', message);
  if (faults.length > 0 || !level || 'faults' in shape) return { faults };
  return {
    district: { at, code, level, name, shape: JSON.stringify(shape.polygons) },
    positions: shape.positions,
  };
}

/** Six digits of the area, three of the zone, three of the subzone (GB/T 37346). */
function faultOfCode(
  office: string,
  code: string,
  level: Level,
  fault: (field: string, message: string) => void,
): void {
  const { word, digits } = levels[level];
  if (!/^\d+$/.test(code) || code.length !== digits) fault('code', `${word}代码应为 ${digits} 位数字`);
  else if (!code.startsWith(office)) fault('code', `代码应以本登记机构的行政区代码 ${office} 开头`);
  else if (level !== 'area' && code.slice(6, 9) === '000') fault('code', '地籍区编号应为 001 至 999');
}

/** Every code once, every district in one of the level above, every zone with its subzones. */
function faultsBetween(office: string, districts: readonly ReadDistrict[], complete: boolean): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, ReadDistrict>();
  for (const each of districts) {
    const twin = seen.get(each.code);
    if (twin)
      faults.push({
        at: each.at,
        field: 'code',
        message: `${each.code}（${each.name}）：代码与第 ${twin.at + 1} 个要素重复`,
      });
    else seen.set(each.code, each);
  }
  // While features are missing for their own faults, what is missing around them says nothing.
  if (!complete) return faults;
  if (!seen.has(office)) faults.push({ message: `缺少行政区 ${office}` });
  const subzones = Map.groupBy(
    districts.filter(({ level }) => level === 'subzone'),
    ({ code }) => code.slice(0, 9),
  );
  for (const { at, code, level, name } of districts) {
    const label = `${code}（${name}）：`;
    if (level === 'subzone' && !seen.has(code.slice(0, 9)))
      faults.push({ at, field: 'code', message: `${label}所属地籍区 ${code.slice(0, 9)} 不在文件中` });
    if (level === 'zone' && !subzones.has(code))
      faults.push({ at, field: 'code', message: `${label}没有地籍子区；未划子区的，以 ${code}000 列出一个` });
    if (level === 'subzone' && code.endsWith('000') && (subzones.get(code.slice(0, 9))?.length ?? 0) > 1)
      faults.push({ at, field: 'code', message: `${label}子区编号 000 表示未划子区，不能与其他子区并存` });
  }
  return faults;
}
