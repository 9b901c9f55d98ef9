import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appendLeaf,
  type Bundle,
  type CheckpointSigner,
  evidenceMigrations,
  exportBundle,
  fingerprintOf,
  handOverKeys,
  isSignedBy,
  sequence,
  signCheckpoint,
  sm2Signer,
  verifyBundle,
  verifyLog,
} from './index.ts';

const office = '320402';
const signer = (seed: number): CheckpointSigner =>
  sm2Signer('registry', sm2KeyPair(Buffer.alloc(48, seed)).privateKey);
const [first, second, third, stranger] = [signer(1), signer(2), signer(3), signer(4)];

describe('a log whose key is followed by another', () => {
  let open: TestDatabase;
  let minute = 0;
  const bundles: Bundle[] = [];

  /** What the server does every few seconds, with the signers it knows. */
  async function seal(signers: readonly CheckpointSigner[]): Promise<void> {
    const now = new Date(Date.UTC(2026, 10, 20, 2, minute++));
    await handOverKeys(open.database, office, signers, now);
    await sequence(open.database, office);
    await signCheckpoint(open.database, office, { origin: 'o', signers: signers.slice(0, 1), now });
  }
  const happen = () =>
    open.database
      .transaction()
      .execute((trx) => appendLeaf(trx, { office, kind: 'notice', subject: 's', data: { minute } }));
  const publicKeys = [third, second, first].map(({ publicKey }) => publicKey);

  beforeAll(async () => {
    open = await testDatabase([evidenceMigrations]);
    for (const signers of [[first], [second, first], [third, second, first]]) {
      await happen();
      await seal(signers);
      await happen();
      await seal(signers);
    }
    for (const index of [0, 3, 6]) bundles.push(await exportBundle(open.database, office, index, publicKeys));
  });
  afterAll(() => open?.close());

  test('says so once for each key, and is in order under all of them', async () => {
    const report = await verifyLog(open.database, office, { keys: publicKeys });
    expect(report).toMatchObject({ ok: true, size: 8, checkpoints: 6, findings: [] });
    const missing = await verifyLog(open.database, office, { keys: publicKeys.slice(0, 2) });
    expect(missing.ok).toBe(false);
    expect(bundles[0]?.handovers).toHaveLength(2);
  });

  test('old checkpoints stay what they were, new ones are signed by the new key', () => {
    const signedBy = bundles.map(({ checkpoint }) =>
      [first, second, third].map(({ publicKey }) => isSignedBy(checkpoint, publicKey)),
    );
    expect(signedBy).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  test('who knows the first fingerprint can check everything after it; who knows the last, what it signed', () => {
    const [oldest, , newest] = [first, second, third].map(({ publicKey }) => fingerprintOf(publicKey));
    expect(bundles.map((bundle) => verifyBundle(bundle, oldest).ok)).toEqual([true, true, true]);
    expect(bundles.map((bundle) => verifyBundle(bundle, newest).ok)).toEqual([false, false, true]);
    expect(verifyBundle(bundles[2] as Bundle, oldest).lines.join('\n')).toContain(newest);
  });

  test('a key the one before did not sign over is not followed', async () => {
    const oldest = fingerprintOf(first.publicKey);
    const last = bundles[2] as Bundle;
    expect(verifyBundle({ ...last, handovers: [] }, oldest).ok).toBe(false);
    const [, after] = last.handovers ?? [];
    expect(verifyBundle({ ...last, handovers: [after as string] }, oldest).ok).toBe(false);
    // A stranger's note names the key rightly and is signed by stranger and new key, but not by the one before.
    const forged = (last.handovers ?? []).map((note) => {
      const end = note.indexOf('\n\n') + 1;
      const signature = Buffer.from(stranger.sign(Buffer.from(note.slice(0, end))) as Uint8Array);
      return note.replace(/^— registry (\S+)$/m, (line, blob: string) =>
        line.replace(
          blob,
          Buffer.concat([Buffer.from(blob, 'base64').subarray(0, 4), signature]).toString('base64'),
        ),
      );
    });
    expect(verifyBundle({ ...last, handovers: forged }, oldest).ok).toBe(false);
  });
});
