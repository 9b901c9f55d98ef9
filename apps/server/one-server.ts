import { demonstrationOffices, demonstrationPlugin, seedDemonstration } from '@hengchan/demonstration';
import { type Config, onStop, sayReady } from '@hengchan/platform';
import { seedAutomaticBusinesses } from '@hengchan/registration';
import { sealEvidence } from './background.ts';
import { compose } from './compose.ts';
import { loadOffices } from './offices.ts';
import { requireRelease } from './require-release.ts';
import { serve } from './serve.ts';

const defaultUnits = 2_000;
/** A server often starts together with the machine of its database. */
const patienceSeconds = 120;

/** Opens everything, makes the demonstration city on the first start, and listens until a signal. */
export async function startOne(config: Config): Promise<void> {
  await requireRelease(config);
  const product = await compose(config, loadOffices(config, demonstrationOffices), { patienceSeconds });
  if (config.mode === 'demo') {
    await seedDemonstration(product.platform, { units: defaultUnits, dataFolder: config.dataFolder });
    await sealEvidence(product);
    await seedAutomaticBusinesses(product.registration, ['mortgage-cancellation']);
  }
  const server = await serve(product, config.mode === 'demo' ? [demonstrationPlugin(product)] : []);
  onStop(() => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        product.platform.log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  });
  sayReady(server.address);
}
