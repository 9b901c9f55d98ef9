import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actOnCase, driveCase, getCase } from '@hengchan/casework';
import { certificatesOfCase } from '@hengchan/certificates';
import { fixedClock, resolveSession, seededRandom } from '@hengchan/platform';
import { testDatabase } from '@hengchan/platform/testing';
import { officeHead } from '@hengchan/register';
import pg from 'pg';
import { migrations } from '../../apps/server/migrations.ts';
import { asker, deepFaults, outboxFaults, registerFaults } from '../support/checks.ts';
import { signInOver } from '../support/client.ts';
import { copyDatabase } from '../support/gated-database.ts';
import { office } from '../support/office.ts';
import { person } from '../support/people.ts';
import { makeHall } from '../support/town/hall.ts';
import { openTown, seal, type Town } from '../support/town/town.ts';
import { walk } from '../support/walk.ts';
import { makeAccount, password, registerHome } from '../support/world.ts';
import type { Task } from './entry-child.ts';

export type Kill = NonNullable<Task['kill']>;

/** A transfer that was approved and not yet entered: a database and a folder to make copies of. */
export interface EntryStage {
  maintenance: string;
  url: string;
  folder: string;
  caseNo: string;
  /** Entries of the office before this one. */
  entries: number;
  /** Certificate number that comes next. */
  nextSequence: number;
  close(): Promise<void>;
}

const decidedAt = new Date('2026-11-20T02:00:00Z');
/** Later than every lease of a dead process. */
const recoveredAt = new Date(decidedAt.getTime() + 180_000);
const child = fileURLToPath(new URL('./entry-child.ts', import.meta.url));
const journalOf = (folder: string) => join(folder, 'departments.jsonl');

async function openAt(url: string, folder: string, now: Date): Promise<Town> {
  const clock = fixedClock(now);
  const hall = makeHall({ clock, random: seededRandom(1), journal: journalOf(folder) });
  return openTown({ url, folder, hall, clock, random: seededRandom(now.getTime() % 1_000_003) });
}

/** Carries a sale to the registrar's decision, over the public interface, and stops before the machine enters it. */
export async function stageEntry(maintenance: string): Promise<EntryStage> {
  const database = await testDatabase(migrations);
  await database.database.destroy();
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-entry-'));
  const town = await openAt(database.url, folder, decidedAt);
  const { platform, registration } = town.product;
  const [seller, buyer] = [person(1), person(2)];
  const home = await registerHome(platform, 1, [seller], { registeredAt: new Date('2026-01-05T02:00:00Z') });
  const everybody = [seller, buyer, 'acceptor', 'reviewer', 'approver'] as const;
  const clients = [];
  for (const who of everybody) {
    await makeAccount(platform, who);
    clients.push(await signInOver(town.send, typeof who === 'string' ? who : who.login, password));
  }
  const opened = await clients[0]?.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [
      { role: 'transferor', name: seller.name, idType: '1', idNumber: seller.idNumber },
      { role: 'transferee', name: buyer.name, idType: '1', idNumber: buyer.idNumber },
    ],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  const caseNo = opened?.body.caseNo ?? '';
  const before = clients.slice(0, 4);
  await walk(caseNo, before, [], 60, { idle: town.pump, until: (view) => view.status === 'deciding' });
  const approver = await resolveSession(platform, clients[4]?.token ?? '');
  if (!approver) throw new Error('the approver is not signed in');
  await actOnCase(registration.casework, approver, caseNo, { action: 'approve', comment: '准予登记' });
  await seal(town);
  const { number: entries } = await officeHead(platform.database, office);
  await town.close();
  return {
    maintenance,
    url: database.url,
    folder,
    caseNo,
    entries,
    nextSequence: 2,
    close: async () => {
      await database.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the process on a copy. Without a kill: the statements it sends. */
async function runChild(task: Task): Promise<{ signal: string | null; statements: string[] }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [child, JSON.stringify(task)],
      { timeout: 60_000 },
      (error, stdout, stderr) => {
        if (error && error.signal === undefined) return reject(new Error(stderr || error.message));
        if (error && error.signal === null) return reject(new Error(`${error.message}\n${stderr}`));
        const statements = stdout ? (JSON.parse(stdout) as string[]) : [];
        resolve({ signal: error?.signal ?? null, statements });
      },
    );
  });
}

async function onCopy<Result>(
  stage: EntryStage,
  work: (copy: { url: string; folder: string }) => Promise<Result>,
): Promise<Result> {
  const copy = await copyDatabase(stage.maintenance, stage.url);
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-entry-'));
  cpSync(stage.folder, folder, { recursive: true });
  try {
    return await work({ url: copy.url, folder });
  } finally {
    await copy.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const taskOf = (stage: EntryStage, copy: { url: string; folder: string }): Task => ({
  ...copy,
  caseNo: stage.caseNo,
  now: decidedAt.toISOString(),
});

/** The statements of an entry nobody disturbs, up to the sealing of the evidence. */
export const statementsOf = (stage: EntryStage): Promise<string[]> =>
  onCopy(stage, async (copy) => (await runChild(taskOf(stage, copy))).statements);

/** Kills the process there, starts another, and says what is then not as if nothing had happened. */
export async function faultsAfterKill(stage: EntryStage, kill: Kill): Promise<string[]> {
  return onCopy(stage, async (copy) => {
    const { signal } = await runChild({ ...taskOf(stage, copy), kill });
    if (signal !== 'SIGKILL') return [`the process was not killed: ${signal}`];
    const town = await openAt(copy.url, copy.folder, recoveredAt);
    const client = new pg.Client({ connectionString: copy.url });
    await client.connect();
    try {
      await driveCase(town.product.registration.casework, stage.caseNo);
      await town.pump();
      await seal(town);
      return [
        ...(await outcomeFaults(stage, town)),
        ...(await registerFaults(asker(client), office)),
        ...(await outboxFaults(asker(client), town.hall, true)),
        ...(await deepFaults(town.product, office)),
      ];
    } finally {
      await client.end();
      await town.close();
    }
  });
}

async function outcomeFaults(stage: EntryStage, town: Town): Promise<string[]> {
  const { database } = town.product.platform;
  const { case: row } = await getCase(database, stage.caseNo);
  const certificates = await certificatesOfCase(database, office, stage.caseNo);
  const { number } = await officeHead(database, office);
  const next = `第${String(stage.nextSequence).padStart(7, '0')}号`;
  const faults: string[] = [];
  if (row.phase !== 'completed') faults.push(`the case is ${row.phase}`);
  if (number !== stage.entries + 1)
    faults.push(`the office has ${number} entries after ${stage.entries} and one`);
  if (certificates.length !== 1 || !certificates[0]?.number.includes(next))
    faults.push(`issued ${certificates.map((each) => each.number)} where ${next} comes next`);
  if (certificates.some((each) => each.document_hash === null)) faults.push('the certificate was not made');
  return faults;
}
