import { loadConfig, systemClock } from '@hengchan/platform';
import { backup } from '@hengchan/platform/backup';
import { runCommand, say } from './output.ts';

/** `hengchan backup FILE` */
await runCommand(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new Error('hengchan backup FILE');
  const manifest = await backup(loadConfig(process.env), file, systemClock().now());
  const size = manifest.entries.reduce((total, entry) => total + entry.size, 0);
  say(`已备份到 ${file}：${manifest.entries.length} 个文件，${size} 字节`);
  if (manifest.entries.some(({ path }) => path.startsWith('keys/'))) say('备份含演示密钥，请妥善保管');
  else say('备份不含密钥：恢复时须提供同一组 HENGCHAN_*_KEY');
  if (manifest.files === 'object-store') say('文件保存在对象存储中，不在备份内：请用对象存储自身的备份');
  return 0;
});
