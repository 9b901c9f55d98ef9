import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cadastreMigrations } from '@hengchan/cadastre';
import { caseworkMigrations, caseworkTables } from '@hengchan/casework';
import { allocateNumber, certificatesMigrations, findCertificate } from '@hengchan/certificates';
import { evidenceMigrations, verifyLog } from '@hengchan/evidence';
import { createHttp, type HengchanHttp, resolveSession, signIn } from '@hengchan/platform';
import { type TestPlatform, testPlatform } from '@hengchan/platform/testing';
import { bulkEnter, getUnit, registerMigrations, type Transfer, verify } from '@hengchan/register';
import { parseCertificateNumber } from '@hengchan/standards';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationOffices, demonstrationPlugin, seedCity, seedDemonstration } from './index.ts';
import type { DemonstrationUnit } from './schema.ts';
import { cityOf, readRecord } from './seed/record.ts';
import { makeSealer } from './seed/sealer.ts';

const office = '320402';
const migrations = [
  cadastreMigrations,
  registerMigrations,
  evidenceMigrations,
  certificatesMigrations,
  caseworkMigrations,
];

describe('a demonstration of two hundred units', () => {
  let platform: TestPlatform;
  let http: HengchanHttp;

  beforeAll(async () => {
    platform = await testPlatform({ migrations });
    const made = await seedDemonstration(platform, { units: 200, dataFolder: platform.config.dataFolder });
    expect(made).toMatchObject({ outcome: 'made', units: 200 });
    http = await createHttp(platform, {
      version: '0',
      resolveSession: (token) => resolveSession(platform, token),
    });
    await http.register(demonstrationPlugin({ platform }));
  });
  afterAll(async () => {
    await http?.close();
    await platform?.close();
  });

  const get = async <Body>(url: string): Promise<Body> => {
    const answer = await http.inject({ url });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as Body;
  };
  const units = (query: string) => get<{ items: DemonstrationUnit[] }>(`/api/demo/units?${query}`);

  test('follows from its entries, and every entry is in the evidence log', async () => {
    for (const { code } of demonstrationOffices) {
      const report = await verify(platform.database, code);
      expect(report).toMatchObject({ ok: true, findings: [] });
      expect(report.units).toBe(code === office ? 180 : 5);
      const log = await verifyLog(platform.database, code);
      expect(log).toMatchObject({ size: report.entries, findings: [] });
    }
  });

  test('numbers of certificates have no gaps, and the next real one follows', async () => {
    const { rows } = await sql<{ number: string; voided: boolean; current: boolean }>`
      SELECT c.number, c.voided_at IS NOT NULL AS voided, r.ended_entry IS NULL AS current
      FROM certificates.certificate c
      JOIN register.certificate rc ON rc.office = c.office AND rc.number = c.number
      JOIN register."right" r ON r.office = rc.office AND r.id = rc.right_id
      WHERE c.office = ${office}`.execute(platform.database);
    expect(rows.filter((row) => row.voided === row.current)).toEqual([]);
    const series = new Map<string, number[]>();
    for (const { number } of rows) {
      const parts = parseCertificateNumber(number);
      const key = `${parts?.kind} ${parts?.year}`;
      series.set(key, [...(series.get(key) ?? []), parts?.sequence ?? 0]);
    }
    for (const numbers of series.values()) {
      expect(numbers.sort((left, right) => left - right)).toEqual(numbers.map((_, at) => at + 1));
    }
    const source = { office, province: '苏', place: '常州市' };
    const next = await platform.database
      .transaction()
      .execute((trx) => allocateNumber(trx, source, 'certificate', platform.clock.now()));
    expect(parseCertificateNumber(next)?.sequence).toBe((series.get('certificate 2026')?.length ?? 0) + 1);
  });

  test('a second call finds it there', async () => {
    const again = await seedDemonstration(platform, { units: 500, dataFolder: platform.config.dataFolder });
    expect(again).toEqual({ outcome: 'there', units: 200, reports: [] });
  });

  test('everybody listed can sign in, and every role is there', async () => {
    const { items } = await get<{
      items: { account: string; password: string; kind: string; roles: { role: string }[] }[];
    }>('/api/demo/accounts');
    const roles = new Set(items.flatMap((item) => item.roles.map((grant) => grant.role)));
    for (const role of ['acceptor', 'reviewer', 'approver', 'enforcement-clerk', 'cashier', 'audit-admin']) {
      expect(roles).toContain(role);
    }
    for (const login of ['acceptor1', 'citizen001', 'buyer01', 'bank1', 'court1', 'developer1', 'company1']) {
      const account = items.find((item) => item.account === login);
      if (!account) throw new Error(`no account ${login}`);
      const signedIn = await signIn(platform, { account: login, password: account.password });
      expect(signedIn).toMatchObject({ token: expect.any(String) });
    }
  });

  test.each(['clear', 'mortgaged', 'seized', 'joint', 'shares'] as const)(
    'units listed as %s are so in the register, and their holders have accounts',
    async (state) => {
      const { items } = await units(`state=${state}&limit=100`);
      expect(items.length).toBeGreaterThan(1);
      for (const item of items) {
        const now = platform.clock.now();
        const { rights } = await getUnit(platform.database, item.office, item.code, { asOf: now });
        const kinds = rights.map((right) => right.kind);
        expect(kinds.includes('mortgage')).toBe(item.mortgages.length > 0);
        expect(kinds.includes('seizure')).toBe(item.seizures.length > 0);
        if (state === 'clear') expect(kinds).toEqual(['ownership']);
        if (state === 'mortgaged') expect(item.mortgages[0]?.mortgagee.account).toMatch(/^bank\d$/);
        if (state === 'seized') expect(item.seizures[0]?.authority).toBe('演示市人民法院');
        const ownership = rights.find((right) => right.kind === 'ownership');
        expect(ownership?.holders.map((holder) => holder.idIndex)).toEqual(
          item.holders.map((holder) => platform.cipher.index(holder.idNumber)),
        );
        expect(ownership?.certificate).toBe(item.certificate);
        if (state === 'joint') expect(ownership?.coOwnership).toBe('1');
        if (state === 'shares') expect(item.holders.every((holder) => holder.share)).toBe(true);
      }
    },
  );

  test('pages follow one another', async () => {
    const all = await units('state=clear&limit=100');
    const first = await get<{ items: DemonstrationUnit[]; nextCursor: string }>(
      '/api/demo/units?state=clear&limit=3',
    );
    const second = await units(`state=clear&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((item) => item.code)).toEqual(
      all.items.slice(0, 6).map((item) => item.code),
    );
    expect((await units('state=noticed')).items).toEqual([]);
    expect((await http.inject({ url: '/api/demo/units?state=sold' })).statusCode).toBe(400);
  });

  test('after a sale the unit shows its buyer, and no unit of a claimed case is offered', async () => {
    const [unit, claimed] = (await units(`state=clear&office=${office}`)).items;
    if (!unit || !claimed) throw new Error('two units are needed');
    const record = await readRecord(platform.database);
    const buyer = record && cityOf(record).buyers[0]?.adults[0];
    if (!buyer) throw new Error('a buyer is needed');
    const effect: Transfer = {
      type: 'transfer',
      unit: unit.code,
      reason: '买卖',
      coOwnership: '0',
      holders: [{ ...makeSealer(platform.cipher)(buyer), holderKind: '1' }],
    };
    const request = { caseNo: '1', business: 'resale-transfer', registrar: '审批', mode: 'manual' as const };
    await bulkEnter(platform.database, office, [{ ...request, now: platform.clock.now(), effect }]);
    await claim(claimed.code);
    const { items } = await units(`state=clear&office=${office}&limit=100`);
    expect(items.find((item) => item.code === unit.code)?.holders).toMatchObject([
      { idNumber: buyer.idNumber, account: 'buyer01' },
    ]);
    expect(items.map((item) => item.code)).not.toContain(claimed.code);
  });

  async function claim(unit: string): Promise<void> {
    await sql`INSERT INTO casework.cases (office, no, business, business_version, channel, phase, form, opened_by,
        opened_by_name, opened_at, limit_days, warning_days, search)
      VALUES (${office}, '2', 'resale-transfer', 1, 'online', 'reviewing', '{}', 'x', 'x', now(), 1, 1, '')`.execute(
      platform.database,
    );
    await caseworkTables(platform.database)
      .insertInto('casework.claim')
      .values({ office, unit_code: unit, case_no: '2', claimed_at: platform.clock.now() })
      .execute();
  }

  test('other departments know the people, marriages, companies and homes of the city', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(platform.config.dataFolder, 'outside', name), 'utf8'));
    const known = new Set(
      read('population.json').people.map((person: { idNumber: string }) => person.idNumber),
    );
    expect(known.size).toBeGreaterThan(200);
    for (const { spouses } of read('marriages.json').marriages) {
      for (const spouse of spouses) expect(known).toContain(spouse.idNumber);
    }
    const { households } = read('households.json') as {
      households: { members: string[]; homes: number }[];
    };
    const members = households.flatMap((household) => household.members);
    expect(new Set(members).size).toBe(members.length);
    expect(read('enterprises.json').enterprises.length).toBeGreaterThan(10);
    expect(read('contracts.json').contracts.length).toBeGreaterThan(0);
  });

  test('the clock is the whole system’s, and a seizure whose term runs out is gone', async () => {
    const before = (await units('state=seized&limit=100')).items;
    const start = platform.clock.now();
    const later = new Date(start.getTime() + 60 * 86_400_000).toISOString();
    const moved = await http.inject({ method: 'POST', url: '/api/demo/clock', payload: { at: later } });
    expect(moved.json()).toEqual({ at: later, moved: true, departments: { moved: [], silent: [] } });
    expect(platform.clock.now().toISOString()).toBe(later);
    expect((await get<{ at: string }>('/api/demo/clock')).at).toBe(later);
    const after = (await units('state=seized&limit=100')).items;
    expect(after.length).toBe(before.length - 1);
    for (const at of ['yesterday', '1999-01-01T00:00:00Z']) {
      const refused = await http.inject({ method: 'POST', url: '/api/demo/clock', payload: { at } });
      expect(refused.statusCode).toBe(400);
    }
    await http.inject({ method: 'POST', url: '/api/demo/clock', payload: { at: start.toISOString() } });
  });
});

test('an interrupted seed is finished by the next one, with the same city', async () => {
  const platform = await testPlatform({ migrations });
  const failing = new Error('power cut');
  const options = { units: 60, dataFolder: platform.config.dataFolder, pageSize: 20 };
  let pages = 0;
  const onProgress = () => {
    if (++pages === 3) throw failing;
  };
  await expect(seedDemonstration(platform, { ...options, onProgress })).rejects.toBe(failing);
  platform.clock.advance(86_400_000);
  const finished = await seedDemonstration(platform, { ...options, units: 900 });
  expect(finished).toMatchObject({ outcome: 'made', units: 60 });
  for (const { office: code } of finished.reports) {
    expect(await verify(platform.database, code)).toMatchObject({ ok: true });
    expect(await verifyLog(platform.database, code)).toMatchObject({ findings: [] });
  }
  await platform.close();
});

test('a register that holds something else is left alone, and production has no demonstration', async () => {
  const platform = await testPlatform({ migrations });
  const record = { seed: 1, units: 60, now: platform.clock.now().toISOString(), finished: false };
  await seedCity(platform, cityOf(record));
  const options = { units: 100, dataFolder: platform.config.dataFolder };
  expect(await seedDemonstration(platform, options)).toMatchObject({ outcome: 'foreign' });
  const production = { ...platform, config: { ...platform.config, mode: 'production' as const } };
  await expect(seedDemonstration(production, options)).rejects.toThrow('production');
  expect(() => demonstrationPlugin({ platform: production })).toThrow('production');
  expect(await findCertificate(platform.database, '苏（2000）常州市不动产权第0000001号')).toBeUndefined();
  await platform.close();
});
