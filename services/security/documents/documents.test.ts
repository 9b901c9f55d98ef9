import { createAccount, systemActor } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideApproval, requestApproval } from '../approvals/approvals.ts';
import { askMark, decideMark } from '../marks/change-mark.ts';
import { listMarks } from '../marks/list-marks.ts';
import { nameReader, strikeReader } from '../marks/readers.ts';
import { listNotices } from '../notices/notices.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { keepDocument, listDocuments, openDocument } from './held-documents.ts';
import { recordConsent, shareDocument, withdrawConsent } from './share-document.ts';

const keeper = somebody('data-officer');
const second = somebody('data-officer');
const guard = somebody('security-admin');
const text = { name: '部署手册.txt', content: Buffer.from('第一步：……') };

let server: TestServer;
let reader: ReturnType<typeof testActor>;
beforeAll(async () => {
  server = await testServer();
  const accountId = await createAccount(server.platform, systemActor, {
    login: 'engineer',
    password: 'Hengchan-2026',
    name: '运维人员',
    kind: 'staff',
    backgroundChecked: true,
    roles: [],
  });
  reader = testActor({ accountId, login: 'engineer', name: '运维人员' });
});
afterAll(() => server.close());

const keep = (kind: 'technical' | 'commercial', provider?: string) =>
  keepDocument(server.security, keeper, { kind, title: '部署手册', provider }, text);
const name = (key: string) => nameReader(server.security, keeper, { shelf: 'held', key, login: 'engineer' });
const opens = (id: string, actor = reader) => openDocument(server.security, actor, id);
const closed = { code: 'FILE_NOT_FOR_YOU' };
const audited = async (action: string, subject: string) => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM platform.audit WHERE action = ${action} AND subject = ${subject}`.execute(
    server.platform.database,
  );
  return rows[0]?.count;
};

describe('a technical document', () => {
  test('is opened by whom it names and nobody else, each time on record', async () => {
    const id = await keep('technical');
    for (const actor of [reader, keeper, guard, somebody('system-admin')])
      await expect(opens(id, actor)).rejects.toMatchObject(closed);
    expect((await listDocuments(server.security, reader, {})).items).toEqual([]);
    await name(id);
    expect(Buffer.from((await opens(id)).content).toString()).toBe('第一步：……');
    await opens(id);
    expect(await audited('held-document.open', id)).toBe(2);
    expect(await audited('file.refuse', id)).toBe(4);
    expect((await listDocuments(server.security, reader, {})).items).toMatchObject([
      { id, opens: true, readers: [{ login: 'engineer', name: '运维人员' }] },
    ]);
    await strikeReader(server.security, keeper, { shelf: 'held', key: id, login: 'engineer' });
    await expect(opens(id)).rejects.toMatchObject(closed);
  });

  test('that somebody it is not for tried to open raises one alert for that person', async () => {
    const id = await keep('technical');
    for (let times = 0; times < 2; times += 1) await expect(opens(id, guard)).rejects.toMatchObject(closed);
    const { items } = await listNotices(server.security, guard, { limit: 100 });
    const told = items.filter(
      ({ kind, text: said }) => kind === 'file-refused' && said.includes(guard.login),
    );
    expect(told).toHaveLength(1);
  });

  test('is not filed without a mark', async () => {
    const file = sql`INSERT INTO security.held_document SELECT (jsonb_populate_record(held, '{"mark": null}')).*
      FROM security.held_document AS held LIMIT 1`;
    await expect(file.execute(server.platform.database)).rejects.toThrow(/null value in column "mark"/);
  });
});

describe('a mark', () => {
  const ask = (key: string, mark: 'internal' | 'restricted' | 'sensitive') =>
    askMark(server.security, keeper, { shelf: 'held', key, mark, reason: '已公布' });

  test('is lowered by two, and then opens the file to the office', async () => {
    const id = await keep('technical');
    const { id: change, inForce } = await ask(id, 'internal');
    expect(inForce).toBe(false);
    await expect(opens(id)).rejects.toMatchObject(closed);
    await expect(ask(id, 'sensitive')).rejects.toMatchObject({ code: 'MARK_WAITING' });
    const decision = { granted: true, note: '同意' };
    await expect(decideMark(server.security, keeper, change, decision)).rejects.toMatchObject({
      code: 'MARK_BY_SAME_PERSON',
    });
    const alone =
      sql`UPDATE security.mark_change SET decision = 'granted', decided_by = asked_by, decided_at = now()
      WHERE id = ${change}`.execute(server.platform.database);
    await expect(alone).rejects.toThrow(/mark_lowered_by_two/);
    await decideMark(server.security, second, change, decision);
    expect((await opens(id)).content.length).toBeGreaterThan(0);
    await expect(decideMark(server.security, second, change, decision)).rejects.toMatchObject({
      code: 'MARK_DECIDED',
    });
  });

  test('is raised by one, at once, with the reason on record', async () => {
    const id = await keep('technical');
    const { id: change } = await ask(id, 'internal');
    await decideMark(server.security, second, change, { granted: true, note: '同意' });
    expect(await ask(id, 'restricted')).toMatchObject({ inForce: true });
    await expect(opens(id)).rejects.toMatchObject(closed);
    await expect(ask(id, 'restricted')).rejects.toMatchObject({ code: 'MARK_SAME' });
    const { items } = await listMarks(server.security, keeper, { limit: 2 });
    expect(items[0]).toMatchObject({ from_mark: 'internal', to_mark: 'restricted', reason: '已公布' });
    expect(await audited('file.mark', `held/${id}`)).toBe(2);
  });

  test('of nothing there is none', async () => {
    for (const [shelf, key] of [
      ['held', 'x'],
      ['elsewhere', 'x'],
    ] as const)
      await expect(
        askMark(server.security, keeper, { shelf, key, mark: 'public', reason: 'x' }),
      ).rejects.toMatchObject({ code: 'FILE_NOT_SHELVED' });
    await expect(
      nameReader(server.security, keeper, { shelf: 'held', key: await keep('technical'), login: 'nobody' }),
    ).rejects.toMatchObject({ code: 'READER_NOT_STAFF' });
  });
});

describe('what a provider reported about its business', () => {
  const recipient = '示范市审计机构';
  const inDays = (days: number) => new Date(server.platform.clock.now().getTime() + days * 86_400_000);

  test('leaves only under the consent of the institution and of the provider, to whom both named', async () => {
    await expect(keep('commercial', ' ')).rejects.toMatchObject({ code: 'DOCUMENT_WITHOUT_PROVIDER' });
    const id = await keep('commercial', '示范服务有限公司');
    const share = (approval?: string, to = recipient) =>
      shareDocument(server.security, named, id, { recipient: to, approval });
    const accountId = await createAccount(server.platform, systemActor, {
      login: 'officer',
      password: 'Hengchan-2026',
      name: '资料员',
      kind: 'staff',
      backgroundChecked: true,
      roles: [],
    });
    const named = testActor({ accountId, login: 'officer', roles: [{ role: 'data-officer' }] });
    await nameReader(server.security, keeper, { shelf: 'held', key: id, login: 'officer' });

    await expect(share()).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' });
    const approval = await requestApproval(server.security, named, {
      operation: 'document-share',
      subject: id,
      purpose: '年度审计',
      scope: '本件',
      recipient,
      validUntil: inDays(5),
    });
    await decideApproval(server.security, guard, approval, { granted: true, note: '同意' });
    await expect(share(approval)).rejects.toMatchObject({ code: 'PROVIDER_CONSENT_REQUIRED' });
    const consent = (to: string) =>
      recordConsent(server.security, keeper, id, {
        recipient: to,
        purpose: '年度审计',
        givenBy: '示范服务有限公司（函）',
        validUntil: inDays(5),
      });
    await consent('别处');
    await expect(share(approval)).rejects.toMatchObject({ code: 'PROVIDER_CONSENT_REQUIRED' });
    const given = await consent(recipient);
    await expect(share(approval, '别处')).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' });
    expect(await share(approval)).toMatchObject({ name: '〔经营信息〕部署手册.txt' });
    expect(await audited('held-document.share', id)).toBe(1);

    await withdrawConsent(server.security, keeper, given);
    await expect(share(approval)).rejects.toMatchObject({ code: 'PROVIDER_CONSENT_REQUIRED' });
    await expect(withdrawConsent(server.security, keeper, given)).rejects.toMatchObject({
      code: 'CONSENT_NOT_FOUND',
    });
    const { items } = await listNotices(server.security, guard, { limit: 100 });
    expect(items.filter(({ text: said }) => said.includes('对外提供受控文件')).length).toBe(5);
  });

  test('a technical document needs no provider’s consent, and none can be recorded for it', async () => {
    const id = await keep('technical');
    await expect(
      recordConsent(server.security, keeper, id, {
        recipient,
        purpose: 'x',
        givenBy: 'x',
        validUntil: inDays(1),
      }),
    ).rejects.toMatchObject({ code: 'CONSENT_NOT_NEEDED' });
  });
});
