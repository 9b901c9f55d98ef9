import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { type RoleCode, type RoleDefinition, roles } from '../access/permissions.ts';
import { createAccount } from '../accounts/index.ts';
import { searchAudit } from '../audit/search.ts';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { type FileKindCode, fileKinds, type Mark } from './marks.ts';
import type { RefusedOpening } from './open-file.ts';
import { fileTables } from './tables.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const office = '320402';
const kinds = Object.keys(fileKinds) as FileKindCode[];
const staffRoles = (Object.entries(roles) as [RoleCode, RoleDefinition][]).filter(
  ([, role]) => role.grantable,
);

/** Who opens a file as it was marked when it was stored: written out, so that a changed table is noticed. */
const desk: RoleCode[] = ['acceptor', 'reviewer', 'approver', 'archivist', 'enforcement-clerk'];
const everybody = staffRoles.map(([role]) => role);
const wanted: Record<FileKindCode, RoleCode[]> = {
  material: desk,
  application: desk,
  report: desk,
  objection: [...desk, 'cashier', 'certificate-clerk', 'supervisor'],
  letter: [...desk, 'cashier', 'certificate-clerk', 'supervisor'],
  certificate: [...desk, 'certificate-clerk'],
  payment: [...desk, 'cashier', 'supervisor'],
  announcement: everybody,
  technical: [],
  commercial: [],
  recording: desk,
};

let platform: TestPlatform;
let hash: string;
const refused: RefusedOpening[] = [];
beforeAll(async () => {
  platform = await testPlatform();
  ({ hash } = await platform.files.put(pdf, ['application/pdf']));
  platform.files.tellRefusals(async (each) => void refused.push(each));
});
afterAll(() => platform.close());

const open = (actor: ReturnType<typeof testActor>, kind: FileKindCode, mark: Mark, concerned = false) =>
  platform.files.open(actor, {
    file: { kind, mark, hash, office },
    concerned,
    line: { action: `${kind}.read`, subject: '32040220261120000019' },
  });

describe('a stored file', () => {
  test.each(kinds)('%s is opened by the posts that need to know, and by no other', async (kind) => {
    const opened: string[] = [];
    for (const [role] of staffRoles) {
      const actor = testActor({ roles: [{ role, office }] });
      await open(actor, kind, fileKinds[kind].mark).then(
        () => opened.push(role),
        (error) => expect(error).toMatchObject({ code: 'FILE_NOT_FOR_YOU', status: 403 }),
      );
      const elsewhere = testActor({ roles: [{ role, office: '320404' }] });
      const sensitive = { kind, mark: 'sensitive', hash, office } as const;
      expect(platform.files.isFor(elsewhere, sensitive, false), role).toBe(false);
    }
    expect(opened.sort()).toEqual([...wanted[kind]].sort());
  });

  test.each(kinds)(
    '%s is opened by whom it concerns where the kind says so, and by nobody outside',
    async (kind) => {
      const person = testActor({ kind: 'person' });
      const secret: Mark = kind === 'announcement' ? 'public' : 'sensitive';
      const own = open(person, kind, secret, true);
      if (fileKinds[kind].concerned) expect((await own).length).toBe(pdf.length);
      else await expect(own).rejects.toMatchObject({ code: 'FILE_NOT_FOR_YOU' });
      const others = open(person, kind, secret);
      if (secret === 'public') expect((await others).length).toBe(pdf.length);
      else await expect(others).rejects.toMatchObject({ code: 'FILE_NOT_FOR_YOU' });
    },
  );

  test('for named persons only is closed to every post, until somebody is named, and again when struck off', async () => {
    await expect(
      open(testActor({ roles: [{ role: 'approver' }] }), 'material', 'restricted'),
    ).rejects.toMatchObject({
      code: 'FILE_NOT_FOR_YOU',
    });
    const account = await accountOf('reader');
    const reader = testActor({ accountId: account, roles: [{ role: 'reviewer', office }] });
    const readers = fileTables(platform.database);
    const now = platform.clock.now();
    await readers
      .insertInto('platform.file_reader')
      .values({ office, hash, account, named_at: now, named_by: 'x', struck_at: null, struck_by: null })
      .execute();
    expect((await open(reader, 'material', 'restricted')).length).toBe(pdf.length);
    // To be named does not stand for the post: a colleague whose post was taken back opens nothing.
    const dismissed = testActor({ accountId: account });
    await expect(open(dismissed, 'material', 'restricted')).rejects.toMatchObject({
      code: 'FILE_NOT_FOR_YOU',
    });
    await readers.updateTable('platform.file_reader').set({ struck_at: now, struck_by: 'x' }).execute();
    await expect(open(reader, 'material', 'restricted')).rejects.toMatchObject({ code: 'FILE_NOT_FOR_YOU' });
  });

  test('that was opened or refused is on record each time, and a refusal is told', async () => {
    const lines = async (action: string) =>
      (await searchAudit(platform, testActor({ roles: [{ role: 'audit-admin' }] }), { action, limit: 100 }))
        .items;
    const before = { read: (await lines('recording.read')).length, told: refused.length };
    const reviewer = testActor({ roles: [{ role: 'reviewer', office }] });
    await open(reviewer, 'recording', 'recording');
    await open(reviewer, 'recording', 'recording');
    await expect(
      open(testActor({ roles: [{ role: 'cashier' }] }), 'recording', 'recording'),
    ).rejects.toThrow();
    expect((await lines('recording.read')).length).toBe(before.read + 2);
    expect((await lines('file.refuse'))[0]?.detail).toMatchObject({ kind: 'recording', mark: 'recording' });
    expect(refused.length).toBe(before.told + 1);
  });
});

async function accountOf(login: string): Promise<string> {
  return createAccount(platform, systemActor, {
    login,
    password: 'Hengchan-2026',
    name: '查阅人',
    kind: 'staff',
    backgroundChecked: true,
    roles: [],
  });
}
