import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchCluster, query } from './cluster.ts';
import type { Change } from './decode.ts';
import type { Written } from './recording.ts';

interface Table {
  key: Set<string>;
  /** Columns a statement cannot set: computed by the database. */
  computed: Set<string>;
  identity: Set<string>;
}

/** Turns transactions into the statements that write the same rows, knowing the keys of the tables. */
export async function makeScripts(url: string): Promise<(transactions: readonly Written[]) => string> {
  const tables = await readTables(url);
  return (transactions) =>
    transactions
      .map(({ changes }) => ['BEGIN', ...statements(tables, changes), 'COMMIT', ''].join(';\n'))
      .join('');
}

function statements(tables: ReadonlyMap<string, Table>, changes: readonly Change[]): string[] {
  const written: string[] = [];
  let last: { head: string; rows: string[] } | undefined;
  const flush = () => {
    if (last) written.push(`${last.head} ${last.rows.join(',\n')}`);
    last = undefined;
  };
  for (const { table: name, kind, values } of changes) {
    const table = tables.get(name);
    if (!table) continue;
    const columns = [...values.keys()].filter((column) => !table.computed.has(column));
    if (kind === 'INSERT') {
      const head = `INSERT INTO ${name} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE VALUES`;
      const row = `(${columns.map((column) => values.get(column)).join(', ')})`;
      if (last?.head !== head) flush();
      last ??= { head, rows: [] };
      last.rows.push(row);
      continue;
    }
    flush();
    const where = [...table.key].map((column) => `${quoted(column)} = ${values.get(column)}`).join(' AND ');
    if (kind === 'DELETE') written.push(`DELETE FROM ${name} WHERE ${where}`);
    else {
      const set = columns.filter((column) => !table.key.has(column) && !table.identity.has(column));
      const assignments = set.map((column) => `${quoted(column)} = ${values.get(column)}`).join(', ');
      if (assignments) written.push(`UPDATE ${name} SET ${assignments} WHERE ${where}`);
    }
  }
  flush();
  return written;
}

const quoted = (column: string): string => `"${column}"`;

async function readTables(url: string): Promise<Map<string, Table>> {
  const rows = await query<{
    name: string;
    column: string;
    key: boolean;
    computed: boolean;
    identity: boolean;
  }>(
    url,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, a.attname AS column, a.attgenerated <> '' AS computed,
       a.attidentity = 'a' AS identity,
       coalesce(a.attnum = ANY (i.indkey), false) AS key
     FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const tables = new Map<string, Table>();
  for (const { name, column, key, computed, identity } of rows) {
    const table = tables.get(name) ?? { key: new Set(), computed: new Set(), identity: new Set() };
    tables.set(name, table);
    if (key) table.key.add(column);
    if (computed) table.computed.add(column);
    if (identity) table.identity.add(column);
  }
  return tables;
}

/** Runs each script once by a pgbench of its own, all at the same time; returns the seconds from first to last. */
export async function runScripts(
  cluster: BenchCluster,
  database: string,
  scripts: readonly string[],
): Promise<number> {
  const folder = join(cluster.folder, 'floor');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = scripts.map((text, at) => {
    const file = join(folder, `${at}.sql`);
    writeFileSync(file, text);
    return file;
  });
  const { searchParams } = new URL(cluster.local(database));
  const [host, port] = [searchParams.get('host') ?? '', searchParams.get('port') ?? ''];
  const started = performance.now();
  await Promise.all(files.map((file) => pgbench(cluster, ['-h', host, '-p', port, '-f', file, database])));
  return (performance.now() - started) / 1000;
}

function pgbench(cluster: BenchCluster, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(cluster.programs, 'pgbench'),
      ['-n', '-U', 'postgres', '-c', '1', '-t', '1', '--max-tries=10', ...parameters],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString('utf8').slice(0, 2_000);
    });
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`pgbench ended with ${code}: ${said.slice(0, 2_000)}`)),
    );
  });
}
