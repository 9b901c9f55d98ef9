import cluster from 'node:cluster';
import { loadConfig, onStop, sayReady } from '@hengchan/platform';
import { supervise } from '@hengchan/platform/processes';
import { compose } from '../../apps/server/compose.ts';
import { serve } from '../../apps/server/serve.ts';
import { officeInfo } from '../support/office.ts';

/** Several processes behind one port, as the product's own program starts them, less the demonstration city. */
const config = loadConfig(process.env);
if (cluster.isPrimary) {
  process.exit(
    await supervise({ count: config.processes, say: (line) => void process.stderr.write(`${line}\n`) }),
  );
} else {
  const product = await compose(config, [officeInfo]);
  const server = await serve(product, [
    async (app) => {
      app.get('/api/test/process', async () => ({ pid: process.pid }));
      app.get('/api/test/slow', async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return { pid: process.pid };
      });
    },
  ]);
  onStop(() => void server.stop().then(() => process.exit(0)));
  sayReady(server.address);
}
