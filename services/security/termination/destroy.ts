import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  globSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { destroyFiles, type OpenPlatform, type Random, systemActor } from '@hengchan/platform';
import { sql } from 'kysely';
import { stateOf } from '../approvals/approvals.ts';
import { catalogue } from '../data/catalogue.ts';
import { errors } from '../errors.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';
import { copiesIn, copiesOnServer } from './find-copies.ts';
import { confirmationOf } from './request-destruction.ts';

/** Stays after the end, so that duties that do not end with the contract can be proven. Row SEC-LAW-06. */
const keptGrounds: readonly string[] = ['audit', 'security'];
const keptTables: readonly string[] = ['platform.kysely_migration', 'platform.kysely_migration_lock'];

export interface DestructionRecord {
  destruction: string;
  owner: string;
  approval: string;
  export: string;
  startedAt: string;
  finishedAt: string;
  tables: { table: string; rows: number; left: number }[];
  kept: string[];
  files: { removed: number; left: number; store: string };
  keys: { name: string; fingerprint: string; result: string }[];
  /** Whatever else lay in the data folder, overwritten and removed. */
  folders: { name: string; files: number }[];
  /** What was tried to get back, and that it failed. */
  samples: { what: string; recovered: boolean }[];
  /** Whatever still lies in the data folder, to be dealt with or listed as kept. */
  remaining: string[];
  /** Backups and exports found in the folders that were searched, and databases left over from drills: to be dealt with or listed as kept. */
  copies: { searched: string[]; found: string[] };
}

/**
 * Destroys everything but the audit and the security records: rows, stored files, keys. Runs as the owner of the tables, from the
 * command line, with the servers stopped; nothing in the running product can call it. Asks again for the typed confirmation and for the
 * consent to be in force. `searched` are folders where backups and exports were kept. Rows SEC-END-02, SEC-END-03, SEC-END-04.
 */
export async function destroyEverything(
  security: Security,
  { open }: Pick<OpenPlatform, 'open'>,
  id: string,
  confirmation: string,
  searched: readonly string[] = [],
): Promise<DestructionRecord> {
  const { platform, owner } = security;
  const ready = await tables(platform.database)
    .selectFrom('security.destruction')
    .innerJoin('security.approval', (join) =>
      join
        .onRef('security.approval.office', '=', 'security.destruction.office')
        .onRef('security.approval.id', '=', 'security.destruction.approval'),
    )
    .selectAll('security.approval')
    .select(['security.destruction.export as taken'])
    .where('security.destruction.office', '=', office)
    .where('security.destruction.id', '=', id)
    .where('security.destruction.status', '=', 'ready')
    .executeTakeFirst();
  if (ready === undefined) throw errors.DESTRUCTION_NOT_FOUND();
  if (confirmation !== confirmationOf(owner)) throw errors.DESTRUCTION_NOT_CONFIRMED();
  if (stateOf(ready, platform.clock.now()) !== 'in-force') throw errors.APPROVAL_NOT_IN_FORCE();

  const startedAt = platform.clock.now().toISOString();
  const sample = await sampleOf(security);
  const destroyed = await truncate(security, open);
  const files = await destroyFiles(platform.config);
  const keys = destroyKeys(security);
  const folders = destroyFolders(security);
  const record: DestructionRecord = {
    destruction: id,
    owner,
    approval: ready.id,
    export: ready.taken,
    startedAt,
    finishedAt: platform.clock.now().toISOString(),
    tables: destroyed,
    kept: catalogue.filter((entry) => isKept(entry)).map(({ table }) => table),
    files,
    keys,
    folders,
    samples: await tryToRecover(security, sample),
    remaining: remainingIn(platform.config.dataFolder),
    copies: { searched: [...searched], found: [...copiesIn(searched), ...(await copiesOnServer(security))] },
  };
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .updateTable('security.destruction')
      .set({ status: 'done', record: JSON.stringify(record), finished_at: platform.clock.now() })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    const hash = createHash('sm3').update(JSON.stringify(record)).digest('hex');
    await platform.audit.write(trx, systemActor, {
      action: 'data.destroyed',
      subject: id,
      detail: { record: hash },
    });
  });
  return record;
}

const isKept = ({ table, ground }: { table: string; ground: string }) =>
  keptGrounds.includes(ground) || keptTables.includes(table);

async function truncate(
  { platform }: Security,
  open: OpenPlatform['open'],
): Promise<DestructionRecord['tables']> {
  const { rows } = await sql<{ table: string }>`
    SELECT n.nspname || '.' || c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p')`.execute(platform.database);
  const present = new Set(rows.map((row) => row.table));
  const doomed = [
    ...catalogue.filter((entry) => !isKept(entry)).map(({ table }) => table),
    'jobs.job',
  ].filter((table) => present.has(table));
  const count = async (database: Security['platform']['database'], table: string) => {
    const { rows: counted } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(table)}`.execute(database);
    return counted[0]?.count ?? 0;
  };
  return open.asOwner(async (database) => {
    const result: DestructionRecord['tables'] = [];
    for (const table of doomed) result.push({ table, rows: await count(database, table), left: 0 });
    await sql`TRUNCATE ${sql.join(doomed.map((table) => sql.table(table)))}`.execute(database);
    for (const each of result) each.left = await count(database, each.table);
    return result;
  });
}

/** Keys kept in the data folder are overwritten and removed; those given by the environment are destroyed where they are kept. */
function destroyKeys({ platform }: Security): DestructionRecord['keys'] {
  const { dataFolder, keys } = platform.config;
  const folder = join(dataFolder, 'keys');
  const fingerprint = (key: Uint8Array) => createHash('sm3').update(key).digest('hex').slice(0, 16);
  return Object.entries(keys).map(([name, key]) => {
    const file = join(folder, `hengchan_${name}_key`);
    if (!existsSync(file))
      return {
        name,
        fingerprint: fingerprint(key),
        result: '由部署环境提供：须在密钥保管处由两人销毁并登记此指纹',
      };
    overwrite(platform.random, file);
    return { name, fingerprint: fingerprint(key), result: '已覆写并删除' };
  });
}

/** What a demonstration made for itself beside its keys: those of the exchange, and what the stand-ins of departments were told. */
function destroyFolders({ platform }: Security): DestructionRecord['folders'] {
  const own = platform.config.mode === 'demo' ? ['keys', 'exchange', 'outside'] : ['keys'];
  return own.map((name) => {
    const folder = join(platform.config.dataFolder, name);
    const files = existsSync(folder)
      ? globSync('**', { cwd: folder, withFileTypes: true }).filter((each) => each.isFile())
      : [];
    for (const file of files) overwrite(platform.random, join(file.parentPath, file.name));
    rmSync(folder, { recursive: true, force: true });
    return { name, files: files.length };
  });
}

function overwrite(random: Random, file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, random.bytes(statSync(file).size));
  fsyncSync(handle);
  closeSync(handle);
  rmSync(file);
}

async function sampleOf({
  platform,
}: Security): Promise<{ login: string | undefined; file: string | undefined }> {
  const { rows: accounts } = await sql<{ login: string }>`
    SELECT login FROM platform.account ORDER BY id LIMIT 1`.execute(platform.database);
  const parts = await tables(platform.database)
    .selectFrom('security.export_part')
    .select('file_hash')
    .limit(1)
    .execute();
  return { login: accounts[0]?.login, file: parts[0]?.file_hash };
}

async function tryToRecover(
  { platform }: Security,
  sample: { login: string | undefined; file: string | undefined },
): Promise<DestructionRecord['samples']> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM platform.account WHERE login = ${sample.login ?? ''}`.execute(
    platform.database,
  );
  const file =
    sample.file === undefined ? undefined : await platform.files.get(sample.file).catch(() => undefined);
  return [
    { what: '数据库抽样记录', recovered: (rows[0]?.count ?? 0) > 0 },
    { what: '文件抽样', recovered: file !== undefined },
    {
      what: '数据目录中的密钥',
      recovered: existsSync(join(platform.config.dataFolder, 'keys', 'hengchan_encryption_key')),
    },
  ];
}

/** Names in the data folder that are not the database itself: old copies, exchanges, keys. */
function remainingIn(folder: string): string[] {
  const own = ['database', 'database.lock'];
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !own.includes(name))
        .sort()
    : [];
}
