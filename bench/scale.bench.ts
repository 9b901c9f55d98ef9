import { openCity } from './support/city.ts';
import { openCluster } from './support/cluster.ts';
import { measureResale } from './support/measure-resale.ts';
import { benchOptions } from './support/options.ts';
import { table, verdict } from './support/report.ts';

/**
 * The main job in a small city and in a large one: what a case costs in processor and database time must not grow by more
 * than a tenth. `--units` says how large the large one is.
 */
const small = 20_000;
const options = benchOptions();
const sizes = [...new Set([small, options.units])];
const costs: { units: number; cases: number; processor: number; database: number; statements: number }[] = [];
for (const units of sizes) {
  const cluster = await openCluster(units);
  try {
    const result = await measureResale(cluster, await openCity(cluster, units), { ...options, units });
    const { cases, cpuSeconds } = result;
    costs.push({
      units,
      cases,
      processor: (1000 * (cpuSeconds.product + cpuSeconds.PostgreSQL)) / cases,
      database: result.unlockedMilliseconds / cases,
      statements: result.statements / cases,
    });
  } finally {
    await cluster.stop();
  }
}
table([
  ['units', 'cases', 'ms of processor a case', 'ms of statements a case', 'statements a case'],
  ...costs.map(
    ({ units, cases, processor, database, statements }) =>
      [units.toLocaleString('en'), cases, processor, database, statements] as const,
  ),
]);
const [first, last] = [costs[0], costs.at(-1)];
if (first && last && first !== last)
  verdict('cost in the small city, to that in the large', first.processor / last.processor, 0.9);
else process.stdout.write('  name a larger city with --units 1200000 to compare\n');
