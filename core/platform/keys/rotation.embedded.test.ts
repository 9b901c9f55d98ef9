import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { sealAudit } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Database } from '../database/tables.ts';
import { makeFiles } from '../files/create.ts';
import { folderStore } from '../files/folder.ts';
import { makeCipher } from '../system/cipher.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { requireRightKeys, WrongKeys } from './check.ts';
import { reportUse } from './report.ts';
import { resealFiles } from './reseal-files.ts';
import { type KeyRing, openKeyRing } from './ring.ts';
import {
  announceKey,
  makeCurrent,
  newSealingSecret,
  RotationFault,
  retireKey,
  rotateMaster,
} from './rotate.ts';
import { resealColumn, sealedColumns } from './sealed-columns.ts';
import { keyTables } from './tables.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

class Killed extends Error {}

/** A process of the product, as far as keys go: what it knows of them is as old as its last look. */
function makeProcess(platform: TestPlatform, ring: KeyRing) {
  const cipher = makeCipher(platform.config.keys, platform.random, ring);
  const store = folderStore(join(platform.config.dataFolder, 'files'), () => platform.ids.token(9));
  const files = makeFiles({ store, ring, limitBytes: 1e6, random: platform.random });
  return { ring, cipher, store, files };
}
type Process = ReturnType<typeof makeProcess>;

let platform: TestPlatform;
let processes: [Process, Process];
const values = new Map<string, string>();
const files = new Map<string, Uint8Array>();
let written = 0;

beforeAll(async () => {
  platform = await testPlatform();
  const ring = () => openKeyRing(platform, platform.config.keys);
  processes = [makeProcess(platform, await ring()), makeProcess(platform, await ring())];
});
afterAll(() => platform?.close());

const asOwner = <T>(work: (owner: Database) => Promise<T>) => platform.open.asOwner(work);
const parts = (owner: Database) => ({ owner, master: platform.config.keys, random: platform.random });

async function write({ cipher, files: store }: Process): Promise<void> {
  written += 1;
  const text = `第 ${written} 件 ${'·'.repeat(written % 40)}`;
  const key = `k${written}`;
  await platform.database
    .insertInto('platform.idempotency')
    .values({
      actor: 'a',
      key,
      request_hash: '',
      status: 200,
      response: cipher.seal(text),
      created_at: platform.clock.now(),
    })
    .execute();
  values.set(key, text);
  const content = Buffer.concat([png, Buffer.from(String(written))]);
  const { hash } = await store.put(content, ['image/png']);
  files.set(hash, content);
}

async function expectAllReadable(process: Process): Promise<void> {
  const rows = await platform.database
    .selectFrom('platform.idempotency')
    .select(['key', 'response'])
    .execute();
  expect(new Map(rows.map(({ key, response }) => [key, process.cipher.open(response ?? '')]))).toEqual(
    values,
  );
  for (const [hash, content] of files) expect(Buffer.from(await process.files.get(hash))).toEqual(content);
}

/** Dies at its n-th step. */
const dieAt = (steps: number) => {
  let left = steps;
  return () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
};
const survive = (error: unknown) => {
  if (!(error instanceof Killed)) throw error;
};

async function reseal(process: Process, step: () => void): Promise<void> {
  await process.ring.refresh();
  const current = process.ring.current();
  await asOwner(async (owner) => {
    for (const column of await sealedColumns(owner, [])) {
      await resealColumn(owner, column, {
        current,
        open: process.cipher.open,
        seal: process.cipher.seal,
        step,
      });
    }
  }).catch(survive);
  await resealFiles(process.store, process.ring, platform.random, step).catch(survive);
}

async function retireUnused(process: Process): Promise<string[]> {
  const former = await keyTables(platform.database)
    .selectFrom('platform.key')
    .select('id')
    .where('purpose', '=', 'sealing')
    .where('state', '=', 'former')
    .execute();
  const retired: string[] = [];
  const uses = await reportUse(
    platform.database,
    process.store,
    [],
    former.map(({ id }) => id),
  );
  for (const { id } of former) {
    const use = uses.get(id);
    if (use && use.values + use.files + use.permanent > 0) continue;
    await asOwner((owner) => retireKey(owner, id, 0));
    retired.push(id);
  }
  return retired;
}

/** What may happen, in any order. A process may go on with what it knew until a key is used; then all have looked (rotating waits for that). */
const happenings = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('write' as const), by: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('look' as const), by: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('announce' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('switch' as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('reseal' as const), steps: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('retire' as const) }) },
);

describe('rotation of the sealing key', () => {
  test('whatever is written and rotated in whatever order, killed anywhere, stays readable', async () => {
    const [first] = processes;
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 5, maxLength: 25 }), async (order) => {
        for (const happening of order) {
          const { what } = happening;
          if (what === 'write') await write(processes[happening.by === 0 ? 0 : 1]);
          else if (what === 'look') await processes[happening.by === 0 ? 0 : 1].ring.refresh();
          else if (what === 'announce') {
            await asOwner((owner) =>
              announceKey(parts(owner), 'sealing', { secret: newSealingSecret(platform.random) }),
            );
          } else if (what === 'switch') {
            for (const { ring } of processes) await ring.refresh();
            await asOwner((owner) => makeCurrent(owner, 'sealing'));
          } else if (what === 'reseal') await reseal(first, dieAt(happening.steps));
          else {
            // The grace that a retired key has in earnest: nobody seals under it any more.
            for (const { ring } of processes) await ring.refresh();
            await retireUnused(first);
          }
        }
        for (const process of processes) {
          await process.ring.refresh();
          await expectAllReadable(process);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('in the end everything is under the current key, the others can be destroyed, and opening goes on', async () => {
    const [first, second] = processes;
    await write(first);
    await asOwner((owner) =>
      announceKey(parts(owner), 'sealing', { secret: newSealingSecret(platform.random) }),
    );
    await asOwner((owner) => makeCurrent(owner, 'sealing'));
    await second.ring.refresh();
    const before = await platform.database.selectFrom('platform.idempotency').selectAll().execute();
    await reseal(first, () => undefined);
    const current = first.ring.current();
    const uses = await reportUse(platform.database, first.store, [], []);
    expect([...uses.keys()]).toEqual([current]);
    expect(uses.get(current)).toEqual({ values: values.size, files: files.size, permanent: 0 });
    const after = await platform.database.selectFrom('platform.idempotency').selectAll().execute();
    expect(after.map(({ response: _, ...rest }) => rest).sort(byKey)).toEqual(
      before.map(({ response: _, ...rest }) => rest).sort(byKey),
    );
    const retired = await retireUnused(first);
    expect(retired.length).toBeGreaterThan(0);
    await first.ring.refresh();
    expect(() => first.ring.sealer(retired[0] as string)).toThrow('not known');
    await expectAllReadable(second);
  });

  test('a key in use is not destroyed, nor one that was in use a moment ago', async () => {
    const current = processes[0].ring.current();
    await expect(asOwner((owner) => retireKey(owner, current, 0))).rejects.toThrow(RotationFault);
    await asOwner((owner) =>
      announceKey(parts(owner), 'sealing', { secret: newSealingSecret(platform.random) }),
    );
    await asOwner((owner) => makeCurrent(owner, 'sealing'));
    await expect(asOwner((owner) => retireKey(owner, current, 60))).rejects.toThrow('60 分钟');
  });

  test('a value that changes while it is sealed anew keeps the change', async ({ skip }) => {
    skip(platform.open.kind === 'embedded', 'the embedded database has one connection');
    const [first, second] = processes;
    await write(first);
    const key = `k${written}`;
    await asOwner((owner) =>
      announceKey(parts(owner), 'sealing', { secret: newSealingSecret(platform.random) }),
    );
    for (const { ring } of processes) await ring.refresh();
    await asOwner((owner) => makeCurrent(owner, 'sealing'));
    let told = false;
    const changes: Promise<unknown>[] = [];
    await reseal(first, () => {
      if (told) return;
      told = true;
      values.set(key, '改过的');
      const response = second.cipher.seal('改过的');
      changes.push(
        platform.database
          .updateTable('platform.idempotency')
          .set({ response })
          .where('key', '=', key)
          .execute(),
      );
    });
    await Promise.all(changes);
    await expectAllReadable(first);
  });

  test('the application itself can neither make, change nor destroy a key', async () => {
    const attempts = [
      sql`INSERT INTO platform.key (id, purpose, state, wrapped) VALUES ('ab', 'sealing', 'announced', 'x')`,
      sql`UPDATE platform.key SET state = 'former'`,
      sql`DELETE FROM platform.key`,
    ];
    for (const attempt of attempts) {
      await expect(attempt.execute(platform.database)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('rotation of the master keys', () => {
  test('keeps everything readable under the new ones, refuses the old ones, and the audit chain goes on', async () => {
    const line = () =>
      platform.audit.write(platform.database, systemActor, { action: 'key.test', subject: 'x' });
    await line();
    await sealAudit(platform);
    const { keys } = platform.config;
    const next = {
      encryption: createHash('sm3').update('a').digest().subarray(0, 16),
      integrity: createHash('sm3').update('b').digest(),
    };
    await asOwner((owner) => rotateMaster(parts(owner), next, keys));
    await expect(requireRightKeys(platform.database, keys)).rejects.toThrow(WrongKeys);
    await expect(requireRightKeys(platform.database, keys)).rejects.toThrow(
      /HENGCHAN_ENCRYPTION_KEY、HENGCHAN_INTEGRITY_KEY。/,
    );
    const renewed = { ...keys, ...next };
    await requireRightKeys(platform.database, renewed);
    const ring = await openKeyRing(platform, renewed);
    await expectAllReadable(makeProcess(platform, ring));
    // Sealed under the first master keys, which no database value is any more: they are kept all the same.
    expect(ring.sealer('').open(makeCipher(keys, platform.random).seal('从前'))).toBe('从前');

    const later = { ...platform, keys: ring };
    await line();
    await sealAudit(later);
    expect(await verifyAudit(later, systemActor)).toMatchObject({ intact: true, faults: [] });
    const heads = await sql<{ hash: string }>`
      SELECT hash FROM platform.audit_seal ORDER BY office, sequence DESC LIMIT 1`.execute(platform.database);
    expect(heads.rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    // Whoever kept the old integrity key cannot carry the chain on with it.
    await line();
    await sealAudit(platform);
    const forged = await verifyAudit(later, systemActor);
    expect(forged.faults.map(({ fault }) => fault)).toContain('chain-broken');
  });
});

const byKey = (left: { key: string }, right: { key: string }) => (left.key < right.key ? -1 : 1);
