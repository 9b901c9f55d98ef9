import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createAccount, systemActor } from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { algorithmsOf, cryptographyUses } from './algorithms.ts';
import { listeningSockets } from './channels.ts';
import { checkAccounts } from './check-accounts.ts';
import { readBill, readInventory } from './inventory.ts';
import { cycloneDx, isPermitted, readComponents, unlicensed } from './software.ts';
import { supply } from './supply.ts';

const root = new URL('../../../', import.meta.url);
const passwordHash = 'argon2id';
const lockfile = new URL('package-lock.json', root);

describe('software', () => {
  test('every package of the lockfile has a licence that lets anybody use, change and pass it on', () => {
    const components = readComponents(lockfile);
    expect(components.length).toBeGreaterThan(100);
    expect(unlicensed(components)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['未写明', false],
  ])('%s permitted: %s', (expression, permitted) => {
    expect(isPermitted(expression)).toBe(permitted);
  });

  test('the bill is CycloneDX 1.6: each part once, with address, licence and hash', () => {
    const bill = cycloneDx(readComponents(lockfile), {
      at: new Date('2026-11-20T00:00:00Z'),
      serial: '0197f000-0000-7000-8000-000000000000',
      version: '1.0.0',
    });
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    const references = bill.components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    const fastify = bill.components.find(({ name }) => name === 'fastify');
    expect(fastify).toMatchObject({ licenses: [{ license: { id: 'MIT' } }], scope: 'required' });
    expect(fastify?.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    expect(bill.components.some(({ name }) => name.startsWith('@hengchan/'))).toBe(false);
  });

  test('every exception of the supply list has its measure and its day', () => {
    for (const item of supply.filter(({ trust }) => trust === 'open')) {
      expect(item.measure, item.part).toBeTruthy();
      expect(item.reviewOn, item.part).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  test('what signs documents is said as it is', () => {
    const said = (config: Parameters<typeof algorithmsOf>[0]) => algorithmsOf(config).at(-1)?.product;
    const signing = { certificateFile: '/certificate.pem', keyFile: '/key.pem' };
    expect(said({ signing, mode: 'production', passwordHash })).toContain('配置');
    expect(said({ signing: undefined, mode: 'demo', passwordHash })).toContain('演示');
    expect(said({ signing: undefined, mode: 'production', passwordHash })).toContain('没有电子签名');
  });

  test('the algorithms are where the list says', () => {
    const demo = { signing: undefined, mode: 'demo' } as const;
    const uses = [
      ...algorithmsOf({ ...demo, passwordHash }),
      ...algorithmsOf({ ...demo, passwordHash: 'pbkdf2-sm3' }),
    ];
    expect(uses.filter(({ use }) => use === 'password').map(({ algorithm }) => algorithm)).toEqual([
      'Argon2id',
      'PBKDF2-HMAC-SM3',
    ]);
    for (const { algorithm, place } of uses) {
      const words = algorithm.match(/sm4|sm3|sm2|argon2|totp|tls|pdf/i)?.[0] as string;
      expect(readFileSync(new URL(place, root), 'utf8').toLowerCase(), place).toContain(words.toLowerCase());
    }
  });
});

describe('what is there against what is declared', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    await createAccount(server.platform, systemActor, {
      login: 'known',
      password: 'Correct-Horse-9',
      name: '郑十',
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: 'acceptor', office: '*', purpose: '受理' }],
    });
  });
  afterAll(() => server.close());

  test('accounts made through the product raise nothing; one written into the database is found, and so is a grant', async () => {
    expect((await checkAccounts(server.platform.database)).faults).toEqual([]);
    await sql`INSERT INTO platform.account (id, login, kind, name_sealed, name_index, password_hash, background_checked,
        status, created_at, created_by)
      SELECT gen_random_uuid(), 'ghost', kind, name_sealed, name_index, password_hash, true, 'enabled', now(), 'x'
      FROM platform.account WHERE login = 'known'`.execute(server.platform.database);
    await sql`INSERT INTO platform.role_grant (id, account, role, office, purpose, granted_by, granted_at)
      SELECT gen_random_uuid(), id, 'system-admin', '*', 'x', 'x', now()
      FROM platform.account WHERE login = 'known'`.execute(server.platform.database);
    const { faults } = await checkAccounts(server.platform.database);
    expect(faults.map(({ subject, fault }) => `${subject} ${fault.slice(0, 4)}`).sort()).toEqual([
      'ghost 账号没有',
      'known 角色 s',
    ]);
  });

  test('a door this process opens is seen', async () => {
    if (listeningSockets() === undefined) return;
    const door = createServer();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const { port } = door.address() as { port: number };
    expect(listeningSockets()).toContainEqual({ address: '127.0.0.1', port });
    await new Promise((resolve) => door.close(resolve));
    expect(listeningSockets()?.some((socket) => socket.port === port)).toBe(false);
  });

  test('is shown to those who watch, with what has lapsed', async () => {
    const found = await readInventory(server.security, somebody('inspector'));
    expect(found.software.unlicensed).toEqual([]);
    expect(found.algorithms.map(({ use }) => use).sort()).toEqual([...cryptographyUses].sort());
    expect(found.algorithms.every(({ state }) => state === 'none')).toBe(true);
    server.platform.clock.set(new Date('2028-01-01T00:00:00Z'));
    expect((await readInventory(server.security, somebody('inspector'))).supply.some(({ due }) => due)).toBe(
      true,
    );
    const bill = await readBill(server.security, somebody('inspector'), '1');
    expect(bill.components.length).toBeGreaterThan(100);
  });
});
