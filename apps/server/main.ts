import { demonstrationOffices, demonstrationPlugin, seedDemonstration } from '@hengchan/demonstration';
import { ConfigError, loadConfig } from '@hengchan/platform';
import { seedAutomaticBusinesses } from '@hengchan/registration';
import { sealEvidence } from './background.ts';
import { compose } from './compose.ts';
import { loadOffices } from './offices.ts';
import { serve } from './serve.ts';

const defaultUnits = 2_000;

/** `node apps/server/main.ts serve`: opens everything, makes the demonstration city on the first start, and listens. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const product = await compose(config, loadOffices(config, demonstrationOffices));
  if (config.mode === 'demo') {
    await seedDemonstration(product.platform, { units: defaultUnits, dataFolder: config.dataFolder });
    await sealEvidence(product);
    await seedAutomaticBusinesses(product.registration, ['mortgage-cancellation']);
  }
  const server = await serve(product, config.mode === 'demo' ? [demonstrationPlugin(product)] : []);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        product.platform.log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  process.stdout.write(`ready ${server.address}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
