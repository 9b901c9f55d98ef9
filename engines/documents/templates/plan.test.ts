import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelPlan } from '../samples/plans.ts';
import { contains, labelPoint, outwardNormal, type Point, towardsRoom } from './geometry.ts';
import { drawPlan, type Plan } from './plan.ts';

const square: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

function planOf(ring: Point[]): Plan {
  return {
    title: '宗地图',
    areas: [{ role: 'subject', label: '甲', rings: [ring.map(([x, y]) => [x, y])] }],
    numberPoints: true,
  };
}

/** Star-shaped, so never crossing itself, somewhere in national coordinates. */
const ring = fc
  .array(
    fc.record({
      reach: fc.double({ min: 3, max: 400, noNaN: true }),
      turn: fc.double({ min: 0.2, max: 1, noNaN: true }),
    }),
    {
      minLength: 3,
      maxLength: 30,
    },
  )
  .map((corners): Point[] => {
    const whole = corners.reduce((sum, { turn }) => sum + turn, 0);
    let angle = 0;
    return corners.map(({ reach, turn }) => {
      angle += (turn / whole) * 2 * Math.PI;
      return [40_500_000 + reach * Math.cos(angle), 3_520_000 + reach * Math.sin(angle)];
    });
  });

describe('a plan', () => {
  it('always fits its box, north up, at a scale that keeps lengths', () => {
    fc.assert(
      fc.property(ring, (corners) => {
        const drawn = drawPlan(planOf(corners));
        const placed = drawn.areas[0]?.rings[0] ?? [];
        for (const [x, y] of placed) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(drawn.box.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(drawn.box.height);
        }
        const [a, b] = [corners[0] as Point, corners[1] as Point];
        const [p, q] = [placed[0] as Point, placed[1] as Point];
        expect(Math.hypot(q[0] - p[0], q[1] - p[1])).toBeCloseTo(
          (Math.hypot(b[0] - a[0], b[1] - a[1]) * 1000) / drawn.scale,
          1,
        );
        expect(Math.sign(q[1] - p[1])).toBe(-Math.sign(Math.round((b[1] - a[1]) * 1e4) / 1e4) || 0);
      }),
    );
  });

  it('writes the length of each edge to the centimetre, readable from below', () => {
    const { edges } = drawPlan(planOf([...square])).areas[0] ?? { edges: [] };
    expect(edges.map(({ length }) => length)).toEqual(['10.00', '10.00', '10.00', '10.00']);
    for (const { angle } of edges) expect(Math.abs(angle)).toBeLessThanOrEqual(90);
  });

  it('numbers the corners in the order given', () => {
    const names = drawPlan(parcelPlan).areas[1]?.points.map(({ name }) => name);
    expect(names).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'J6']);
  });

  it('lets a neighbour run off the edge instead of shrinking the parcel', () => {
    const near = drawPlan(parcelPlan).scale;
    const far = structuredClone(parcelPlan);
    far.areas.push({
      role: 'neighbour',
      rings: [
        [
          [40_510_000, 3_520_000],
          [40_510_100, 3_520_000],
          [40_510_100, 3_520_100],
        ],
      ],
    });
    expect(drawPlan(far).scale).toBe(near);
  });
});

describe('geometry', () => {
  it('points outwards whichever way the ring runs', () => {
    expect(outwardNormal(square, 0)[1]).toBe(-1);
    expect(outwardNormal(square.toReversed(), 0)[1]).toBe(1);
  });

  it('points a corner’s number into the wider side, inwards where the corner is re-entrant', () => {
    const ell: Point[] = [
      [0, 0],
      [10, 0],
      [10, 4],
      [4, 4],
      [4, 10],
      [0, 10],
    ];
    expect(towardsRoom(ell, 0).every((part) => part < 0)).toBe(true);
    expect(towardsRoom(ell, 3).every((part) => part < 0)).toBe(true);
    expect(towardsRoom(ell.toReversed(), 2).every((part) => part < 0)).toBe(true);
  });

  it('puts a label inside the ring and outside what stands in it', () => {
    const building: Point[] = [
      [3, 3],
      [7, 3],
      [7, 7],
      [3, 7],
    ];
    const at = labelPoint([square], [building]);
    expect(contains([square], at)).toBe(true);
    expect(contains([building], at)).toBe(false);
    expect(labelPoint([square])).toEqual([5, 5]);
  });

  it('finds an inside point for any star-shaped ring', () => {
    fc.assert(
      fc.property(ring, (corners) => {
        const at = labelPoint([corners]);
        expect(at.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
