import { createAccount, grantRole, searchAudit, systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setParameters } from '../set-parameters.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { acknowledgeTeamChange, announceTeamChange, readTeam } from './team.ts';

const guard = somebody('security-admin');
const owner = somebody('data-officer');

describe('the team that runs the platform', () => {
  let server: TestServer;
  let account: string;
  beforeAll(async () => {
    server = await testServer();
    account = await createAccount(server.platform, systemActor, {
      login: 'operator',
      password: 'Correct-Horse-9',
      name: '周八',
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: 'system-admin', office: '*', purpose: '运维' }],
    });
  });
  afterAll(() => server.close());
  const inDays = (days: number) => new Date(server.platform.clock.now().getTime() + days * 86_400_000);
  const announce = (kind: 'join' | 'leave', days: number) =>
    announceTeamChange(server.security, guard, {
      kind,
      account,
      post: '网络安全负责人',
      duty: '全面负责网络安全',
      networkSecurityLead: true,
      effectiveAt: inDays(days),
    });

  test('a change is announced ahead, acknowledged by the institution, and only then in effect', async () => {
    await expect(announce('join', 1)).rejects.toMatchObject({ code: 'TEAM_CHANGE_TOO_SOON' });
    const id = await announce('join', 4);
    const states = async () => {
      const team = await readTeam(server.security, guard);
      return { members: team.members.length, state: team.changes[0]?.state, unlisted: team.unlisted.length };
    };
    server.platform.clock.set(inDays(5));
    expect(await states()).toEqual({ members: 0, state: 'announced', unlisted: 1 });
    await acknowledgeTeamChange(server.security, owner, id);
    expect(await states()).toEqual({ members: 1, state: 'in-effect', unlisted: 0 });
    const { members } = await readTeam(server.security, owner);
    expect(members[0]).toMatchObject({ name: '周八', networkSecurityLead: true });
    await expect(acknowledgeTeamChange(server.security, owner, id)).rejects.toMatchObject({
      code: 'TEAM_CHANGE_ACKNOWLEDGED',
    });
    await acknowledgeTeamChange(server.security, owner, await announce('leave', 4));
    expect((await states()).members).toBe(1);
    server.platform.clock.set(inDays(5));
    expect(await states()).toEqual({ members: 0, state: 'in-effect', unlisted: 1 });
  });

  test('only who stands on the list is made an administrator, and is none from the day of leaving', async () => {
    const newcomer = await createAccount(server.platform, systemActor, {
      login: 'newcomer',
      password: 'Correct-Horse-9',
      name: '吴九',
      kind: 'staff',
      backgroundChecked: true,
    });
    account = newcomer;
    const grant = (role: string) =>
      grantRole(server.platform, guard, { account: newcomer, role, office: '*', purpose: '运维' });
    const refused = { code: 'TEAM_MEMBERSHIP_REQUIRED' };
    await expect(grant('system-admin')).rejects.toMatchObject(refused);
    await acknowledgeTeamChange(server.security, owner, await announce('join', 4));
    await expect(grant('system-admin')).rejects.toMatchObject(refused);
    server.platform.clock.set(inDays(5));
    await grant('system-admin');

    await acknowledgeTeamChange(server.security, owner, await announce('leave', 4));
    await server.platform.jobs.drain();
    const held = async () => (await readTeam(server.security, guard)).unlisted.map(({ login }) => login);
    await expect(grant('system-admin')).rejects.toMatchObject({ code: 'GRANT_EXISTS' });
    server.platform.clock.set(inDays(5));
    expect(await held()).toContain('newcomer');
    await server.platform.jobs.drain();
    expect(await held()).not.toContain('newcomer');
    await expect(grant('system-admin')).rejects.toMatchObject(refused);
    const lines = await searchAudit(server.platform, somebody('audit-admin'), { action: 'role.revoke' });
    expect(lines.items[0]).toMatchObject({ subject: newcomer, detail: { role: 'system-admin' } });

    await setParameters(server.security, guard, { administratorsFromTeam: false });
    await grant('system-admin');
    await setParameters(server.security, guard, { administratorsFromTeam: true });
  });

  test('whoever left while the institution had not looked yet is no administrator once it has', async () => {
    account = await createAccount(server.platform, systemActor, {
      login: 'leaver',
      password: 'Correct-Horse-9',
      name: '郑一',
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: 'audit-admin', office: '*', purpose: '审计' }],
    });
    const leaving = await announce('leave', 4);
    server.platform.clock.set(inDays(5));
    const unlisted = async () => (await readTeam(server.security, guard)).unlisted.map(({ login }) => login);
    expect(await unlisted()).toContain('leaver');
    await acknowledgeTeamChange(server.security, owner, leaving);
    expect(await unlisted()).not.toContain('leaver');
  });

  test('work of others may be given to anybody of the staff', async () => {
    const clerk = await createAccount(server.platform, systemActor, {
      login: 'clerk',
      password: 'Correct-Horse-9',
      name: '冯二',
      kind: 'staff',
      backgroundChecked: true,
    });
    await grantRole(server.platform, guard, {
      account: clerk,
      role: 'acceptor',
      office: '*',
      purpose: '受理',
    });
  });

  test('only staff stand on the list', async () => {
    account = '0197f000-0000-7000-8000-000000000000';
    await expect(announce('join', 10)).rejects.toMatchObject({ code: 'TEAM_ACCOUNT_NOT_STAFF' });
  });
});
