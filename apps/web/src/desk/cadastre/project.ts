import proj4 from 'proj4';

/** The 3° zone of CGCS2000 with the central meridian nearest to a longitude, as EPSG numbers it (4534–4554). */
export function zoneOf(longitude: number): { code: string; definition: string } {
  const meridian = Math.min(135, Math.max(75, Math.round(longitude / 3) * 3));
  return {
    code: `EPSG:${4534 + (meridian - 75) / 3}`,
    definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  };
}

/** CGCS2000 in degrees. */
export const degrees = 'EPSG:4490';

/** Makes proj4 know degrees and the zone of a longitude; answers the code of the zone. */
export function knowZone(longitude: number): string {
  const { code, definition } = zoneOf(longitude);
  proj4.defs(degrees, '+proj=longlat +ellps=GRS80 +no_defs');
  proj4.defs(code, definition);
  return code;
}
