import type { Area } from './areas.ts';

type AreaRow = Omit<Area, 'band3' | 'epsg'>;
type City = Pick<Area, 'province' | 'abbreviation' | 'city'>;

/**
 * Codes as of November 2024 (statistical area codes; GB/T 2260). Centres are illustrative points read off
 * a map to two decimals and decide nothing but where a map opens and which zone is proposed.
 */

const changzhou: City = { province: '江苏省', abbreviation: '苏', city: '常州市' };
const quzhou: City = { province: '浙江省', abbreviation: '浙', city: '衢州市' };
const hulunbuir: City = { province: '内蒙古自治区', abbreviation: '内蒙古', city: '呼伦贝尔市' };
const zhongshan: City = { province: '广东省', abbreviation: '粤', city: '中山市' };
const beijing: City = { province: '北京市', abbreviation: '京', city: '北京市' };

function city(of: City, code: string, centre: [number, number]): AreaRow {
  const fullName = of.province === of.city ? of.city : of.province + of.city;
  return { ...of, code, name: of.city, fullName, level: 'city', centre };
}

function county(of: City, code: string, name: string, centre: [number, number]): AreaRow {
  const prefix = of.province === of.city ? of.city : of.province + of.city;
  return { ...of, code, name, fullName: prefix + name, level: 'county', centre };
}

/** Towns share their banner's centre; the numbering has a gap at 107. */
function townOfArun(number: string, name: string): AreaRow {
  const banner = county(hulunbuir, '150721', '阿荣旗', [123.46, 48.13]);
  return { ...banner, code: banner.code + number, name, fullName: banner.fullName + name, level: 'town' };
}

export const areaRows: readonly AreaRow[] = [
  city(changzhou, '320400', [119.97, 31.81]),
  county(changzhou, '320402', '天宁区', [119.97, 31.78]),
  county(changzhou, '320404', '钟楼区', [119.9, 31.8]),
  county(changzhou, '320411', '新北区', [119.97, 31.83]),
  county(changzhou, '320412', '武进区', [119.94, 31.7]),
  county(changzhou, '320413', '金坛区', [119.57, 31.74]),
  county(changzhou, '320481', '溧阳市', [119.48, 31.42]),
  city(quzhou, '330800', [118.87, 28.94]),
  county(quzhou, '330802', '柯城区', [118.87, 28.97]),
  county(quzhou, '330803', '衢江区', [118.96, 28.98]),
  county(quzhou, '330822', '常山县', [118.51, 28.9]),
  county(quzhou, '330824', '开化县', [118.41, 29.14]),
  county(quzhou, '330825', '龙游县', [119.17, 29.03]),
  county(quzhou, '330881', '江山市', [118.63, 28.74]),
  city(hulunbuir, '150700', [119.77, 49.21]),
  county(hulunbuir, '150721', '阿荣旗', [123.46, 48.13]),
  townOfArun('100', '那吉镇'),
  townOfArun('101', '六合镇'),
  townOfArun('102', '亚东镇'),
  townOfArun('103', '霍尔奇镇'),
  townOfArun('104', '向阳峪镇'),
  townOfArun('105', '三岔河镇'),
  townOfArun('106', '复兴镇'),
  townOfArun('108', '兴安镇'),
  townOfArun('200', '得力其尔鄂温克民族乡'),
  townOfArun('201', '查巴奇鄂温克民族乡'),
  townOfArun('202', '音河达斡尔鄂温克民族乡'),
  townOfArun('203', '新发朝鲜民族乡'),
  city(zhongshan, '442000', [113.38, 22.52]),
  city(beijing, '110000', [116.41, 39.9]),
  county(beijing, '110101', '东城区', [116.42, 39.93]),
  county(beijing, '110102', '西城区', [116.37, 39.91]),
  county(beijing, '110105', '朝阳区', [116.44, 39.92]),
  county(beijing, '110106', '丰台区', [116.29, 39.86]),
  county(beijing, '110107', '石景山区', [116.22, 39.91]),
  county(beijing, '110108', '海淀区', [116.3, 39.96]),
  county(beijing, '110109', '门头沟区', [116.1, 39.94]),
  county(beijing, '110111', '房山区', [116.14, 39.75]),
  county(beijing, '110112', '通州区', [116.66, 39.91]),
  county(beijing, '110113', '顺义区', [116.65, 40.13]),
  county(beijing, '110114', '昌平区', [116.23, 40.22]),
  county(beijing, '110115', '大兴区', [116.34, 39.73]),
  county(beijing, '110116', '怀柔区', [116.63, 40.32]),
  county(beijing, '110117', '平谷区', [117.12, 40.14]),
  county(beijing, '110118', '密云区', [116.84, 40.38]),
  county(beijing, '110119', '延庆区', [115.97, 40.46]),
];
