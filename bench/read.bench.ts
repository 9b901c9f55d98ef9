import autocannon from 'autocannon';
import Fastify from 'fastify';
import { openCity } from './support/city.ts';
import { openCluster, query } from './support/cluster.ts';
import { fillCases } from './support/many-cases.ts';
import { benchOptions } from './support/options.ts';
import { startProduct } from './support/product.ts';
import { percentile, table, verdict } from './support/report.ts';
import { tokenOf } from './support/sessions.ts';

/** A unit of the register and a page of cases at 200 requests a second. The floor is bare Fastify answering the same bytes. */
const rate = 200;
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  const product = await startProduct(cluster, city, 'read', (url) => fillCases(url, options.units));
  try {
    const [before] = await query<{ cases: string }>(
      cluster.url('read'),
      'SELECT count(*) AS cases FROM casework.cases',
    );
    const units = city.deals.map(({ unit }) => `/api/register/units/${unit}`);
    const headers = { authorization: `Bearer ${tokenOf('reviewer')}` };
    const unit = await load(product.address, units, headers);
    const list = await load(product.address, ['/api/cases?limit=20'], headers);
    const bare = Fastify();
    const answers = await Promise.all(
      [units[0] ?? '', '/api/cases?limit=20'].map(async (path) =>
        (await fetch(product.address + path, { headers })).text(),
      ),
    );
    bare.get('/unit', (_request, reply) => reply.type('application/json').send(answers[0]));
    bare.get('/list', (_request, reply) => reply.type('application/json').send(answers[1]));
    const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 });
    const floor = {
      unit: await load(bareAddress, ['/unit'], {}),
      list: await load(bareAddress, ['/list'], {}),
    };
    await bare.close();
    table([
      [`ms at ${rate} requests/s`, 'p50', 'p95', 'p99', 'requests/s', 'failed'],
      [`unit, of ${options.units.toLocaleString('en')}`, ...unit],
      [`20 cases, of ${Number(before?.cases).toLocaleString('en')}`, ...list],
      ['bare Fastify, unit', ...floor.unit],
      ['bare Fastify, list', ...floor.list],
    ]);
    verdict('requests answered, of those asked for', Math.min(unit[3], list[3]) / rate, 0.98);
  } finally {
    await product.stop();
  }
} finally {
  await cluster.stop();
}

type Row = [p50: number, p95: number, p99: number, rate: number, failed: number];

async function load(url: string, paths: readonly string[], headers: Record<string, string>): Promise<Row> {
  const run = autocannon({
    url,
    connections: 20,
    duration: options.seconds,
    overallRate: rate,
    requests: paths.map((path) => ({ path, headers })),
  });
  const times: number[] = [];
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { errors, non2xx } = await run;
  times.sort((left, right) => left - right);
  const at = (of: number) => percentile(times, of);
  return [at(50), at(95), at(99), times.length / options.seconds, errors + non2xx];
}
