import { loadConfig, systemClock } from '@hengchan/platform';
import { restore } from '@hengchan/platform/backup';
import { runCommand, say } from './output.ts';

/** `hengchan restore FILE [--force]` */
await runCommand(async () => {
  const [file, ...options] = process.argv.slice(2);
  if (file === undefined || options.some((option) => option !== '--force')) {
    throw new Error('hengchan restore FILE [--force]');
  }
  const force = options.includes('--force');
  const manifest = await restore(loadConfig(process.env), file, { force, at: systemClock().now() });
  say(`已恢复 ${manifest.madeAt} 的备份：${manifest.entries.length} 个文件`);
  say('请运行 ./hengchan verify 核验登记簿与存证');
  return 0;
});
