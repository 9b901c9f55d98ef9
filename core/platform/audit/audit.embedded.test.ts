import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { sealAudit } from './seal.ts';
import { exportAudit, searchAudit } from './search.ts';
import { auditTables } from './tables.ts';
import { type AuditVerification, verifyAudit } from './verify.ts';

const auditor = testActor({ login: 'auditor', roles: [{ role: 'audit-admin' }] });
const clerk = testActor({ accountId: 'clerk-id', login: 'clerk', roles: [{ role: 'acceptor' }] });
const office = '320402';

describe('audit', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    await platform.open.asOwner((owner) =>
      sql`TRUNCATE platform.audit, platform.audit_seal, platform.audit_unsealed`.execute(owner),
    );
  });

  const write = async (count: number) => {
    for (let number = 1; number <= count; number++) {
      platform.clock.advance(1000);
      const detail = { number, nested: { b: [1, { z: null, a: '甲' }], a: 1.5 } };
      await platform.audit.write(platform.database, clerk, {
        action: 'case.accept',
        subject: `件${number}`,
        office,
        detail,
      });
    }
  };
  const owner = (statement: ReturnType<typeof sql>) =>
    platform.open.asOwner((database) => statement.execute(database));
  const lineOf = (subject: string) =>
    auditTables(platform.database)
      .selectFrom('platform.audit')
      .select('id')
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow();
  const verify = (): Promise<AuditVerification> => verifyAudit(platform, auditor);

  test('a line belongs to the transaction of the change', async () => {
    const undone = platform.database.transaction().execute(async (trx) => {
      await platform.audit.write(trx, clerk, { action: 'case.accept', subject: 'undone', office });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await expect(lineOf('undone')).rejects.toThrow();
  });

  test.each([
    sql`UPDATE platform.audit SET subject = 'other'`,
    sql`DELETE FROM platform.audit`,
    sql`UPDATE platform.audit_seal SET hash = 'other'`,
    sql`DELETE FROM platform.audit_seal`,
    sql`TRUNCATE platform.audit`,
  ])('the application cannot change or remove what is written (%#)', async (statement) => {
    await write(1);
    await expect(statement.execute(platform.database)).rejects.toThrow(/permission denied/);
  });

  test('identity and phone numbers never get into a line, but can still be looked for', async () => {
    const number = '320402190503070018';
    await platform.audit.recordRead(platform.database, clerk, {
      resource: 'register',
      conditions: { idNumber: number, names: [`张三 ${number}`], unit: '320402001001GB00001F00010001' },
      count: 3,
      office,
    });
    const { items } = await searchAudit(platform, auditor, { action: 'register' });
    const text = JSON.stringify(items);
    expect(text).not.toContain(number);
    expect(items[0]).toMatchObject({ action: 'register.read', login: 'clerk', detail: { count: 3 } });
    expect(text).toContain(`3204***********018#${platform.cipher.index(number).slice(0, 16)}`);
    expect(text).toContain('320402001001GB00001F00010001');
  });

  test('an untouched log verifies, sealed or waiting', async () => {
    await write(5);
    expect(await verify()).toMatchObject({ intact: true, checked: 0, waiting: 5 });
    expect(await sealAudit(platform)).toBe(6);
    await write(2);
    expect(await sealAudit(platform)).toBe(2);
    const { heads, ...rest } = await verify();
    expect(rest).toMatchObject({ intact: true, checked: 8, waiting: 0, faults: [] });
    expect(heads).toMatchObject([
      { office: '000000', sequence: 1 },
      { office, sequence: 7 },
    ]);
  });

  test.each([
    ['altered', 'altered', sql`UPDATE platform.audit SET detail = '{"number":30}' WHERE subject = '件3'`],
    ['given to another', 'altered', sql`UPDATE platform.audit SET login = 'x' WHERE subject = '件3'`],
    [
      'moved in time',
      'altered',
      sql`UPDATE platform.audit SET at = at + interval '1 ms' WHERE subject = '件3'`,
    ],
    ['removed', 'removed', sql`DELETE FROM platform.audit WHERE subject = '件3'`],
  ])('a line that was %s is found and named', async (_, fault, tampering) => {
    await write(5);
    await sealAudit(platform);
    const { id } = await lineOf('件3');
    await owner(tampering);
    expect(await verify()).toMatchObject({
      intact: false,
      faults: [{ office, sequence: 3, auditId: id, fault }],
    });
  });

  test('covering up an alteration with a new content hash is found all the same', async () => {
    await write(3);
    await sealAudit(platform);
    const { id } = await lineOf('件2');
    await owner(sql`UPDATE platform.audit SET content_hash = repeat('0', 64) WHERE subject = '件2'`);
    await owner(
      sql`UPDATE platform.audit_seal SET content_hash = repeat('0', 64) WHERE sequence = 2 AND office = ${office}`,
    );
    const { faults } = await verify();
    expect(faults).toContainEqual({ office, sequence: 2, auditId: id, fault: 'chain-broken' });
  });

  test('taking a line out together with its seal breaks the chain', async () => {
    await write(4);
    await sealAudit(platform);
    await owner(sql`DELETE FROM platform.audit WHERE subject = '件2'`);
    await owner(sql`DELETE FROM platform.audit_seal WHERE sequence = 2 AND office = ${office}`);
    expect((await verify()).faults).toMatchObject([{ sequence: 3, fault: 'chain-broken' }]);
  });

  test('a line slipped in beside the product is found', async () => {
    await write(2);
    await sealAudit(platform);
    await owner(sql`INSERT INTO platform.audit SELECT office, gen_random_uuid(), at, actor, login, action, 'forged', detail,
      content_hash FROM platform.audit WHERE subject = '件1'`);
    const { id } = await lineOf('forged');
    expect((await verify()).faults).toEqual([{ office, auditId: id, fault: 'inserted' }]);
  });

  test('the timer seals what is waiting', async () => {
    await write(3);
    platform.clock.advance(60_000);
    await platform.jobs.drain();
    expect(await verify()).toMatchObject({ intact: true, checked: 3 });
  });

  test('search filters, goes page by page, and is itself on record', async () => {
    const start = platform.clock.now();
    await write(5);
    const first = await searchAudit(platform, auditor, { office, action: 'case', limit: 2 });
    expect(first.items.map((item) => item.subject)).toEqual(['件5', '件4']);
    const second = await searchAudit(platform, auditor, { office, limit: 2, cursor: first.nextCursor });
    expect(second.items.map((item) => item.subject)).toEqual(['件3', '件2']);
    const until = new Date(start.getTime() + 3000);
    const early = await searchAudit(platform, auditor, { login: 'clerk', from: start, until });
    expect(early.items.map((item) => item.subject)).toEqual(['件2', '件1']);
    const looks = await searchAudit(platform, auditor, { action: 'audit.read', login: 'auditor' });
    expect(looks.items).toHaveLength(3);
    expect(looks.items.map((item) => item.detail)).toContainEqual({
      conditions: { office, action: 'case', limit: 2 },
      count: 2,
    });
    for (const cursor of ['x', Buffer.from('["a","b"]').toString('base64url')]) {
      await expect(searchAudit(platform, auditor, { cursor })).rejects.toMatchObject({
        code: 'INVALID_REQUEST',
      });
    }
  });

  test('an export says who took it, and gives a spreadsheet nothing to calculate', async () => {
    await platform.audit.write(platform.database, clerk, {
      action: 'case.accept',
      subject: '=1+1,"x"',
      office,
    });
    const csv = await exportAudit(platform, auditor, { office });
    const [watermark, header, row] = csv.slice(1).split('\r\n');
    expect(watermark).toMatch(/测试员（auditor），2026-11-20T.*共 1 条/);
    expect(header).toContain('"动作"');
    expect(row).toContain(`"'=1+1,""x"""`);
  });

  test('reading, verifying and exporting each need their permission', async () => {
    await expect(searchAudit(platform, clerk, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(verifyAudit(platform, clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(exportAudit(platform, clerk, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const inspector = testActor({ roles: [{ role: 'inspector' }] });
    await expect(searchAudit(platform, inspector, {})).resolves.toBeDefined();
    await expect(exportAudit(platform, inspector, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
