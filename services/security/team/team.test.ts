import { createAccount, systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('only staff stand on the list', async () => {
    account = '0197f000-0000-7000-8000-000000000000';
    await expect(announce('join', 10)).rejects.toMatchObject({ code: 'TEAM_ACCOUNT_NOT_STAFF' });
  });
});
