import { expect, test } from 'vitest';
import { registrationRules } from './index.ts';
import { parameterWords } from './parameter-words.ts';

const versions = registrationRules.list().flatMap((rule) => registrationRules.versions(rule.code));
const used = versions.flatMap((rule) =>
  Object.entries(rule.parameters ?? {}).map(([name, standard]) => ({ rule: rule.code, name, standard })),
);

test('every parameter of every rule says in Chinese what it is and what it does', () => {
  expect(used.length).toBeGreaterThan(10);
  for (const { rule, name, standard } of used) {
    const words = parameterWords[name];
    expect(words?.title, `${rule} ${name}`).toMatch(/[一-龥]/);
    expect(words?.description, `${rule} ${name}`).toMatch(/[一-龥]{4}/);
    // A number says what it counts, a text that stands for something what there is.
    if (typeof standard === 'number') expect(words?.unit, `${rule} ${name}`).toBeTruthy();
    if (typeof standard === 'number')
      expect([words?.minimum, words?.maximum].every((bound) => bound !== undefined)).toBe(true);
    if (words?.choices && standard !== '') expect(Object.keys(words.choices)).toContain(standard);
  }
});

test('and nothing is explained that no rule has', () => {
  expect(Object.keys(parameterWords).sort()).toEqual([...new Set(used.map(({ name }) => name))].sort());
});
