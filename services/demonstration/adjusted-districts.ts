import type { Platform } from '@hengchan/platform';
import { adjustedDistrictsOf } from './city/districts.ts';
import { cityOf, readRecord } from './seed/record.ts';

const words = { area: '行政区', zone: '地籍区', subzone: '地籍子区' } as const;

/** A file to try the import of districts with: those an office began with, plausibly adjusted. Undefined where there is no city. EX-GEO-01. */
export async function adjustedDistricts({ database }: Platform, office: string) {
  const record = await readRecord(database);
  const found = record && cityOf(record).offices.find(({ site }) => site.code === office);
  if (!found) return undefined;
  return {
    type: 'FeatureCollection' as const,
    name: `districts-${office}-adjusted`,
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
    features: adjustedDistrictsOf(found).map(({ code, name, level, shape }) => ({
      type: 'Feature' as const,
      properties: { code, name, level: words[level] },
      geometry: JSON.parse(shape) as { type: string; coordinates: unknown[] },
    })),
  };
}
