import { demonstrationOffices } from '@hengchan/demonstration';
import { createPlatform, loadConfig, systemClock } from '@hengchan/platform';
import { type Manifest, openScratch, restore } from '@hengchan/platform/backup';
import { type Drill, recordDrill } from '@hengchan/security';
import { compose } from '../compose.ts';
import { evidenceKeysOf } from '../evidence-keys.ts';
import { migrations } from '../migrations.ts';
import { loadOffices } from '../offices.ts';
import { countRows } from './count-rows.ts';
import { runCommand, say } from './output.ts';
import { type Verified, verifyEverything } from './verify-everything.ts';

const clock = systemClock();
const secondsSince = (start: Date) => (clock.now().getTime() - start.getTime()) / 1000;

/**
 * `hengchan drill FILE`: puts a backup back into a folder and a database of its own, verifies it there, removes it, and writes into the database in
 * use how long that took and what was found. Ends with 1 when anything is not as it was written. Row SEC-LAW-05.
 */
await runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('hengchan drill FILE');
  const config = loadConfig(process.env);
  const drill = await tryOut(file);
  const product = await compose(config, loadOffices(config, demonstrationOffices));
  try {
    await recordDrill(product.security, drill);
  } finally {
    await product.close();
  }
  const faults = drill.result.flatMap((each) => each.faults);
  say(`恢复用时 ${drill.restoreSeconds} 秒，核验用时 ${drill.verifySeconds} 秒，${drill.rowsRestored} 行`);
  say(faults.length === 0 ? '演练成功，已记录' : `演练发现 ${faults.length} 处问题，已记录`);
  return faults.length === 0 ? 0 : 1;
});

async function tryOut(file: string): Promise<Drill> {
  const start = clock.now();
  const name = start.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const scratch = await openScratch(loadConfig(process.env), name);
  const scratchConfig = () =>
    loadConfig(process.env, { HENGCHAN_DATA: scratch.folder, DATABASE_URL: scratch.url });
  try {
    const manifest = await restore(scratchConfig(), file, { force: false, at: start });
    const restoreSeconds = secondsSince(start);
    const verifying = clock.now();
    // A demonstration brings its keys along: they are read again after they were put back.
    const config = scratchConfig();
    const { platform, close } = await createPlatform(config, { migrations });
    const result: Verified[] = [];
    let rowsRestored = 0;
    try {
      rowsRestored = await countRows(platform.database);
      const keys = evidenceKeysOf(config, platform.keys).publicKeys();
      for await (const each of verifyEverything(platform, keys, undefined)) {
        say(`${each.faults.length === 0 ? '✓' : '✗'} ${each.what}：${each.count}`);
        for (const fault of each.faults) say(`    ${fault}`);
        result.push(each);
      }
    } finally {
      await close();
    }
    return {
      ...describe(manifest),
      restoreSeconds,
      verifySeconds: secondsSince(verifying),
      rowsRestored,
      result,
    };
  } finally {
    await scratch.remove();
  }
}

function describe({ madeAt, database, entries }: Manifest) {
  return { backupMadeAt: new Date(madeAt), databaseKind: database, files: entries.length };
}
