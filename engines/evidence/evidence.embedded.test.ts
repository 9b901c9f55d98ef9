import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sm2KeyPair, sm3 } from '@hengchan/standards/crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appendLeaf,
  appendLeaves,
  type Bundle,
  consistencyProof,
  ed25519Signer,
  evidenceMigrations,
  exportBundle,
  findLeaves,
  fingerprintOf,
  inclusionProof,
  isSignedBy,
  latestCheckpoint,
  leavesFrom,
  logOf,
  recomputeRoot,
  rootAt,
  rootFromInclusion,
  sequence,
  signCheckpoint,
  sm2Signer,
  verifyBundle,
  verifyConsistency,
  verifyLog,
} from './index.ts';

const program = fileURLToPath(new URL('./verify-offline.ts', import.meta.url));
const sm2 = sm2Signer('registry-sm2', sm2KeyPair(Buffer.alloc(32, 7)).privateKey);
const ed25519 = ed25519Signer('registry-ed25519', generateKeyPairSync('ed25519').privateKey);
const now = new Date('2026-03-01T00:00:00Z');

describe('the evidence log', () => {
  let open: TestDatabase;
  let offices = 320400;
  const newOffice = () => String(++offices);

  beforeAll(async () => {
    open = await testDatabase([evidenceMigrations]);
  });
  afterAll(() => open.close());

  const append = (office: string, subject: string, data: unknown = { subject }) =>
    open.database.transaction().execute((trx) => appendLeaf(trx, { office, kind: 'notice', subject, data }));
  const fill = async (office: string, count: number) => {
    for (let at = 0; at < count; at += 1) await append(office, `subject ${at}`);
    return sequence(open.database, office, { batch: 7 });
  };

  test('leaves get their places after the commit, in order, once', async () => {
    const office = newOffice();
    await append(office, 'first');
    expect(await logOf(open.database, office)).toEqual({ hash: 'SM3', size: 0 });
    expect((await findLeaves(open.database, office, 'notice', 'first'))[0]?.index).toBeUndefined();
    const sequenced = await fill(office, 20);
    expect(sequenced).toMatchObject({ size: 21, added: 21 });
    expect((await findLeaves(open.database, office, 'notice', 'first'))[0]?.index).toBe(0);
    expect((await findLeaves(open.database, office, 'notice', 'subject 4'))[0]?.index).toBe(5);
    expect(await sequence(open.database, office)).toMatchObject({ size: 21, added: 0, root: sequenced.root });
  });

  test('many leaves in one statement keep their order', async () => {
    const office = newOffice();
    const leaves = Array.from({ length: 25 }, (_, at) => ({
      kind: 'entry' as const,
      subject: `${at}`,
      data: `${at}`,
    }));
    await open.database.transaction().execute((trx) => appendLeaves(trx, office, leaves));
    expect(await sequence(open.database, office, { batch: 10 })).toMatchObject({ size: 25 });
    const stored = await leavesFrom(open.database, office, 0, 100);
    expect(stored.map((leaf) => leaf.data)).toEqual(leaves.map((leaf) => leaf.data));
    expect((await verifyLog(open.database, office)).ok).toBe(true);
  });

  test('a leaf of a transaction that fails was never there', async () => {
    const office = newOffice();
    const failing = open.database.transaction().execute(async (trx) => {
      await appendLeaf(trx, { office, kind: 'read', subject: 'x', data: {} });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await sequence(open.database, office)).toMatchObject({ size: 0 });
  });

  test('sequencers at the same time share the work', async () => {
    const office = newOffice();
    for (let at = 0; at < 30; at += 1) await append(office, `s${at}`);
    const runs = await Promise.all([1, 2, 3].map(() => sequence(open.database, office, { batch: 4 })));
    expect(runs.reduce((sum, run) => sum + run.added, 0)).toBe(30);
    expect((await verifyLog(open.database, office)).ok).toBe(true);
  });

  test('every proof of the stored log verifies, for both hashes', async () => {
    for (const hash of ['SM3', 'SHA-256'] as const) {
      const office = newOffice();
      await sequence(open.database, office, { hash });
      const { root, size } = await fill(office, 13);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(open.database, office, index);
        expect(proof.hash).toBe(hash);
        const path = proof.path.map((each) => Buffer.from(each, 'base64'));
        const computed = rootFromInclusion(hash, Buffer.from(proof.leafHash, 'base64'), index, size, path);
        expect(computed?.toString('base64')).toBe(root);
        const { oldRoot, newRoot, ...rest } = await consistencyProof(open.database, office, index + 1);
        const [old, later] = [oldRoot, newRoot].map((each) => Buffer.from(each, 'base64')) as [
          Buffer,
          Buffer,
        ];
        const steps = rest.path.map((each) => Buffer.from(each, 'base64'));
        expect(verifyConsistency(hash, index + 1, old, size, later, steps)).toBe(true);
        expect(old).toEqual(await rootAt(open.database, office, index + 1));
      }
      expect((await recomputeRoot(open.database, office, { pageSize: 5 })).root).toBe(root);
    }
  });

  test('places outside the log are refused', async () => {
    const office = newOffice();
    await fill(office, 3);
    const refused = { code: 'EVIDENCE_OUT_OF_RANGE', status: 404 };
    await expect(inclusionProof(open.database, office, 3)).rejects.toMatchObject(refused);
    await expect(inclusionProof(open.database, office, 0, 4)).rejects.toMatchObject(refused);
    await expect(inclusionProof(open.database, office, 0.5)).rejects.toMatchObject(refused);
    await expect(consistencyProof(open.database, office, 0)).rejects.toMatchObject(refused);
  });

  test('checkpoints carry every signature, and a change to the statement breaks all of them', async () => {
    const office = newOffice();
    const { root } = await fill(office, 5);
    const request = { origin: 'hengchan.example', signers: [sm2, ed25519], now };
    const checkpoint = await signCheckpoint(open.database, office, request);
    const note = checkpoint?.note ?? '';
    expect(note.split('\n').slice(0, 4)).toEqual([`hengchan.example/${office}`, '5', root, '']);
    for (const { publicKey } of [sm2, ed25519]) {
      expect(isSignedBy(note, publicKey)).toBe(true);
      expect(isSignedBy(note.replace('\n5\n', '\n6\n'), publicKey)).toBe(false);
      expect(isSignedBy(note, { ...publicKey, name: 'another' })).toBe(false);
    }
    const other = sm2Signer('registry-sm2', sm2KeyPair(Buffer.alloc(32, 8)).privateKey);
    expect(isSignedBy(note, other.publicKey)).toBe(false);
    expect(await signCheckpoint(open.database, office, request)).toEqual(checkpoint);
  });

  test('the application cannot change what is in the log', async () => {
    const office = newOffice();
    await fill(office, 2);
    for (const table of ['leaf', 'position', 'node', 'checkpoint']) {
      const name = sql.table(`evidence.${table}`);
      await expect(sql`DELETE FROM ${name}`.execute(open.database)).rejects.toThrow(/permission denied/);
      await expect(sql`UPDATE ${name} SET office = office`.execute(open.database)).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('verifying finds whatever the owner of the database changes', async () => {
    const changes: [string, (office: string) => ReturnType<typeof sql>][] = [
      [
        'evidence.leaf',
        (office) =>
          sql`UPDATE evidence.leaf SET data = '{"subject":"other"}' WHERE office = ${office} AND subject = 'subject 3'`,
      ],
      [
        'evidence.leaf',
        (office) =>
          sql`UPDATE evidence.leaf SET data = '{' WHERE office = ${office} AND subject = 'subject 3'`,
      ],
      [
        'evidence.leaf',
        (office) =>
          sql`UPDATE evidence.leaf SET kind = 'read' WHERE office = ${office} AND subject = 'subject 3'`,
      ],
      [
        'evidence.leaf',
        (office) =>
          sql`UPDATE evidence.position SET leaf_hash = sha256('x') WHERE office = ${office} AND leaf_index = 2`,
      ],
      [
        'evidence.node',
        (office) =>
          sql`UPDATE evidence.node SET hash = sha256('x') WHERE office = ${office} AND level = 2 AND node_index = 0`,
      ],
      [
        'evidence.position',
        (office) => sql`DELETE FROM evidence.position WHERE office = ${office} AND leaf_index = 4`,
      ],
      [
        'evidence.log',
        (office) => sql`DELETE FROM evidence.position WHERE office = ${office} AND leaf_index = 8`,
      ],
      [
        'evidence.checkpoint',
        (office) => sql`UPDATE evidence.checkpoint SET root = sha256('x') WHERE office = ${office}`,
      ],
      [
        'evidence.checkpoint',
        (office) =>
          sql`UPDATE evidence.checkpoint SET note = replace(note, 'hengchan', 'hangchen') WHERE office = ${office}`,
      ],
    ];
    for (const [table, change] of changes) {
      const office = newOffice();
      await fill(office, 9);
      await signCheckpoint(open.database, office, { origin: 'hengchan.example', signers: [sm2], now });
      expect((await verifyLog(open.database, office, { keys: [sm2.publicKey] })).findings).toEqual([]);
      await open.asOwner((owner) => change(office).execute(owner));
      const report = await verifyLog(open.database, office, { keys: [sm2.publicKey], pageSize: 4 });
      expect(report.ok).toBe(false);
      expect(report.findings.map((finding) => finding.table)).toContain(table);
    }
  });

  describe('the offline verifier', () => {
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    const run = (bundle: unknown, ...more: string[]) =>
      new Promise<{ code: number; out: string }>((resolve) => {
        const file = join(folder, 'bundle.json');
        writeFileSync(file, typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
        execFile(process.execPath, [program, file, ...more], (error, out) =>
          resolve({ code: error ? Number(error.code) : 0, out }),
        );
      });

    const exported = async (
      keys = [sm2.publicKey],
      data = (hash: string): unknown => ({ number: 1, hash }),
    ): Promise<Bundle> => {
      const office = newOffice();
      const record = '{"number":1}';
      await append(office, 'before');
      await append(office, '1', data(sm3(record)));
      await fill(office, 4);
      const request = { origin: 'hengchan.example', signers: [sm2, ed25519], now };
      await signCheckpoint(open.database, office, request);
      await fill(office, 3);
      return exportBundle(open.database, office, 1, keys, record);
    };

    test('a true bundle passes, with either signature', async () => {
      for (const { publicKey } of [sm2, ed25519]) {
        const { code, out } = await run(await exported([publicKey]), fingerprintOf(publicKey));
        expect(out).toContain('验证通过');
        expect(out).not.toContain('不通过');
        expect(code).toBe(0);
      }
    });

    test('the leaf may name the record by its digest alone', async () => {
      const bundle = await exported([sm2.publicKey], (hash) => hash);
      expect(verifyBundle(bundle).ok).toBe(true);
      expect(verifyBundle({ ...bundle, record: '{}' }).ok).toBe(false);
    });

    test('without a fingerprint it says what remains to be checked', async () => {
      const { code, out } = await run(await exported());
      expect(code).toBe(0);
      expect(out).toContain(fingerprintOf(sm2.publicKey));
    });

    test('it shows the record it is about, and says when there is none', async () => {
      const { record, ...bare } = await exported();
      expect((await run({ ...bare, record })).out).toContain(record);
      const { code, out } = await run(bare);
      expect(code).toBe(0);
      expect(out).toContain('未附登簿记录');
    });

    test('a checkpoint of another office, though signed by the same key, does not do', async () => {
      const bundle = await exported();
      const leaf = { ...bundle.leaf, text: bundle.leaf.text.replace(/"office":"\d+"/, '"office":"110101"') };
      const verdict = verifyBundle({ ...bundle, leaf });
      expect(verdict.ok).toBe(false);
      expect(verdict.lines.join()).toContain('另一登记机构');
    });

    test('any change fails', async () => {
      const bundle = await exported();
      const other = sm2Signer('registry-sm2', sm2KeyPair(Buffer.alloc(32, 9)).privateKey).publicKey;
      const wrong: [string, unknown][] = [
        ['record', { ...bundle, record: '{"number":2}' }],
        ['leaf', { ...bundle, leaf: { ...bundle.leaf, text: bundle.leaf.text.replace('notice', 'entry') } }],
        ['index', { ...bundle, leaf: { ...bundle.leaf, index: 2 } }],
        ['size', { ...bundle, proof: { ...bundle.proof, size: 7 } }],
        ['path', { ...bundle, proof: { ...bundle.proof, path: bundle.proof.path.toReversed() } }],
        ['key', { ...bundle, keys: [other] }],
        ['no key', { ...bundle, keys: [] }],
        ['format', { ...bundle, format: 'another' }],
        ['version', { ...bundle, version: 2 }],
        ['checkpoint', { ...bundle, checkpoint: bundle.checkpoint.replace('hengchan', 'hangchen') }],
      ];
      for (const [what, changed] of wrong) {
        expect(verifyBundle(changed as Bundle).ok, what).toBe(false);
      }
      expect(verifyBundle(bundle, '00'.repeat(32)).ok).toBe(false);
      expect(await run(wrong[0]?.[1])).toMatchObject({ code: 1 });
      expect(await run('not json')).toMatchObject({ code: 1 });
    });

    test('a bundle is refused before a checkpoint covers it', async () => {
      const office = newOffice();
      await fill(office, 2);
      await expect(exportBundle(open.database, office, 1, [])).rejects.toMatchObject({
        code: 'CHECKPOINT_NOT_FOUND',
      });
      await expect(exportBundle(open.database, office, 9, [])).rejects.toMatchObject({
        code: 'EVIDENCE_NOT_FOUND',
      });
      expect(await latestCheckpoint(open.database, office)).toBeUndefined();
    });
  });
});
