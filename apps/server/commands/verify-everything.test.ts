import { appendLeaf, sequence, signCheckpoint, sm2Signer } from '@hengchan/evidence';
import { type TestPlatform, testPlatform } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evidenceKeysOf } from '../evidence-keys.ts';
import { migrations } from '../migrations.ts';
import { type Verified, verifyEverything } from './verify-everything.ts';

const office = '320402';
const other = '320404';
let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform({ migrations });
});
afterAll(() => platform?.close());

async function run(only?: string): Promise<Verified[]> {
  const results: Verified[] = [];
  for await (const result of verifyEverything(
    platform,
    evidenceKeysOf(platform.config, platform.keys).publicKeys(),
    only,
  ))
    results.push(result);
  return results;
}

test('an empty register is in order', async () => {
  expect(await run()).toEqual([{ what: '审计日志', count: expect.any(String), faults: [] }]);
});

test('an altered leaf of the log is named', async () => {
  await platform.database
    .transaction()
    .execute((trx) => appendLeaf(trx, { office, kind: 'notice', subject: '1', data: { to: 'court' } }));
  await sequence(platform.database, office);
  expect((await run(office)).flatMap(({ faults }) => faults)).toEqual([]);

  await platform.open.asOwner((owner) =>
    sql`UPDATE evidence.leaf SET data = '{"to":"nobody"}' WHERE office = ${office}`.execute(owner),
  );
  const faults = (await run(office)).flatMap(({ faults }) => faults);
  expect(faults.join('\n')).toContain('evidence.leaf');
});

test('a checkpoint somebody else signed is named', async () => {
  const [log] = await run(other).then((results) => results.slice(-1));
  expect(log?.faults).toEqual([]);
  await platform.database
    .transaction()
    .execute((trx) => appendLeaf(trx, { office: other, kind: 'notice', subject: '1', data: {} }));
  await sequence(platform.database, other);
  const stranger = sm2Signer('stranger', '7'.repeat(64));
  const now = platform.clock.now();
  await signCheckpoint(platform.database, other, { origin: 'hengchan.evidence', signers: [stranger], now });
  const faults = (await run(other)).flatMap(({ faults }) => faults);
  expect(faults).toEqual([expect.stringContaining('检查点签名无效')]);
});

test('an entry slipped in beside the product breaks the chain and has no leaf', async () => {
  await platform.open.asOwner((owner) =>
    sql`INSERT INTO register.entry
      (office, number, case_no, business, unit_code, effect_type, effect, registrar, mode, entered_at, previous_hash, hash)
      VALUES (${office}, 1, 'none', 'none', '320402001001GB00001F00010001', 'transfer', '{}', 'somebody', 'manual',
        now(), ${'0'.repeat(64)}, ${'1'.repeat(64)})`.execute(owner),
  );
  const faults = (await run(office)).flatMap(({ faults }) => faults).join('\n');
  expect(faults).toContain('内容与哈希不相符');
  expect(faults).toContain('register.entry 1：没有相应的存证');
});
