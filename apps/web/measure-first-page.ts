import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the first page of the portal loads: the entry, everything it imports at once, and their styles. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const budget = 250 * 1000;
const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

function filesOf(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const inner of chunk.imports ?? []) filesOf(inner, found);
  return found;
}

const sizes = [...filesOf('index.html')].map((file) => {
  const content = readFileSync(join(dist, file));
  return { file, gzip: gzipSync(content, { level: 9 }).length };
});
const total = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
for (const { file, gzip } of sizes)
  process.stdout.write(`${(gzip / 1000).toFixed(1).padStart(8)} kB  ${file}\n`);
process.stdout.write(
  `${(total / 1000).toFixed(1).padStart(8)} kB  first page, gzip (at most ${budget / 1000} kB)\n`,
);
if (total > budget) process.exitCode = 1;
