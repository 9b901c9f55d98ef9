import { makeDefinitions } from '@hengchan/casework';
import { effectBuilders, registrationRules } from '@hengchan/registration';
import { describe, expect, test } from 'vitest';
import { catalogue } from './index.ts';
import { processes } from './processes.ts';

const definitions = makeDefinitions(catalogue).list();
const keyOf = (place: { list: string; number: number }) => `${place.list}-${place.number}`;
const byPlace = new Map(
  definitions.flatMap((each) => (each.place ? [[keyOf(each.place), each] as const] : [])),
);

describe('the lists every city offers are complete (ONL-WEB-01)', () => {
  test.each(processes)('$list-$number $name', (process) => {
    const definition = byPlace.get(keyOf(process));
    expect(definition, 'no definition').toBeDefined();
    expect(definition?.name).toBe(process.name);
    expect(definition?.place?.group).toBe(process.group);
  });

  test('134 processes, each defined once', () => {
    expect(processes).toHaveLength(134);
    expect(definitions.filter((each) => each.place)).toHaveLength(134);
  });
});

describe.each(definitions.map((definition) => [definition.code, definition] as const))(
  '%s',
  (_code, definition) => {
    test('names its law, its time limit, its materials and its effect', () => {
      expect(definition.laws.length).toBeGreaterThan(0);
      expect(definition.limit.workingDays).toBeGreaterThan(0);
      expect(definition.limit.workingDays).toBeLessThanOrEqual(definition.limit.statutoryWorkingDays);
      expect(definition.materials.length).toBeGreaterThan(0);
      expect(definition.effects.length).toBeGreaterThan(0);
      expect(definition.entrances.length).toBeGreaterThan(0);
      expect(definition.channels.length).toBeGreaterThan(0);
    });

    test('asks for nothing that does not exist: rules, effects', () => {
      for (const { rule } of definition.rules) expect(registrationRules.find(rule), rule).toBeDefined();
      for (const effect of definition.effects) expect(effectBuilders[effect], effect).toBeDefined();
    });

    test('every required field has a title, words and an example', () => {
      for (const field of definition.form.required ?? []) {
        const schema = definition.form.properties[field] as {
          title?: string;
          description?: string;
          examples?: unknown[];
        };
        expect(schema.title, field).toMatch(/[\u4e00-\u9fff]/);
        expect(schema.description, field).toBeTruthy();
        expect(schema.examples?.length, field).toBeGreaterThan(0);
      }
    });

    test('accepts and decides by different people at the counter (ONL-WEB-05)', () => {
      const decide = definition.process.nodes.find((node) => node.id === 'decide');
      if (decide?.kind === 'human') expect(decide.apartFrom).toContain('accept');
    });
  },
);
