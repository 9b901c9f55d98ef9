import Fastify from 'fastify';
import { type BenchCity, openCity } from './support/city.ts';
import { openCluster } from './support/cluster.ts';
import { type Load, load } from './support/load.ts';
import { benchOptions } from './support/options.ts';
import { startProduct } from './support/product.ts';
import { table, verdict } from './support/report.ts';
import { tokenOf } from './support/sessions.ts';

/** Searches of the register as clerks make them, each recorded. The floor is bare Fastify answering the same bytes. */
const rate = 40;
const mostMilliseconds = 50;
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  const product = await startProduct(cluster, city, 'search');
  try {
    const headers = { authorization: `Bearer ${tokenOf('reviewer')}` };
    const searches = await pathsOf(product.address, city, headers);
    // Nothing of the copy has been read: once round before anything is measured.
    await load(product.address, Object.values(searches).flat(), headers, {
      seconds: options.seconds * 2,
      rate,
    });
    const rows: [string, ...Load][] = [];
    for (const [name, paths] of Object.entries(searches))
      rows.push([name, ...(await load(product.address, paths, headers, { ...options, rate }))]);
    const bare = Fastify();
    const [first = ''] = Object.values(searches)[0] ?? [];
    const answer = await (await fetch(product.address + first, { headers })).text();
    bare.get('/search', (_request, reply) => reply.type('application/json').send(answer));
    const address = await bare.listen({ host: '127.0.0.1', port: 0 });
    const floor = await load(address, ['/search'], {}, { ...options, rate });
    await bare.close();
    table([
      [
        `ms at ${rate} searches/s, of ${options.units.toLocaleString('en')} units`,
        'p50',
        'p95',
        'p99',
        'searches/s',
        'failed',
      ],
      ...rows,
      ['bare Fastify', ...floor],
    ]);
    verdict('50 ms, to the slowest p95', mostMilliseconds / Math.max(...rows.map((row) => row[2])), 1);
  } finally {
    await product.stop();
  }
} finally {
  await cluster.stop();
}

/** What is searched by: a whole place, two characters of it, the code, a certificate, a person. */
async function pathsOf(
  address: string,
  city: BenchCity,
  headers: Record<string, string>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {
    place: [],
    'two characters': [],
    code: [],
    certificate: [],
    holder: [],
  };
  for (const { unit, seller } of city.deals.slice(0, 40)) {
    const page = (await (await fetch(`${address}/api/register/units/${unit}`, { headers })).json()) as {
      location: string;
      rights: { certificate?: string }[];
    };
    const path = (query: Record<string, string>) =>
      `/api/register/units?${new URLSearchParams({ office: city.office.code, limit: '20', ...query })}`;
    found.place?.push(path({ q: page.location }));
    found['two characters']?.push(path({ q: page.location.slice(6, 8) }));
    found.code?.push(path({ q: unit }));
    found.certificate?.push(path({ certificate: page.rights[0]?.certificate ?? '' }));
    found.holder?.push(path({ holder: seller.idNumber, purpose: '核对权属' }));
  }
  return found;
}
