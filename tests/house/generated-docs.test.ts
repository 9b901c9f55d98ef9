import { readFileSync } from 'node:fs';
import type { DocumentedError } from '@hengchan/platform';
import { beforeAll, describe, expect, test } from 'vitest';
import { subjects } from '../legal/table/index.ts';
import { legalCasesDocument } from '../legal/tell-case.ts';
import { controlsDocument, errorsDocument, loadErrors, settingsDocument } from './generated-docs.ts';
import { root } from './sources.ts';

const kept = (path: string) => readFileSync(root + path, 'utf8');

describe('the catalogue of errors', () => {
  let errors: readonly DocumentedError[];
  beforeAll(async () => {
    errors = await loadErrors();
  });

  test('holds the errors of several rooms, each code once', () => {
    expect(new Set(errors.map(({ room }) => room)).size).toBeGreaterThan(1);
    expect(new Set(errors.map(({ code }) => code)).size).toBe(errors.length);
  });

  test('names codes in capitals, gives a status of refusal and a title in Chinese', () => {
    for (const { code, status, title } of errors) {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(status, code).toBeLessThan(600);
      expect(title, code).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('is what docs/errors.md says (npm run docs writes it)', () => {
    expect(kept('docs/errors.md')).toBe(errorsDocument(errors));
  });
});

test('docs/operations/settings.md lists the settings as they are (npm run docs writes it)', () => {
  expect(kept('docs/operations/settings.md')).toBe(settingsDocument());
});

test('docs/operations/security-controls.md lists the controls as they are (npm run docs writes it)', () => {
  expect(kept('docs/operations/security-controls.md')).toBe(controlsDocument());
});

describe('the table of legal cases', () => {
  const cases = subjects.flatMap((subject) => subject.cases);

  test('has at least 150, each with a number and a question of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ no }) => no)).size).toBe(cases.length);
    const told = cases.map(({ situation, act, outcome }) => JSON.stringify([situation, act, outcome]));
    expect(cases.filter((_, at) => told.indexOf(told[at] ?? '') !== at).map(({ no }) => no)).toEqual([]);
    expect(new Set(cases.map(({ asks }) => asks)).size).toBe(cases.length);
  });

  test('is what docs/legal-cases.md tells (npm run docs writes it)', () => {
    expect(kept('docs/legal-cases.md')).toBe(legalCasesDocument(subjects));
  });
});
