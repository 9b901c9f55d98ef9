import { loadConfig, systemHttpClient } from '@hengchan/platform';
import { checkPort } from '../doctor/machine.ts';
import { lookAtPort } from '../port.ts';
import { runCommand, say } from './output.ts';

/** Exit codes as init scripts count: 3 is "not running". */
const codes = { ready: 0, unable: 1, foreign: 1, free: 3 } as const;

/** `hengchan status`: whether the product answers at its port. */
await runCommand(async () => {
  const config = loadConfig(process.env);
  const state = await lookAtPort(config, systemHttpClient());
  const { found, advice } = checkPort(config.port, state);
  say(found);
  if (advice !== undefined) say(`    ${advice}`);
  return codes[state];
});
