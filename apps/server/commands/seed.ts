import { parseArgs } from 'node:util';
import { demonstrationOffices, seedDemonstration } from '@hengchan/demonstration';
import { loadConfig } from '@hengchan/platform';
import { sealEvidence } from '../background.ts';
import { compose } from '../compose.ts';
import { loadOffices } from '../offices.ts';
import { runCommand, say } from './output.ts';

const most = 5_000_000;

/** `hengchan seed --units N`: an invented city of N units. Refuses in production, and where there is a city already. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { units: { type: 'string' } } });
  const units = Number(values.units);
  if (!Number.isInteger(units) || units < 1 || units > most) {
    throw new Error(`hengchan seed --units N（1 至 ${most}）`);
  }
  const config = loadConfig(process.env);
  if (config.mode === 'production') throw new Error('生产环境不得生成虚构数据');
  const product = await compose(config, loadOffices(config, demonstrationOffices));
  try {
    const { outcome } = await seedDemonstration(product.platform, {
      units,
      dataFolder: config.dataFolder,
      onProgress: ({ office, entered, entries }) => say(`  ${office}：已登簿 ${entered}／${entries} 条`),
    });
    if (outcome === 'there') throw new Error('已经有虚构城市：请换一个空的数据目录或数据库');
    if (outcome === 'foreign') throw new Error('登记簿中已有其他数据，不能生成虚构城市');
    await sealEvidence(product);
  } finally {
    await product.close();
  }
  say(`已生成虚构城市：${units} 个不动产单元`);
  return 0;
});
