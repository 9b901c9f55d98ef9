import { existsSync } from 'node:fs';
import {
  type Actor,
  createHttp,
  type HengchanHttp,
  type Platform,
  systemActor,
  verifyAudit,
} from '@hengchan/platform';
import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import {
  openSecurity,
  type Security,
  securityMigrations,
  securityPlugin,
  separateClasses,
} from '../index.ts';

const lockfile = new URL('../../../package-lock.json', import.meta.url);

export interface TestServer {
  platform: TestPlatform;
  security: Security;
  app: HengchanHttp;
  /** The header to ask with as this actor. */
  as(actor: Actor): { authorization: string };
  close(): Promise<void>;
}

/** The room on a platform of the test's own, behind a real server. */
export async function testServer(): Promise<TestServer> {
  if (!existsSync(lockfile)) throw new Error('the lockfile is not where it was');
  const platform = await testPlatform({ migrations: [securityMigrations] });
  await platform.open.asOwner(separateClasses);
  const security = openSecurity({
    platform: platform.platform,
    lockfile,
    owner: '示范市不动产登记中心',
    verify: verifyChains,
  });
  const actors = new Map<string, Actor>();
  const app = await createHttp(platform.platform, {
    version: 'test',
    resolveSession: async (token) => actors.get(token),
  });
  app.get('/api/sample/things', { schema: { hide: true } }, async () => ({ open: true }));
  app.get('/api/sample/guarded', { schema: { hide: true } }, async (request) => {
    platform.access.require(request.actor, 'case.read');
    return { open: true };
  });
  await app.register(securityPlugin(security, 'test'));
  await app.ready();
  return {
    platform,
    security,
    app,
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

/** The part of everything that this room's own tables hold. */
async function* verifyChains(platform: Platform) {
  const { checked, faults } = await verifyAudit(platform, systemActor);
  yield { what: '审计日志', count: String(checked), faults: faults.map(({ fault }) => fault) };
}

let made = 0;

/** Somebody of their own, holding the role. */
export function somebody(role: string): Actor {
  made += 1;
  return testActor({
    accountId: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    login: `${role}-${made}`,
    name: `人员${made}`,
    roles: [{ role }],
  });
}
