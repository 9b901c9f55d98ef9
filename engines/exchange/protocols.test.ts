import { readdirSync, readFileSync } from 'node:fs';
import { documentedErrors } from '@hengchan/platform';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './check.ts';
import { departments } from './departments/index.ts';
import './errors.ts';
import { operationOf, refresh, samplesOf } from './testing/protocol-documents.ts';

const folder = new URL('../../docs/protocols/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const all = names.map(read).join('\n');

/** `vitest run -u engines/exchange/protocols` writes the tables of fields anew. */
describe.each(names)('docs/protocols/%s', (name) => {
  test('its tables of fields are those of the code', async () => {
    await expect(refresh(read(name))).toMatchFileSnapshot(new URL(name, folder).pathname);
  });

  test('its samples fit the protocol', () => {
    for (const { code, name: operation, part, value } of samplesOf(read(name))) {
      expect(faultsOf(operationOf(code, operation)[part], value), `${code}/${operation} ${part}`).toEqual([]);
    }
  });
});

test('every operation has its fields and a sample in a document', () => {
  const expected = Object.values(departments).flatMap((service) =>
    Object.keys(service.operations)
      .filter((operation) => operation !== 'notice')
      .map((operation) => `${service.code}/${operation} request`),
  );
  for (const each of [...expected, 'power/notice request']) {
    expect(all.includes(`<!-- fields ${each} -->`), `fields of ${each}`).toBe(true);
    expect(all.includes(`<!-- sample ${each} -->`), `sample of ${each}`).toBe(true);
  }
});

test('every refusal the exchange can make is listed', () => {
  const document = read('00-envelope.md');
  for (const error of documentedErrors().filter(
    (each) => each.room === 'exchange' && !each.code.startsWith('MESSAGE_NOT'),
  )) {
    expect(document.includes(`| \`${error.code}\` | ${error.status} |`), error.code).toBe(true);
  }
});
