import cluster from 'node:cluster';
import { ConfigError, loadConfig } from '@hengchan/platform';
import { supervise } from '@hengchan/platform/processes';

/** `node apps/server/main.ts serve`: the server, in one process or in as many as the settings say. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
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
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
