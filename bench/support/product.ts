import { type BenchCity, cityDatabase, environment } from './city.ts';
import { type BenchCluster, copyDatabase } from './cluster.ts';
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
  await openSessions(url);
  const program = await startProgram(
    'bench/support/product-process.ts',
    [JSON.stringify(city.office)],
    environment(cluster, database),
  );
  return { ...program, address: program.ready };
}
