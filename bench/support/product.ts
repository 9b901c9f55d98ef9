import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchCity, environment } from './city.ts';
import { type BenchCluster, cityDatabase, copyDatabase, query } from './cluster.ts';
import { type Program, startProgram } from './processes.ts';
import { openSessions } from './sessions.ts';

export interface RunningProduct extends Program {
  address: string;
}

/** The product in a process of its own, on a copy of the city prepared by `prepare`, with everybody signed in. */
export async function startProduct(
  cluster: BenchCluster,
  city: BenchCity,
  database: string,
  prepare: (url: string) => Promise<void> = async () => undefined,
): Promise<RunningProduct> {
  await copyDatabase(cluster, cityDatabase, database);
  const url = cluster.url(database);
  await prepare(url);
  // The copy is on the disk before anything is asked of it: what is measured is the product, not the copy being written.
  await query(url, 'CHECKPOINT');
  spawnSync('sync');
  await openSessions(url);
  const program = await startProgram('apps/server/main.ts', [], {
    ...environment(cluster, database),
    ...production(cluster, city),
  });
  return { ...program, address: program.ready };
}

/** The settings of a real installation that serves the office of the city: no demonstration beside it. */
export function production(cluster: BenchCluster, city: BenchCity): Record<string, string> {
  const offices = join(cluster.folder, 'product', 'offices.json');
  writeFileSync(offices, JSON.stringify([city.office]));
  return {
    HENGCHAN_MODE: 'production',
    HENGCHAN_OFFICES: offices,
    HENGCHAN_PUBLIC_URL: 'http://localhost',
    HENGCHAN_STAFF_SECOND_FACTOR: 'optional',
  };
}
