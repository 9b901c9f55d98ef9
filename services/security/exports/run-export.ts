import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type CatalogueTable, catalogue, foreignSchemas } from '../data/catalogue.ts';
import { office, type Security } from '../security.ts';
import { type ExportRow, tables } from '../tables.ts';
import { exportQueue, findExport, partsOf } from './open-export.ts';
import { readableRegister } from './readable-register.ts';
import { type Column, shapeOf } from './table-shape.ts';
import { writeTable } from './write-table.ts';

/** Columns that name a stored file, by which the files themselves are found. */
const fileColumns = ['file_hash', 'document_hash'];

interface ManifestTable {
  table: string;
  title: string;
  rows: number;
  columns: Column[];
}

/** What an export says of itself. Hashes are SM3 and, for tools found everywhere, SHA-256. */
export interface Manifest {
  format: 'hengchan-export/1';
  export: string;
  owner: string;
  watermark: string;
  disposition: string;
  purpose: string;
  recipient: string | null;
  approval: string;
  startedAt: string;
  finishedAt: string;
  tables: ManifestTable[];
  parts: { name: string; rows: number; size: number; sm3: string; sha256: string }[];
  left: { table: string; reason: string }[];
  /** Files that are named in a table and are not in the store. */
  gaps: string[];
}

/** Runs exports as jobs. One that was interrupted has failed: half an export of one moment and half of another would be none. */
export function handleExports(security: Security): void {
  security.platform.jobs.handle(
    exportQueue,
    async ({ id }: { id: string }) => {
      try {
        await runExport(security, id);
      } catch (error) {
        await update(security, id, { status: 'failed', failure: '导出未完成，请查看运行日志后重新申请' });
        throw error;
      }
    },
    { concurrency: 1, retries: 1 },
  );
}

async function runExport(security: Security, id: string): Promise<void> {
  const { platform } = security;
  const row = await findExport(security, id);
  if (row.status === 'running')
    await update(security, id, { status: 'failed', failure: '导出中断，请重新申请' });
  if (row.status !== 'waiting') return;
  const startedAt = platform.clock.now().toISOString();
  const watermark = `${security.owner}数据导出　编号 ${id}　导出人 ${row.requested_by_name}　同意 ${row.approval}　${startedAt}`;
  const taken = catalogue.filter((entry) => entry.exported !== false);
  await update(security, id, { status: 'running', tables_total: taken.length, tables_done: 0, rows_done: 0 });
  let ordinal = 0;
  const keep = async (
    part: { name: string; rows: number; size: number; hash: string },
    table: string | null,
  ) => {
    ordinal += 1;
    await tables(platform.database)
      .insertInto('security.export_part')
      .values({
        office,
        export: id,
        name: part.name,
        ordinal,
        table_name: table,
        row_count: part.rows,
        size: part.size,
        file_hash: part.hash,
      })
      .execute();
  };
  const written: ManifestTable[] = [];
  const files = new Set<string>();
  let rows = 0;
  for (const [index, entry] of taken.entries()) {
    const columns = await shapeOf(platform.database, entry);
    if (columns !== undefined) {
      const count = await writeTable(security, entry, columns, watermark, (part) => keep(part, entry.table));
      written.push({ table: entry.table, title: entry.title, rows: count, columns });
      for (const hash of await filesOf(security, entry, columns)) files.add(hash);
      rows += count;
    }
    await update(security, id, { tables_done: index + 1, rows_done: rows });
  }
  const register = await readableRegister(security, watermark);
  if (register !== undefined) {
    const stored = await platform.files.put(Buffer.from(register), ['text/csv']);
    await keep({ name: '登记簿.csv', rows: 0, size: stored.size, hash: stored.hash }, null);
  }
  const gaps: string[] = [];
  for (const hash of [...files].sort()) {
    const content = await platform.files.get(hash).catch(() => undefined);
    if (content === undefined) gaps.push(hash);
    else await keep({ name: `files/${hash}`, rows: 0, size: content.length, hash }, null);
  }
  const manifest = await describe(security, row, { startedAt, watermark, tables: written, gaps });
  const stored = await platform.files.put(Buffer.from(JSON.stringify(manifest, undefined, 1)), [
    'application/json',
  ]);
  await update(security, id, {
    status: 'done',
    manifest_hash: stored.hash,
    finished_at: platform.clock.now(),
  });
}

async function describe(
  security: Security,
  row: ExportRow,
  made: Pick<Manifest, 'startedAt' | 'watermark' | 'tables' | 'gaps'>,
): Promise<Manifest> {
  const { platform, owner } = security;
  const parts: Manifest['parts'] = [];
  for (const part of await partsOf(security, row.id)) {
    const content = await platform.files.get(part.file_hash);
    const sha256 = createHash('sha256').update(content).digest('hex');
    parts.push({ name: part.name, rows: part.row_count, size: part.size, sm3: part.file_hash, sha256 });
  }
  return {
    format: 'hengchan-export/1',
    export: row.id,
    owner,
    disposition: row.disposition,
    purpose: row.purpose,
    recipient: row.recipient,
    approval: row.approval,
    finishedAt: platform.clock.now().toISOString(),
    ...made,
    parts,
    left: [
      ...catalogue
        .filter((entry) => entry.exported === false)
        .map(({ table }) => ({ table, reason: '只服务于运行中的系统，离开系统没有意义' })),
      { table: 'security.held_document', reason: '只列目录；文件内容逐份凭同意提供' },
      ...foreignSchemas.map((schema) => ({ table: `${schema}.*`, reason: '后台任务队列，只有在办工作' })),
    ],
  };
}

async function filesOf(
  { platform }: Security,
  entry: CatalogueTable,
  columns: readonly Column[],
): Promise<string[]> {
  // The parts of exports are exports themselves; held documents leave one at a time, each under consents of its own (SEC-LEK-07).
  if (['security.export_part', 'security.held_document'].includes(entry.table)) return [];
  const found: string[] = [];
  for (const { name } of columns.filter((column) => fileColumns.includes(column.name))) {
    const { rows } = await sql<{ hash: string }>`
      SELECT DISTINCT ${sql.ref(name)} AS hash FROM ${sql.table(entry.table)} WHERE ${sql.ref(name)} IS NOT NULL`.execute(
      platform.database,
    );
    found.push(...rows.map((row) => row.hash));
  }
  return found;
}

async function update({ platform }: Security, id: string, change: Partial<ExportRow>): Promise<void> {
  await tables(platform.database)
    .updateTable('security.export')
    .set(change)
    .where('office', '=', office)
    .where('id', '=', id)
    .execute();
}
