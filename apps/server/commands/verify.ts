import { parseArgs } from 'node:util';
import { createPlatform, loadConfig } from '@hengchan/platform';
import { evidenceSignerOf } from '../evidence-signer.ts';
import { migrations } from '../migrations.ts';
import { runCommand, say } from './output.ts';
import { verifyEverything } from './verify-everything.ts';

/** `hengchan verify [--office CODE]`: ends with 1 when anything is not as it was written. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { office: { type: 'string' } } });
  const config = loadConfig(process.env);
  const { platform, close } = await createPlatform(config, { migrations });
  const keys = [evidenceSignerOf(config).publicKey];
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
