import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as face from './index.ts';

const room = fileURLToPath(new URL('.', import.meta.url));

/** Every file the browser's entry reaches by static or lazy import. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const specifier of importsOf(path)) {
    if (specifier.startsWith('.')) reached(join(path, '..', specifier), seen);
  }
  return seen;
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('what the browser loads', () => {
  const files = [...reached(join(room, 'index.ts'))];

  test('reaches the room but neither Node nor any package', () => {
    expect(files.length).toBeGreaterThan(25);
    const foreign = files.flatMap((file) =>
      importsOf(file).filter((specifier) => !specifier.startsWith('.')),
    );
    expect(foreign).toEqual([]);
  });

  test('leaves cryptography to its own entry', () => {
    expect(files.map((file) => basename(file))).not.toContain('crypto.ts');
    expect(Object.keys(face)).not.toContain('sm3');
  });
});

test('no file reads the clock or makes random numbers', () => {
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('node_modules'))
    .map((name) => readFileSync(join(room, name), 'utf8'));
  for (const source of sources) {
    expect(source).not.toMatch(/Date\.now|new Date\(\)|Math\.random|process\.env/);
  }
});
