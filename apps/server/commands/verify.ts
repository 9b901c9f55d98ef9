import { parseArgs } from 'node:util';
import { fingerprintOf } from '@hengchan/evidence';
import { createPlatform, loadConfig } from '@hengchan/platform';
import { evidenceKeysOf } from '../evidence-keys.ts';
import { migrations } from '../migrations.ts';
import { runCommand, say } from './output.ts';
import { verifyEverything } from './verify-everything.ts';

/** `hengchan verify [--office CODE]`: ends with 1 when anything is not as it was written. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { office: { type: 'string' } } });
  const config = loadConfig(process.env);
  const { platform, close } = await createPlatform(config, { migrations });
  const keys = evidenceKeysOf(config, platform.keys).publicKeys();
  for (const key of keys) say(`存证公钥指纹 ${fingerprintOf(key)}`);
  let faults = 0;
  try {
    for await (const { what, count, faults: found } of verifyEverything(platform, keys, values.office)) {
      say(`${found.length === 0 ? '✓' : '✗'} ${what}：${count}`);
      for (const fault of found) say(`    ${fault}`);
      faults += found.length;
    }
  } finally {
    await close();
  }
  say(faults === 0 ? '核验通过' : `核验未通过：${faults} 处`);
  return faults === 0 ? 0 : 1;
});
