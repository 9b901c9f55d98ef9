import { loadConfig } from '@hengchan/platform';
import type { OfficeInfo } from '@hengchan/registration';
import { compose } from '../../apps/server/compose.ts';
import { serve } from '../../apps/server/serve.ts';

/** The product as it is, in a process of its own, for the office given as JSON. Settings come from the environment. */
const office = JSON.parse(process.argv[2] ?? '') as OfficeInfo;
const product = await compose(loadConfig(process.env), [office]);
const server = await serve(product);
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`ready ${server.address}\n`);
