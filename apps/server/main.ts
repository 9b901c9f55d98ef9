import cluster from 'node:cluster';
import { loadConfig } from '@hengchan/platform';
import { supervise } from '@hengchan/platform/processes';
import { explainFailure } from './explain-failure.ts';
import { portFault } from './port.ts';

/** `node apps/server/main.ts serve`: the server, in one process or in as many as the settings say. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // Said before the database is opened, which may take long.
  const fault = cluster.isPrimary ? await portFault(config) : undefined;
  if (fault) throw fault;
  if (config.processes > 1 && cluster.isPrimary) {
    const say = (line: string) => void process.stderr.write(`${line}\n`);
    process.exit(await supervise({ count: config.processes, say }));
  }
  // Whoever only keeps the others does without the product.
  const { startOne } = await import('./one-server.ts');
  await startOne(config);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
