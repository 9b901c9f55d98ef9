import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { driveDue } from '@hengchan/casework';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { pixel } from '../support/client.ts';
import { person } from '../support/people.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';

const maintenance = inject('postgresUrl');
const [seller, buyer] = [person(1), person(2)];

/** The disk as the product sees it: half of a new file is written, then there is no room for the rest. */
const disk = (() => {
  const { open } = fs;
  let full = false;
  fs.open = async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    if (!full || flags !== 'wx') return handle;
    handle.writeFile = async (data) => {
      const bytes = data as Uint8Array;
      await handle.write(bytes.subarray(0, bytes.length / 2));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    return handle;
  };
  syncBuiltinESMExports();
  return {
    fill: () => {
      full = true;
    },
    empty: () => {
      full = false;
    },
    giveBack: () => {
      fs.open = open;
      syncBuiltinESMExports();
    },
  };
})();

describe.skipIf(!maintenance)('a file store without room', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterEach(() => disk.empty());
  afterAll(async () => {
    disk.giveBack();
    await stage?.close();
  });

  const stored = async () => {
    const entries = await fs
      .readdir(join(stage.folder, 'files'), { recursive: true, withFileTypes: true })
      .catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  };
  const open = async () => {
    const client = await stage.as(seller);
    const answer = await client.post<{ caseNo: string }>('/api/cases', await stage.sale());
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return { client, caseNo: answer.body.caseNo };
  };

  test('says so to who gives a material, keeps nothing of it, and takes it when there is room', async () => {
    const { client, caseNo } = await open();
    const before = await client.case(caseNo);
    const files = await stored();
    disk.fill();
    const refused = await client.upload(caseNo, 'contract', pixel, '合同.png');
    expect(refused).toMatchObject({
      status: 507,
      body: { code: 'FILE_STORE_FULL', title: expect.any(String) },
    });
    expect(await client.case(caseNo)).toEqual(before);
    expect(await stored()).toEqual(files);
    disk.empty();
    const taken = await client.upload(caseNo, 'contract', pixel, '合同.png');
    expect(taken.status).toBe(200);
    const { materials } = await client.case(caseNo);
    expect(materials.find((each) => each.code === 'contract')?.files).toHaveLength(1);
    expect((await stored()).length).toBe(files.length + 1);
  });

  test('holds up the making of a certificate and nothing else: made later, once', async () => {
    const { client, caseNo } = await open();
    const { casework } = stage.town.product.registration;
    const actors = [
      client,
      ...(await Promise.all([buyer, 'acceptor' as const, 'reviewer' as const].map((who) => stage.as(who)))),
    ];
    const idle = () => stage.town.pump();
    await walk(caseNo, actors, [], 60, { idle, until: (view) => view.status === 'deciding' });
    const files = await stored();
    disk.fill();
    const approver = await stage.as('approver');
    // The decision is made and entered; only the paper has to wait.
    const decided = await approver.act(caseNo, 'approve', undefined, '准予登记');
    expect(decided).toMatchObject({ status: 200, body: { status: 'issuing' } });
    expect(decided.body.result?.certificates).toHaveLength(1);
    const certificate = decided.body.result?.certificates[0]?.number;

    for (let round = 0; round < 3; round++) {
      stage.clock.advance(6 * 60_000);
      await driveDue(casework);
      expect((await approver.case(caseNo)).status).toBe('issuing');
    }
    expect(await stored()).toEqual(files);
    const waiting = await stage.rows(
      "SELECT last_error FROM casework.token WHERE case_no = $1 AND node = 'issue' AND state = 'open'",
      [caseNo],
    );
    expect(waiting).toEqual([{ last_error: expect.stringContaining('存储') }]);
    const documents = 'SELECT document_hash FROM certificates.certificate WHERE number = $1';
    expect(await stage.rows(documents, [certificate])).toEqual([{ document_hash: null }]);

    disk.empty();
    stage.clock.advance(6 * 60_000);
    await driveDue(casework);
    const done: CaseView = await approver.case(caseNo);
    expect(done.status).toBe('completed');
    expect(done.result?.certificates.map((each) => each.number)).toEqual([certificate]);
    const paper = await (await stage.as(buyer)).get<ArrayBuffer>(
      `/api/certificates/${encodeURIComponent(certificate ?? '')}/document`,
    );
    expect(Buffer.from(paper.body).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stored()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
