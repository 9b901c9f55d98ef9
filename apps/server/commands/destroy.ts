import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { demonstrationOffices } from '@hengchan/demonstration';
import { loadConfig } from '@hengchan/platform';
import { confirmationOf, destroyEverything, letterOf } from '@hengchan/security';
import { compose } from '../compose.ts';
import { loadOffices } from '../offices.ts';
import { runCommand, say } from './output.ts';

/** `hengchan destroy TASK FOLDER [SEARCHED ...]`: the end of the service; copies are looked for in the folders searched. Refuses a task that is not ready, and whoever does not type the sentence. */
await runCommand(async () => {
  const [task, folder, ...searched] = process.argv.slice(2);
  if (task === undefined || folder === undefined)
    throw new Error('hengchan destroy TASK FOLDER [SEARCHED ...]');
  const target = resolve(folder);
  if (existsSync(join(target, 'destruction.json'))) throw new Error(`${target} 中已有销毁记录`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const config = loadConfig(process.env);
  const product = await compose(config, loadOffices(config, demonstrationOffices));
  try {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const typed = await terminal.question(`请逐字输入“${confirmationOf(product.security.owner)}”：\n`);
    terminal.close();
    const record = await destroyEverything(
      product.security,
      product,
      task,
      typed.trim(),
      searched.map((each) => resolve(each)),
    );
    writeFileSync(join(target, 'destruction.json'), JSON.stringify(record, undefined, 1), { mode: 0o600 });
    writeFileSync(join(target, '网络安全承诺书.html'), letterOf(record), { mode: 0o600 });
    const failed = record.samples.filter(({ recovered }) => recovered);
    say(`销毁记录和承诺书已写入 ${target}`);
    for (const { what } of failed) say(`仍可恢复：${what}`);
    for (const each of [...record.remaining, ...record.copies.found])
      say(`尚存，须处置或列入保存清单：${each}`);
    if (record.files.left > 0) say(`${record.files.store}：还有文件没有删除`);
    return failed.length === 0 && record.files.left === 0 ? 0 : 1;
  } finally {
    await product.close();
  }
});
