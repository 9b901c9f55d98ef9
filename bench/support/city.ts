import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCity, seedCity } from '@hengchan/demonstration';
import { createAccount, createPlatform, loadConfig, type Platform, systemActor } from '@hengchan/platform';
import type { OfficeInfo } from '@hengchan/registration';
import { migrations } from '../../apps/server/migrations.ts';
import { person, type TestPerson } from '../../tests/support/people.ts';
import { type BenchCluster, cityDatabase, query } from './cluster.ts';
import { say } from './report.ts';

/** A home that one person owns free of everything, and who is to buy it. */
export interface Deal {
  number: number;
  unit: string;
  seller: TestPerson;
  buyer: TestPerson;
}

/** What the benchmarks need to know of the seeded city. */
export interface BenchCity {
  office: OfficeInfo;
  units: number;
  entries: number;
  deals: Deal[];
}

export const staffRoles = ['acceptor', 'reviewer', 'approver'] as const;
const mostDeals = 800;

/** Settings the seeding and the product share: the same keys, so that what one sealed the other can open. */
export function environment(cluster: BenchCluster, database: string): Record<string, string> {
  return {
    HENGCHAN_DATA: join(cluster.folder, 'product'),
    HENGCHAN_PORT: '0',
    HENGCHAN_LOG_LEVEL: 'error',
    HENGCHAN_RATE_LIMIT: '100000000',
    HENGCHAN_DATABASE_CONNECTIONS: '20',
    HENGCHAN_ENCRYPTION_KEY: '11'.repeat(16),
    HENGCHAN_INTEGRITY_KEY: '22'.repeat(32),
    HENGCHAN_INDEX_KEY: '33'.repeat(32),
    HENGCHAN_EVIDENCE_KEY: '44'.repeat(32),
    DATABASE_URL: cluster.local(database),
  };
}

/** The city of this size: made on the first run and kept, which it says. */
export async function openCity(cluster: BenchCluster, units: number): Promise<BenchCity> {
  const file = join(cluster.folder, 'city.json');
  if (existsSync(file)) {
    say(`  city of ${units.toLocaleString('en')} units kept from an earlier run in data/bench-${units}`);
    // Only to bring it to the newest shape.
    await (await openPlatform(cluster)).close();
    return JSON.parse(readFileSync(file, 'utf8')) as BenchCity;
  }
  say(`  seeding a city of ${units.toLocaleString('en')} units, once; it is kept in data/bench-${units}`);
  const maintenance = cluster.url('postgres');
  await query(maintenance, `DROP DATABASE IF EXISTS ${cityDatabase} WITH (FORCE)`);
  await query(maintenance, `CREATE DATABASE ${cityDatabase}`);
  rmSync(join(cluster.folder, 'product'), { recursive: true, force: true });
  mkdirSync(join(cluster.folder, 'product'), { recursive: true });
  const opened = await openPlatform(cluster);
  try {
    const started = performance.now();
    const city = makeCity({ units, now: opened.platform.clock.now() });
    const reports = await seedCity(opened.platform, city);
    const [main] = city.offices;
    if (!main) throw new Error('a city has an office');
    const entries = reports.reduce((sum, report) => sum + report.entries, 0);
    const seconds = (performance.now() - started) / 1000;
    say(`  ${entries.toLocaleString('en')} entries in ${seconds.toFixed(0)} s`);
    const deals = chooseDeals(main);
    await makeAccounts(opened.platform, main.site.code, deals);
    const { code, name, province, place, address } = main.site;
    const made: BenchCity = { office: { code, name, province, place, address }, units, entries, deals };
    await query(cluster.url(cityDatabase), 'VACUUM ANALYZE');
    writeFileSync(file, JSON.stringify(made));
    return made;
  } finally {
    await opened.close();
  }
}

const openPlatform = (cluster: BenchCluster) =>
  createPlatform(loadConfig(environment(cluster, cityDatabase)), { migrations });

function chooseDeals(office: ReturnType<typeof makeCity>['offices'][number]): Deal[] {
  const deals: Deal[] = [];
  const step = Math.max(1, Math.floor(office.site.units / (mostDeals * 8)));
  for (let index = 0; index < office.site.units && deals.length < mostDeals; index += step) {
    const { facts, events } = office.unit(index);
    const last = events.at(-1);
    if (!last || !('holding' in last) || facts.use !== '11') continue;
    if (!events.every((event) => 'holding' in event)) continue;
    const [owner] = last.holding.holders;
    if (last.holding.coOwnership !== '0' || owner?.person.idType !== '1') continue;
    const at = deals.length;
    deals.push({
      number: at,
      unit: facts.code,
      seller: { login: `seller${at}`, ...owner.person },
      buyer: { ...person(at), login: `buyer${at}` },
    });
  }
  return deals;
}

async function makeAccounts(platform: Platform, office: string, deals: readonly Deal[]): Promise<void> {
  const password = 'Hengchan-2026';
  for (const role of staffRoles) {
    await createAccount(platform, systemActor, {
      login: role,
      password,
      name: `测试${role}`,
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role, office, purpose: '测试' }],
    } as never);
  }
  const people = deals.flatMap(({ seller, buyer }) => [seller, buyer]);
  while (people.length > 0) {
    await Promise.all(
      people
        .splice(0, 8)
        .map(({ login, name, idType, idNumber }) =>
          createAccount(platform, systemActor, { login, password, name, kind: 'person', idType, idNumber }),
        ),
    );
  }
}
