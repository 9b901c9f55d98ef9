import { type Attributed, attribute } from './support/attribute.ts';
import { openCity } from './support/city.ts';
import { copyDatabase, openCluster, query } from './support/cluster.ts';
import { makeScripts, runScripts } from './support/floor.ts';
import { measureResale, type ResaleResult } from './support/measure-resale.ts';
import { benchOptions } from './support/options.ts';
import { say, table, verdict } from './support/report.ts';

/**
 * Complete resale cases a second through HTTP. The floor is pgbench writing the very rows the product wrote, in the same
 * transactions, into a copy of the same database with as many connections as there were cases at the same time.
 */
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  const result = await measureResale(cluster, city, options);
  const attributed = attribute(result.written.measured);
  if (options.statements) for (const line of result.statementLines) say(line);
  const floor = await measureFloor(result, attributed);
  report(result, attributed, floor);
} finally {
  await cluster.stop();
}

async function measureFloor(result: ResaleResult, { cases, background }: Attributed): Promise<number> {
  await copyDatabase(cluster, 'city', 'floor');
  // The cases overtake each other here, so that an entry may come before the one it follows.
  const floorUrl = cluster.url('floor');
  await query(floorUrl, 'ALTER TABLE register.entry DROP CONSTRAINT IF EXISTS entry_follows_previous');
  const script = await makeScripts(floorUrl);
  const shares = Array.from({ length: options.parallel }, (_, at) =>
    cases.filter((_case, index) => index % options.parallel === at).flat(),
  );
  // What sealed or sequenced the rows of several cases may come before them here: its references are not checked.
  const unchecked = (transactions: typeof background) =>
    `SET session_replication_role = replica;\n${script(transactions)}`;
  await runScripts(cluster, 'floor', [unchecked(result.written.before)]);
  const seconds = await runScripts(cluster, 'floor', [...shares.map(script), unchecked(background)]);
  return result.cases / seconds;
}

function report(result: ResaleResult, { cases, background }: Attributed, floor: number): void {
  const each = (total: number) => total / result.cases;
  const own = cases.flat();
  const rows = (transactions: typeof background) =>
    transactions.reduce((sum, transaction) => sum + transaction.changes.length, 0);
  const rate = result.cases / result.seconds;
  table([
    ['cases', result.cases],
    ['cases/s', rate],
    ['cases/s of the floor', floor],
    ['a case: HTTP requests', each(result.requests)],
    ['  commits that write', each(own.length)],
    ['  rows written', each(rows(own))],
    ['  background commits', each(background.length)],
    ['  background rows', each(rows(background))],
    ['  statements', each(result.statements)],
    ['  ms of statements in PostgreSQL', each(result.databaseMilliseconds)],
    ...Object.entries(result.cpuSeconds).map(
      ([name, seconds]) => [`  ms of processor: ${name}`, each(seconds * 1000)] as const,
    ),
  ]);
  verdict('resale cases a second', rate / floor, 0.5);
}
