import type { GivenDistrict } from '@hengchan/cadastre';
import { practiceGround, practiceZones } from '../situations/ground.ts';
import type { OfficeCity } from './city.ts';
import { type Ground, groundAt, type Point, spiral } from './ground.ts';
import { type Block, outlineOf } from './outline.ts';
import { parcelsInSubzone, subzonesInZone } from './quarters.ts';

/** Fewer would leave nothing to adjust. */
const fewestSubzones = 4;
const words = ['和煦', '青阳', '锦书', '云庭', '晨晖', '兰若', '弦歌', '新禾'];

interface Subzone {
  readonly code: string;
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** The districts in which the parcels of an office of the city, and those made for practice, are numbered. Pure. */
export const districtsOf = (office: OfficeCity): GivenDistrict[] => drawn(office, subzonesOf(office));

/**
 * A plausible adjustment of them, to be tried: the first subzone is divided between two new ones, the second one takes eight blocks over
 * from the third, the fourth one has another name. Pure.
 */
export function adjustedDistrictsOf(office: OfficeCity): GivenDistrict[] {
  const [first, second, third, fourth, ...rest] = subzonesOf(office);
  if (!first || !second || !third || !fourth) throw new Error('a city has four subzones');
  const next = 4 + rest.length;
  const side = (west: boolean) => first.blocks.filter(([column]) => column <= 0 === west);
  return drawn(office, [
    { code: subzoneCode(office.site.code, next), name: `${first.name}西`, blocks: side(true) },
    { code: subzoneCode(office.site.code, next + 1), name: `${first.name}东`, blocks: side(false) },
    { ...second, blocks: [...second.blocks, ...third.blocks.slice(0, 8)] },
    { ...third, blocks: third.blocks.slice(8) },
    { ...fourth, name: `${fourth.name}新城` },
    ...rest,
  ]);
}

/** A hundred blocks to a subzone, in the order in which parcels are numbered. */
function subzonesOf({ site, quarters }: OfficeCity): Subzone[] {
  const count = Math.max(fewestSubzones, Math.ceil(quarters.length / parcelsInSubzone));
  return Array.from({ length: count }, (_, at) => ({
    code: subzoneCode(site.code, at),
    name: `${words[at % words.length]}${at < words.length ? '' : Math.floor(at / words.length) + 1}片`,
    blocks: Array.from({ length: parcelsInSubzone }, (_each, block) => spiral(at * parcelsInSubzone + block)),
  }));
}

/** Code of the n-th subzone of an office. */
function subzoneCode(office: string, at: number): string {
  const digits = (value: number) => String(value).padStart(3, '0');
  return `${office}${digits(Math.floor(at / subzonesInZone) + 1)}${digits((at % subzonesInZone) + 1)}`;
}

/** Metres the area reaches beyond what is in it. */
const margin = 500;

function drawn({ site }: OfficeCity, subzones: readonly Subzone[]): GivenDistrict[] {
  const ground = groundAt(site.area.centre);
  const zones = [...Map.groupBy(subzones, ({ code }) => code.slice(0, 9))];
  const all = outlineOf(subzones.flatMap(({ blocks }) => blocks)).flat();
  const practice = practiceGround.zone;
  const reach = (axis: 0 | 1) => [...all, ...practice].map((point) => point[axis]);
  const [west, east] = [Math.min(...reach(0)) - margin, Math.max(...reach(0)) + margin];
  const [south, north] = [Math.min(...reach(1)) - margin, Math.max(...reach(1)) + margin];
  const draw = (
    code: string,
    level: GivenDistrict['level'],
    name: string,
    rings: Point[][],
  ): GivenDistrict => ({
    code,
    level,
    name,
    shape: shapeOf(ground, rings),
  });
  const district = practiceZones.cases.slice(0, 3);
  return [
    draw(site.code, 'area', site.area.name, [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
    ]),
    ...zones.flatMap(([code, within], at) => [
      draw(code, 'zone', `城区第${at + 1}地籍区`, outlineOf(within.flatMap(({ blocks }) => blocks))),
      ...within.map((each) => draw(each.code, 'subzone', each.name, outlineOf(each.blocks))),
    ]),
    draw(`${site.code}${district}`, 'zone', '演练地籍区', [[...practice]]),
    draw(`${site.code}${practiceZones.cases}`, 'subzone', '办件演练片', [[...practiceGround.cases]]),
    draw(`${site.code}${practiceZones.show}`, 'subzone', '展示演练片', [[...practiceGround.show]]),
  ];
}

function shapeOf(ground: Ground, rings: Point[][]): string {
  const closed = rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(ground.degrees));
  return JSON.stringify({ type: 'MultiPolygon', coordinates: [closed] });
}
