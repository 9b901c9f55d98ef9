import Fastify from 'fastify';
import { openCity } from './support/city.ts';
import { openCluster, query } from './support/cluster.ts';
import { load } from './support/load.ts';
import { fillCases } from './support/many-cases.ts';
import { benchOptions } from './support/options.ts';
import { startProduct } from './support/product.ts';
import { table, verdict } from './support/report.ts';
import { tokenOf } from './support/sessions.ts';

/** A unit of the register and a page of cases at 200 requests a second. The floor is bare Fastify answering the same bytes. */
const rate = 200;
const options = benchOptions();
const pace = { ...options, rate };
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
    // Nothing of the copy has been read: once round before anything is measured.
    await load(product.address, units, headers, pace);
    const unit = await load(product.address, units, headers, pace);
    const list = await load(product.address, ['/api/cases?limit=20'], headers, pace);
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
      unit: await load(bareAddress, ['/unit'], {}, pace),
      list: await load(bareAddress, ['/list'], {}, pace),
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
