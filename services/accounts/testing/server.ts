import {
  type Actor,
  createAccount,
  createHttp,
  type HengchanHttp,
  type NewAccount,
  resolveSession,
  systemActor,
} from '@hengchan/platform';
import { type TestPlatform, type TestPlatformOptions, testPlatform } from '@hengchan/platform/testing';
import { accountsPlugin } from '../plugin.ts';

export const password = 'Correct-Horse-9';

export interface TestServer {
  platform: TestPlatform;
  app: HengchanHttp;
  /** Creates an account (staff holding the role where one is named) and returns its id. */
  account(login: string, role?: string, more?: Partial<NewAccount>): Promise<string>;
  /** Signs in and returns the header to ask with. */
  signIn(login: string): Promise<{ authorization: string }>;
  /** The header of nobody's account: requests come from the actor given. */
  as(actor: Actor): { authorization: string };
  close(): Promise<void>;
}

/** The room's routes behind a real server, on a platform of the test's own. */
export async function testServer(options: TestPlatformOptions = {}): Promise<TestServer> {
  const platform = await testPlatform(options);
  const actors = new Map<string, Actor>();
  const app = await createHttp(platform, {
    version: 'test',
    resolveSession: async (token) => actors.get(token) ?? resolveSession(platform, token),
  });
  await app.register(accountsPlugin, { platform });
  await app.ready();
  return {
    platform,
    app,
    account: (login, role, more = {}) =>
      createAccount(platform, systemActor, {
        login,
        password,
        name: '张三',
        kind: role === undefined ? 'person' : 'staff',
        backgroundChecked: true,
        ...(role === undefined ? {} : { roles: [{ role, office: '*', purpose: '测试' }] }),
        ...more,
      }),
    async signIn(login) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/sessions',
        payload: { account: login, password },
      });
      return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
    },
    as(actor) {
      const token = `actor-${actors.size}`;
      actors.set(token, actor);
      return { authorization: `Bearer ${token}` };
    },
    async close() {
      await app.close();
      await platform.close();
    },
  };
}
