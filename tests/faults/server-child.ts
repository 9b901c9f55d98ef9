import { loadConfig, systemClock } from '@hengchan/platform';
import { compose } from '../../apps/server/compose.ts';
import { serve } from '../../apps/server/serve.ts';
import { officeInfo } from '../support/office.ts';

/**
 * A server as the product's own program starts it, less the demonstration city. The clock may run ahead, so that a server that takes over
 * does not have to wait in earnest until the leases of the one before are over.
 */
const clock = systemClock();
const ahead = Number(process.argv[2] ?? 0);
clock.set(new Date(clock.now().getTime() + ahead));
const product = await compose(loadConfig(process.env), [officeInfo], { clock });
const server = await serve(product);
process.stdout.write(`ready ${server.address}\n`);
