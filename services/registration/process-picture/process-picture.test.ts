import type { BusinessDefinition, ProcessNode } from '@hengchan/casework';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowOf } from './flow.ts';
import { layOut } from './layout.ts';
import type { Box, Point } from './measures.ts';
import { processPicture } from './process-picture.ts';

const human = (id: string, next: string, ways: Record<string, string> = {}): ProcessNode => ({
  id,
  kind: 'human',
  title: `环节${id}`,
  phase: 'reviewing',
  assignee: { staff: ['acceptor', 'reviewer', 'approver'][id.length % 3] ?? 'acceptor' },
  actions: [
    { action: 'go', title: '通过', next },
    ...Object.entries(ways).map(([action, to]) => ({ action, title: `转${action}`, next: to })),
  ],
  next,
});

const definitionOf = (nodes: ProcessNode[], start = nodes[0]?.id ?? '') =>
  ({
    code: 'invented',
    version: 1,
    name: '虚构 & <业务>',
    summary: '说明。',
    limit: { workingDays: 1, statutoryWorkingDays: 30 },
    process: { start, nodes },
  }) as unknown as BusinessDefinition;

const end = (id: string, phase: 'completed' | 'refused'): ProcessNode => ({
  id,
  kind: 'end',
  title: id,
  phase,
});

describe('flowOf', () => {
  test('makes every choice a gateway with named ways, and leaves out what only a withdrawal reaches', () => {
    const flow = flowOf(
      definitionOf([
        human('accept', 'done', { refuse: 'no', return: 'accept' }),
        end('done', 'completed'),
        end('no', 'refused'),
        end('withdrawn', 'refused'),
      ]),
    );
    expect(flow.nodes.map((node) => [node.id, node.kind])).toEqual([
      ['start', 'startEvent'],
      ['accept', 'userTask'],
      ['accept.ways', 'exclusiveGateway'],
      ['done', 'endEvent'],
      ['no', 'endEvent'],
    ]);
    expect(flow.nodes.find((node) => node.id === 'no')?.terminates).toBe(true);
    expect(flow.nodes.find((node) => node.id === 'done')?.terminates).toBeUndefined();
    expect(
      flow.flows.filter((each) => each.from === 'accept.ways').map(({ to, name }) => [to, name]),
    ).toEqual([
      ['done', '通过'],
      ['no', '转refuse'],
      ['accept', '转return'],
    ]);
  });

  test('a step of one channel is passed by for the other', () => {
    const confirm: ProcessNode = {
      id: 'confirm',
      kind: 'human',
      title: '各方确认',
      phase: 'confirming',
      assignee: { party: 'each' },
      onlyChannel: 'online',
      actions: [{ action: 'confirm', title: '确认', next: 'done' }],
      next: 'done',
    };
    const flow = flowOf(definitionOf([confirm, end('done', 'completed')]));
    expect(flow.flows.map(({ from, to, name }) => [from, to, name])).toEqual([
      ['start', 'confirm.if', undefined],
      ['confirm.if', 'confirm', '网上'],
      ['confirm.if', 'done', '窗口'],
      ['confirm', 'done', undefined],
    ]);
    expect(flow.nodes.find((node) => node.id === 'confirm')?.each).toBe(true);
  });
});

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const along = (from: Point, to: Point): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});
const inside = (a: Box, b: Box) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** Any process: steps with any ways between them, each reachable, ending somewhere. */
const processes = fc
  .array(fc.record({ back: fc.nat(), far: fc.nat(), kind: fc.constantFrom('human', 'automatic') }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((steps) => {
    const idOf = (index: number) => (index < steps.length ? `s${'x'.repeat(index % 4)}${index}` : 'done');
    const nodes = steps.map((step, index): ProcessNode => {
      const next = idOf(index + 1);
      const ways = { back: idOf(step.back % steps.length), far: idOf(index + (step.far % 4)), no: 'no' };
      if (step.kind === 'human') return human(idOf(index), next, ways);
      const title = `系统${index}`;
      return {
        id: idOf(index),
        kind: 'automatic',
        title,
        phase: 'checking',
        handler: 'h',
        next,
        outcomes: { no: 'no' },
      };
    });
    return definitionOf([...nodes, end('done', 'completed'), end('no', 'refused')]);
  });

describe('layOut', () => {
  test('no step covers another, every step stands in its lane, no line runs through a step', () => {
    fc.assert(
      fc.property(processes, (definition) => {
        const flow = flowOf(definition);
        const drawing = layOut(flow);
        const boxes = [...drawing.shapes];
        expect(boxes).toHaveLength(flow.nodes.length);
        for (const [id, box] of boxes) {
          for (const [other, its] of boxes)
            if (other !== id) expect(overlap(box, its), `${id} ${other}`).toBe(false);
          const lane = drawing.lanes.find((each) => each.nodes.includes(id));
          expect(inside(box, lane?.box as Box), id).toBe(true);
        }
        for (const { id, from, to } of flow.flows) {
          const points = drawing.flows.get(id)?.points ?? [];
          const [a, b] = [drawing.shapes.get(from) as Box, drawing.shapes.get(to) as Box];
          expect(points[0]).toEqual({ x: a.x + a.width, y: a.y + a.height / 2 });
          expect(points.at(-1)).toEqual({ x: b.x, y: b.y + b.height / 2 });
          points.slice(1).forEach((point, index) => {
            const line = along(points[index] as Point, point);
            expect(Math.min(line.width, line.height), `${id} is straight or square`).toBe(0);
            for (const [other, box] of boxes)
              expect(overlap(line, box), `${id} through ${other}`).toBe(false);
          });
        }
      }),
    );
  });

  test('no two lines of different ends lie on each other', () => {
    fc.assert(
      fc.property(processes, (definition) => {
        const flow = flowOf(definition);
        const drawing = layOut(flow);
        const lines = flow.flows.flatMap(({ id, from, to }) => {
          const points = drawing.flows.get(id)?.points ?? [];
          return points
            .slice(1)
            .map((point, index) => ({ from, to, line: along(points[index] as Point, point) }));
        });
        for (const one of lines) {
          for (const two of lines) {
            if (one.from === two.from || one.to === two.to) continue;
            const upright = one.line.width === 0 && two.line.width === 0 && one.line.x === two.line.x;
            const shared =
              upright &&
              one.line.y < two.line.y + two.line.height &&
              two.line.y < one.line.y + one.line.height;
            expect(shared, `${one.from}→${one.to} and ${two.from}→${two.to}`).toBe(false);
          }
        }
      }),
    );
  });
});

test('names are written as text of the file, whatever they hold', () => {
  const xml = processPicture(definitionOf([human('accept', 'done'), end('done', 'completed')]));
  expect(xml).toContain('name="虚构 &amp; &lt;业务&gt;"');
});
