import { createHash } from 'node:crypto';
import { verifyLog } from '@hengchan/evidence';
import { createPlatform, loadConfig } from '@hengchan/platform';
import { verify } from '@hengchan/register';
import pg from 'pg';
import { migrations } from '../apps/server/migrations.ts';
import { environment, openCity } from './support/city.ts';
import { cityDatabase, openCluster } from './support/cluster.ts';
import { benchOptions } from './support/options.ts';
import { say, table, verdict } from './support/report.ts';

/** `hengchan verify`: hashes, projections and the evidence log of the main office. The floor only reads and hashes every entry. */
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  const { code } = city.office;
  const opened = await createPlatform(loadConfig(environment(cluster, cityDatabase)), { migrations });
  const started = performance.now();
  const register = await verify(opened.platform.database, code);
  const registerSeconds = (performance.now() - started) / 1000;
  const log = await verifyLog(opened.platform.database, code);
  const logSeconds = (performance.now() - started) / 1000 - registerSeconds;
  await opened.close();
  if (!register.ok || log.findings.length > 0) throw new Error('the city of the benchmark does not verify');
  const floor = await hashEntries(cluster.url(cityDatabase), code);
  const rate = register.entries / registerSeconds;
  table([
    ['entries', register.entries],
    ['entries/s, register', rate],
    ['leaves/s, evidence log', register.entries / logSeconds],
    ['entries/s read and hashed', floor],
  ]);
  verdict('entries verified', rate / floor, 0.1);
  say('');
} finally {
  await cluster.stop();
}

async function hashEntries(url: string, office: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const started = performance.now();
  let entries = 0;
  for (let after = 0; ; ) {
    const { rows } = await client.query<{ number: string; effect: string }>(
      'SELECT * FROM register.entry WHERE office = $1 AND number > $2 ORDER BY number LIMIT 2000',
      [office, after],
    );
    for (const row of rows) createHash('sm3').update(String(row.effect)).digest('hex');
    entries += rows.length;
    const last = rows.at(-1);
    if (!last) break;
    after = Number(last.number);
  }
  await client.end();
  return (entries * 1000) / (performance.now() - started);
}
