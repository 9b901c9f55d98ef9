import { describe, expect, test } from 'vitest';
import { areas, band3Of, countiesOf, epsgOfBand3, epsgOfCentralMeridian, findArea } from './areas.ts';
import { provinceAbbreviations } from './certificate-number.ts';
import { nameOf } from './dictionaries/index.ts';

describe('seeded areas', () => {
  test.each([
    ['320402', '江苏省常州市天宁区', '苏', 40, 4528],
    ['320481', '江苏省常州市溧阳市', '苏', 40, 4528],
    ['330802', '浙江省衢州市柯城区', '浙', 40, 4528],
    ['330822', '浙江省衢州市常山县', '浙', 40, 4528],
    ['330824', '浙江省衢州市开化县', '浙', 39, 4527],
    ['150721', '内蒙古自治区呼伦贝尔市阿荣旗', '内蒙古', 41, 4529],
    ['442000', '广东省中山市', '粤', 38, 4526],
    ['110105', '北京市朝阳区', '京', 39, 4527],
    ['150721108', '内蒙古自治区呼伦贝尔市阿荣旗兴安镇', '内蒙古', 41, 4529],
  ])('%s', (code, fullName, abbreviation, band3, epsg) => {
    expect(findArea(code)).toMatchObject({ code, fullName, abbreviation, band3, epsg });
  });

  test('codes are unique, of 6 or 9 digits, and lie in a listed province', () => {
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length);
    for (const area of areas) {
      expect(area.code).toMatch(area.level === 'town' ? /^\d{9}$/ : /^\d{6}$/);
      expect(area.province).toContain(nameOf('SS', `${area.code.slice(0, 2)}0000`));
      expect(provinceAbbreviations).toContain(area.abbreviation);
      expect(area.fullName.endsWith(area.name)).toBe(true);
    }
  });

  test.each([
    ['320400', 6],
    ['330800', 6],
    ['150700', 1],
    ['110000', 16],
  ])('%s has %i counties', (city, count) => {
    expect(countiesOf(city)).toHaveLength(count);
  });

  test('a city without counties answers for itself', () => {
    expect(countiesOf('442000').map((area) => area.code)).toEqual(['442000']);
  });

  test('the banner has twelve towns and no 107', () => {
    expect(areas.filter((area) => area.level === 'town')).toHaveLength(12);
    expect(findArea('150721107')).toBeUndefined();
  });

  test('elsewhere is not known', () => {
    expect(findArea('440300')).toBeUndefined();
    expect(countiesOf('440300')).toEqual([]);
  });
});

describe('zones', () => {
  test.each([
    [118.49, 39],
    [118.5, 40],
    [121.49, 40],
    [121.5, 41],
    [75, 25],
  ])('%d°E lies in zone %i', (longitude, zone) => {
    expect(band3Of(longitude)).toBe(zone);
  });

  test.each([
    [25, 4513, 4534],
    [40, 4528, 4549],
    [45, 4533, 4554],
  ])('zone %i is EPSG %i, or %i without its number', (zone, numbered, plain) => {
    expect(epsgOfBand3(zone)).toBe(numbered);
    expect(epsgOfCentralMeridian(zone)).toBe(plain);
  });

  test.each([24, 46, 40.5])('zone %d is not in China', (zone) => {
    expect(() => epsgOfBand3(zone)).toThrow(RangeError);
  });
});
