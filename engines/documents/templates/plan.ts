import { type Static, Type } from 'typebox';
import { closed, dayOf, oneOf, perhaps, words } from './common.ts';
import { extentOf, following, labelPoint, outwardNormal, type Point, towardsRoom } from './geometry.ts';

const point = Type.Tuple([Type.Number(), Type.Number()], { title: '坐标（横坐标、纵坐标，米）' });
const ring = Type.Array(point, { title: '边界', minItems: 3, maxItems: 2000 });

const area = closed(
  {
    /** What the polygon is: the unit itself is drawn strong, its surroundings light. */
    role: oneOf('图形类别', ['subject', 'building', 'neighbour', 'room']),
    label: perhaps('注记', 60),
    /** First the outer boundary, then holes. East and north in metres; not closed by repeating a point. */
    rings: Type.Array(ring, { title: '边界', minItems: 1, maxItems: 50 }),
  },
  '图形',
);

/** 宗地图 or 分户图 (房产分户图), from coordinates. */
export const plan = closed(
  {
    title: oneOf('图名', ['宗地图', '宗海图', '分户图']),
    areas: Type.Array(area, { title: '图形', minItems: 1, maxItems: 200 }),
    /** Number the boundary points of the subject J1, J2 … (parcel plans). */
    numberPoints: Type.Optional(Type.Boolean({ title: '标注界址点号' })),
    coordinateSystem: perhaps('坐标系', 60),
    surveyor: perhaps('测绘单位', 100),
    drawnOn: Type.Optional(dayOf('绘图日期')),
    facts: Type.Optional(
      Type.Array(closed({ label: words('名称', 20), value: words('内容', 200) }), { maxItems: 8 }),
    ),
  },
  '附图',
);
export type Plan = Static<typeof plan>;

/** Millimetres of the drawing box on the sheet, and the white kept round the drawing in it. */
const BOX = { width: 166, height: 172, margin: 14 } as const;
const SCALES = [
  50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600, 750, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000,
  7500, 10_000, 20_000, 50_000,
] as const;
/** Edges shorter than this on paper carry no length, or the figures would lie over each other. */
const SHORTEST_LABELLED_MM = 7;
const LENGTH_OFFSET_MM = 2.4;
const NUMBER_OFFSET_MM = 3.8;

interface DrawnEdge {
  at: Point;
  length: string;
  /** Degrees, always readable from below. */
  angle: number;
}

export interface DrawnArea {
  role: string;
  label: string | null;
  rings: Point[][];
  labelAt: Point;
  edges: DrawnEdge[];
  points: { at: Point; name: string; label: Point }[];
}

export interface DrawnPlan extends Omit<Plan, 'areas'> {
  box: { width: number; height: number };
  scale: number;
  areas: DrawnArea[];
}

interface Paper {
  /** From metres in the field to millimetres on the sheet. */
  place(at: Point): Point;
  /** Metres in the field that a millimetre on the sheet stands for. */
  metres: number;
  numbered: boolean;
  inside: Point[][];
}

/**
 * Puts a plan into millimetres on the sheet at the largest customary scale at which all but the neighbours
 * fits, north up; neighbours are cut off at the edge of the box. Lengths are of the coordinates, to the
 * centimetre.
 */
export function drawPlan(source: Plan): DrawnPlan {
  const own = source.areas.filter(({ role }) => role !== 'neighbour');
  const { low, high } = extentOf((own.length > 0 ? own : source.areas).flatMap(({ rings }) => rings.flat()));
  const needed = Math.max(
    ((high[0] - low[0]) * 1000) / (BOX.width - 2 * BOX.margin),
    ((high[1] - low[1]) * 1000) / (BOX.height - 2 * BOX.margin),
  );
  const scale = SCALES.find((candidate) => candidate >= needed) ?? Math.ceil(needed / 10_000) * 10_000;
  const metres = scale / 1000;
  const paper: Paper = {
    place: ([x, y]) => [
      round(BOX.width / 2 + (x - (low[0] + high[0]) / 2) / metres),
      round(BOX.height / 2 - (y - (low[1] + high[1]) / 2) / metres),
    ],
    metres,
    numbered: source.numberPoints === true,
    inside: own.filter(({ role }) => role !== 'subject').flatMap(({ rings }) => rings),
  };
  const { areas, ...rest } = source;
  const box = { width: BOX.width, height: BOX.height };
  return { ...rest, box, scale, areas: areas.map((area) => drawArea(area, paper)) };
}

function drawArea({ role, label, rings }: Plan['areas'][number], paper: Paper): DrawnArea {
  const subject = role === 'subject';
  const outer: Point[] = rings[0] ?? [];
  return {
    role,
    label: label ?? null,
    rings: rings.map((ring) => ring.map(paper.place)),
    labelAt: label === undefined ? [0, 0] : paper.place(labelPoint(rings, subject ? paper.inside : [])),
    edges: subject ? outer.flatMap((_, index) => drawEdge(outer, index, paper)) : [],
    points: subject && paper.numbered ? outer.map((_, index) => drawCorner(outer, index, paper)) : [],
  };
}

function drawEdge(ring: Point[], index: number, { place, metres }: Paper): DrawnEdge[] {
  const from = ring[index] as Point;
  const to = following(ring, index);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length / metres < SHORTEST_LABELLED_MM) return [];
  let angle = (-Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  if (angle > 90) angle -= 180;
  if (angle <= -90) angle += 180;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const at = place(beyond(middle, outwardNormal(ring, index), LENGTH_OFFSET_MM * metres));
  return [{ at, length: length.toFixed(2), angle: round(angle) }];
}

function drawCorner(ring: Point[], index: number, { place, metres }: Paper): DrawnArea['points'][number] {
  const corner = ring[index] as Point;
  const label = place(beyond(corner, towardsRoom(ring, index), NUMBER_OFFSET_MM * metres));
  return { at: place(corner), name: `J${index + 1}`, label };
}

function beyond(from: Point, direction: Point, by: number): Point {
  return [from[0] + direction[0] * by, from[1] + direction[1] * by];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
