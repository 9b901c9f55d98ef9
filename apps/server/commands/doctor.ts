import { join } from 'node:path';
import { fileDirectory } from '@hengchan/exchange';
import { loadConfig, platformMigrations, systemClock, systemHttpClient } from '@hengchan/platform';
import type { Check } from '../doctor/check.ts';
import { checkDatabase } from '../doctor/database.ts';
import {
  checkCertificates,
  checkFolder,
  checkManifest,
  checkNode,
  checkPeers,
  checkPort,
} from '../doctor/machine.ts';
import { migrations } from '../migrations.ts';
import { lookAtPort } from '../port.ts';
import { runCommand, say } from './output.ts';

const signs = { ok: '✓', warn: '!', fail: '✗' } as const;

/** `hengchan doctor`: looks at everything the product stands on and changes nothing. Ends with 1 when something does not hold. */
await runCommand(async () => {
  const config = loadConfig(process.env);
  const [clock, http] = [systemClock(), systemHttpClient()];
  const peersFile = config.peersFile ?? join(config.dataFolder, 'exchange', 'peers.json');
  const checks: Check[] = [
    checkNode(),
    await checkManifest(config),
    ...checkFolder(config),
    ...(await checkDatabase(config, [platformMigrations, ...migrations], clock.now)),
    checkPort(config.port, await lookAtPort(config, http)),
    ...(await checkPeers(fileDirectory(peersFile).list(), http)),
    ...(await checkCertificates(config, clock.now())),
  ];
  for (const { what, state, found, advice } of checks) {
    say(`${signs[state]} ${what}：${found}`);
    if (advice !== undefined) say(`    ${advice}`);
  }
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const [failed, warned] = [count('fail'), count('warn')];
  say(failed + warned === 0 ? '一切正常' : `${failed} 项不能工作，${warned} 项需要注意`);
  return failed === 0 ? 0 : 1;
});
