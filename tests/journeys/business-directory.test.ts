import { catalogue } from '@hengchan/catalogue';
import { BpmnModdle } from 'bpmn-moddle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../support/people.ts';
import { court, seize } from '../support/situations.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
}, 120_000);
afterAll(() => world?.close());

interface Line {
  code: string;
  version: number;
  number?: number;
  promisedDays: number;
  statutoryDays: number;
  actual?: { opened: number; completed: number; averageDays?: number };
}
interface Directory {
  expected: number;
  offered: number;
  lists: { list: string; expected: number; offered: number; groups: { group: string; items: Line[] }[] }[];
}

const anonymously = async <Body>(path: string) => {
  const answer = await fetch(world.server.address + path);
  return { status: answer.status, body: (await answer.json()) as Body };
};
const linesOf = (directory: Directory) =>
  directory.lists.flatMap((list) => list.groups.flatMap((group) => group.items));

describe('the directory', () => {
  test('has the lists of the table with their counts, every definition once (ONL-WEB-01)', async () => {
    const { body } = await anonymously<Directory>('/api/businesses/directory');
    expect(body.lists.map(({ list, expected }) => [list, expected])).toEqual([
      ['HCD', 3],
      ['BNK', 9],
      ['DEV', 3],
      ['ENT', 28],
      ['PER', 41],
      ['SEP', 48],
      ['TAX', 2],
      ['MORE', 0],
    ]);
    expect(body.expected).toBe(134);
    const newest = new Set(catalogue.map((definition) => definition.code));
    expect(
      linesOf(body)
        .map((line) => line.code)
        .toSorted(),
    ).toEqual([...newest].toSorted());
    for (const list of body.lists) {
      expect(list.groups.reduce((sum, group) => sum + group.items.length, 0)).toBe(list.offered);
      const numbers = list.groups.flatMap((group) => group.items.flatMap((line) => line.number ?? []));
      expect(new Set(numbers).size, list.list).toBe(numbers.length);
    }
    for (const line of linesOf(body)) expect(line.promisedDays).toBeLessThanOrEqual(line.statutoryDays);
  });

  test('shows staff what cases really took, and nobody else (REG-GEN-02)', async () => {
    const owner = person(851);
    await seize(world, await world.home(8501, [owner]), owner);
    const reader = await world.as('acceptor');
    const seen = linesOf((await reader.get<Directory>('/api/businesses/directory')).body);
    expect(seen.find((line) => line.code === 'seizure')?.actual).toEqual({
      opened: 1,
      completed: 1,
      overdue: 0,
      averageDays: 0,
    });
    for (const who of [undefined, owner, court]) {
      const answer =
        who === undefined
          ? await anonymously<Directory>('/api/businesses/directory')
          : await (await world.as(who)).get<Directory>('/api/businesses/directory');
      expect(linesOf(answer.body).filter((line) => line.actual)).toEqual([]);
    }
  });
});

describe('versions', () => {
  test('can be compared; one that does not exist is not found', async () => {
    const same = await anonymously<{ changes: number; sections: { section: string; parts: unknown[] }[] }>(
      '/api/businesses/mortgage-first/comparison?from=1&to=1',
    );
    expect(same.status).toBe(200);
    expect(same.body.changes).toBe(0);
    expect(same.body.sections.map((each) => each.section)).toEqual([
      '材料',
      '环节',
      '规则',
      '时限',
      '当事人',
      '依据',
    ]);
    expect(same.body.sections[0]?.parts.length).toBeGreaterThan(1);
    expect((await anonymously('/api/businesses/mortgage-first/comparison?from=1&to=99')).status).toBe(404);
    expect((await anonymously('/api/businesses/mortgage-first/comparison?from=0&to=1')).status).toBe(400);
    expect((await anonymously('/api/businesses/nothing/comparison?from=1&to=1')).status).toBe(404);
  });
});

interface Element {
  $type: string;
  id: string;
  incoming?: Element[];
  outgoing?: Element[];
  flowElements?: Element[];
  rootElements?: Element[];
  diagrams?: { plane: { planeElement: (Element & { bpmnElement: Element })[] } }[];
}

describe('process pictures', () => {
  test('of every definition are read by the reference implementation without a warning', async () => {
    const moddle = new BpmnModdle();
    for (const { code, version } of catalogue) {
      const answer = await fetch(
        `${world.server.address}/api/businesses/${code}/process.bpmn?version=${version}`,
      );
      expect(answer.headers.get('content-type')).toContain('xml');
      const { rootElement, warnings } = await moddle.fromXML(await answer.text());
      expect(warnings, code).toEqual([]);
      const definitions = rootElement as Element;
      const process = definitions.rootElements?.find((each) => each.$type === 'bpmn:Process');
      const elements = process?.flowElements ?? [];
      const drawn = new Set(
        definitions.diagrams?.[0]?.plane.planeElement.map((shape) => shape.bpmnElement.id),
      );
      for (const element of elements) {
        expect(drawn, `${code} draws ${element.id}`).toContain(element.id);
        const { $type: type } = element;
        if (type === 'bpmn:SequenceFlow') continue;
        expect((element.incoming ?? []).length > 0, `${code} ${element.id}`).toBe(type !== 'bpmn:StartEvent');
        expect((element.outgoing ?? []).length > 0, `${code} ${element.id}`).toBe(type !== 'bpmn:EndEvent');
        if (type.endsWith('Task')) expect(element.outgoing).toHaveLength(1);
      }
      expect(elements.filter((each) => each.$type === 'bpmn:EndEvent').length).toBeGreaterThan(0);
    }
  });

  test('of what is not offered there is none', async () => {
    expect((await anonymously('/api/businesses/nothing/process.bpmn')).status).toBe(404);
    expect((await anonymously('/api/businesses/seizure/process.bpmn?version=77')).status).toBe(404);
  });
});
