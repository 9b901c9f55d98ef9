import { areaRows } from './area-data.ts';

/** An administrative area of a city the project is seeded with. */
export interface Area {
  /** 6 digits; 9 for towns */
  code: string;
  name: string;
  /** province, city and county as written in addresses */
  fullName: string;
  level: 'city' | 'county' | 'town';
  province: string;
  /** abbreviation that begins certificate numbers */
  abbreviation: string;
  city: string;
  /** illustrative [longitude, latitude] in CGCS2000 degrees, not a survey point */
  centre: [number, number];
  /** 3-degree Gauss-Krüger zone number */
  band3: number;
  /** EPSG of CGCS2000 in that zone with the zone number before the easting */
  epsg: number;
}

/** Zone of a longitude: zone 40 is centred on 120°E. */
export function band3Of(longitude: number): number {
  return Math.floor((longitude + 1.5) / 3);
}

/** EPSG of CGCS2000 3-degree zones 25 to 45, zone number in front of the easting. Throws RangeError. */
export function epsgOfBand3(band: number): number {
  if (!Number.isInteger(band) || band < 25 || band > 45) throw new RangeError('China lies in zones 25 to 45');
  return 4488 + band;
}

/** EPSG of the same zones named by central meridian, easting without zone number. Throws RangeError. */
export function epsgOfCentralMeridian(band: number): number {
  return epsgOfBand3(band) + 21;
}

/** Every seeded area: cities, counties, and the towns of one banner. */
export const areas: readonly Area[] = areaRows.map((row) => {
  const band3 = band3Of(row.centre[0]);
  return { ...row, band3, epsg: epsgOfBand3(band3) };
});

const byCode = new Map(areas.map((area) => [area.code, area]));

/** The seeded area with this code, or undefined; codes elsewhere in China are not known here. */
export function findArea(code: string): Area | undefined {
  return byCode.get(code);
}

/** Counties (or the city itself where it has none) that registry offices of a seeded city use. */
export function countiesOf(cityCode: string): Area[] {
  const city = findArea(cityCode);
  if (!city) return [];
  const counties = areas.filter((area) => area.level === 'county' && area.city === city.city);
  return counties.length > 0 ? counties : [city];
}
