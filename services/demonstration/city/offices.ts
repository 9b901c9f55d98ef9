import { type Area, countiesOf, findArea } from '@hengchan/standards';

/** A registry office as people read it: the shape the registration service takes. */
export interface DemonstrationOffice {
  readonly code: string;
  readonly name: string;
  /** Provincial abbreviation and place in certificate numbers. */
  readonly province: string;
  readonly place: string;
  readonly address: string;
  /** When people may come. */
  readonly hours: string;
}

interface Site extends DemonstrationOffice {
  /** What addresses in its area begin with. */
  readonly locality: string;
  /** Of a thousand units of the city, how many are here. */
  readonly portion: number;
}

/** The first one is the city; the others are there so that offices can be told apart. */
const sites: readonly Site[] = [
  {
    code: '320402',
    name: '常州市天宁区不动产登记中心',
    province: '苏',
    place: '常州市',
    address: '常州市天宁区演示路1号',
    hours: '工作日 9:00—17:00',
    locality: '常州市天宁区',
    portion: 900,
  },
  {
    code: '330802',
    name: '衢州市柯城区不动产登记中心',
    province: '浙',
    place: '衢州市',
    address: '衢州市柯城区演示路2号',
    hours: '工作日 9:00—17:00',
    locality: '衢州市柯城区',
    portion: 25,
  },
  {
    code: '150721',
    name: '阿荣旗不动产登记中心',
    province: '内蒙古',
    place: '阿荣旗',
    address: '呼伦贝尔市阿荣旗那吉镇演示街3号',
    hours: '工作日 9:00—17:00',
    locality: '呼伦贝尔市阿荣旗那吉镇',
    portion: 25,
  },
  {
    code: '442000',
    name: '中山市不动产登记中心',
    province: '粤',
    place: '中山市',
    address: '中山市演示路4号',
    hours: '工作日 9:00—17:00',
    locality: '中山市',
    portion: 25,
  },
  {
    code: '110105',
    name: '北京市朝阳区不动产登记中心',
    province: '京',
    place: '朝',
    address: '北京市朝阳区演示路5号',
    hours: '工作日 9:00—17:00',
    locality: '北京市朝阳区',
    portion: 25,
  },
];

/** The registry offices of the demonstration, the main one first. */
export const demonstrationOffices: readonly DemonstrationOffice[] = sites.map(
  ({ locality: _locality, portion: _portion, ...office }) => office,
);

export interface OfficeSite extends Site {
  readonly units: number;
  readonly area: Area;
  /** Areas its people were born in: the counties of the city. */
  readonly birthAreas: readonly string[];
}

/** Shares the units out among the offices; what does not divide goes to the main one. */
export function shareOut(units: number): readonly OfficeSite[] {
  const small = sites.slice(1).map((site) => Math.floor((units * site.portion) / 1_000));
  const rest = units - small.reduce((sum, each) => sum + each, 0);
  return sites.map((site, at) => {
    const area = findArea(site.code);
    if (!area) throw new Error(`no area ${site.code}`);
    return {
      ...site,
      area,
      units: at === 0 ? rest : (small[at - 1] ?? 0),
      birthAreas: [...countiesOf(cityOf(area)).map((county) => county.code), ...(at === 0 ? province : [])],
    };
  });
}

/** Counties elsewhere in Jiangsu from which people moved to the main city: it may have millions. */
const province = [
  ...['320102', '320104', '320105', '320106', '320111', '320113', '320114', '320115'],
  ...['320205', '320206', '320211', '320213', '320214'],
];

/** Counties of a municipality belong to the municipality itself. */
function cityOf(area: Area): string {
  if (area.level === 'city') return area.code;
  const prefecture = `${area.code.slice(0, 4)}00`;
  return findArea(prefecture) ? prefecture : `${area.code.slice(0, 2)}0000`;
}
