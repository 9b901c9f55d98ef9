import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Database, readOnlyClass } from '@hengchan/platform';
import { sql } from 'kysely';
import type { CatalogueTable } from '../data/catalogue.ts';
import type { Security } from '../security.ts';
import { classOf } from '../separation/classes.ts';
import { type Column, selectionOf } from './table-shape.ts';

const compress = promisify(gzip);
const fetchRows = 1_000;
const partBytes = 8 * 1024 * 1024;

export interface WrittenPart {
  name: string;
  rows: number;
  size: number;
  hash: string;
}

/**
 * Writes a table as JSON Lines, compressed, in parts that fit the file store; the first line of each part says who took it and why.
 * It is read as a task of its class, which sees nothing of the other (SEC-SEP-02). Sealed columns stay as they are and are opened beside, under `_opened`. Read in one transaction, so that a table is of one moment.
 */
export async function writeTable(
  security: Security,
  entry: CatalogueTable,
  columns: readonly Column[],
  watermark: string,
  keep: (part: WrittenPart) => Promise<void>,
): Promise<number> {
  const { platform } = security;
  const { table } = entry;
  const most = Math.min(partBytes, platform.config.fileLimitBytes - 65_536);
  const head = `${JSON.stringify({ _watermark: watermark })}\n`;
  const parts: WrittenPart[] = [];
  let lines: string[] = [];
  let bytes = 0;
  let total = 0;
  const flush = async () => {
    const content = await compress(head + lines.join(''));
    const stored = await platform.files.put(content, ['application/gzip']);
    const name = `${table}.${String(parts.length + 1).padStart(4, '0')}.jsonl.gz`;
    parts.push({ name, rows: lines.length, size: stored.size, hash: stored.hash });
    lines = [];
    bytes = 0;
  };
  await platform.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await readOnlyClass(trx, classOf(entry));
      for await (const text of rowsOf(trx, table, columns)) {
        const line = `${withOpened(security, text, columns)}\n`;
        const size = Buffer.byteLength(line);
        if (bytes + size > most && lines.length > 0) await flush();
        lines.push(line);
        bytes += size;
        total += 1;
      }
    });
  if (lines.length > 0 || parts.length === 0) await flush();
  for (const part of parts) await keep(part);
  return total;
}

async function* rowsOf(trx: Database, table: string, columns: readonly Column[]): AsyncGenerator<string> {
  await sql`DECLARE taking NO SCROLL CURSOR FOR
    SELECT row_to_json(line)::text AS line FROM (SELECT ${selectionOf(columns)} FROM ${sql.table(table)}) AS line`.execute(
    trx,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`${sql.raw(`FETCH ${fetchRows} FROM taking`)}`.execute(trx);
    for (const { line } of rows) yield line;
    if (rows.length < fetchRows) break;
  }
  await sql`CLOSE taking`.execute(trx);
}

/** The row's text untouched, so that no number loses a digit; what is sealed stands opened beside it. */
function withOpened({ platform }: Security, text: string, columns: readonly Column[]): string {
  const sealed = columns.filter(
    ({ name, class: each }) => (name === 'sealed' || name.endsWith('_sealed')) && each !== 'credential',
  );
  if (sealed.length === 0) return text;
  const row = JSON.parse(text) as Record<string, unknown>;
  const opened = Object.fromEntries(
    sealed
      .filter(({ name }) => typeof row[name] === 'string')
      .map(({ name }) => [
        name.replace(/_?sealed$/, '') || 'content',
        open(platform.cipher, row[name] as string),
      ]),
  );
  return `${text.slice(0, -1)},"_opened":${JSON.stringify(opened)}}`;
}

function open(cipher: Security['platform']['cipher'], sealed: string): string | null {
  try {
    return cipher.open(sealed);
  } catch {
    // Altered, or of another key: the export says so by the null and goes on, or one row would hold back all.
    return null;
  }
}
