import { fileURLToPath } from 'node:url';
import type { Actor } from '@hengchan/platform';
import { checkRelease } from '../release/check-release.ts';
import type { Security } from '../security.ts';
import { channelsOf, listeningSockets } from './channels.ts';
import { checkAccounts } from './check-accounts.ts';
import { certifiedAlgorithms } from './products.ts';
import { cycloneDx, readComponents, unlicensed } from './software.ts';
import { responsibilities, supply } from './supply.ts';

/** What the product consists of and which ways lead into it, compared with what is there. Rows SEC-BKD-01, SEC-SUP-01..05, SEC-CRY-01, SEC-CRY-02. */
export async function readInventory(security: Security, actor: Actor) {
  const { platform, lockfile } = security;
  platform.access.require(actor, 'security.read');
  const root = fileURLToPath(new URL('./', lockfile));
  const keyFile = platform.config.releaseKeyFile;
  const components = readComponents(lockfile);
  const sockets = listeningSockets();
  const today = platform.clock.now().toISOString().slice(0, 10);
  const accounts = await checkAccounts(platform.database);
  await platform.audit.write(platform.database, actor, {
    action: 'security.inventory',
    subject: 'inventory',
  });
  return {
    software: {
      components: components.length,
      running: components.filter((each) => !each.development).length,
      licenses: countBy(components.map((each) => each.license)),
      unlicensed: unlicensed(components).map(({ name, version, license }) => ({ name, version, license })),
    },
    algorithms: await certifiedAlgorithms(security),
    supply: supply.map((item) => ({ ...item, due: item.reviewOn !== undefined && item.reviewOn < today })),
    responsibilities: responsibilities.map((row) => ({ ...row })),
    channels: channelsOf(platform.config),
    sockets,
    undeclared: sockets?.filter(({ port }) => port !== platform.config.port && platform.config.port !== 0),
    accounts,
    scanning: await platform.uploads.report(),
    release: await checkRelease(root, { keyFile, thorough: false }),
  };
}

/** The bill of materials as CycloneDX 1.6. Row SEC-SUP-05. */
export async function readBill({ platform, lockfile }: Security, actor: Actor, version: string) {
  platform.access.require(actor, 'security.read');
  await platform.audit.write(platform.database, actor, { action: 'security.bill', subject: version });
  return cycloneDx(readComponents(lockfile), {
    at: platform.clock.now(),
    serial: platform.ids.uuid(),
    version,
  });
}

function countBy(words: readonly string[]): { license: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([license, count]) => ({ license, count })).sort((a, b) => b.count - a.count);
}
