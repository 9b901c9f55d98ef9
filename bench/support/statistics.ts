import { query } from './cluster.ts';

interface Statement {
  text: string;
  calls: number;
  ms: number;
}

/** What a database has done so far. */
export interface Snapshot {
  commits: number;
  written: number;
  calls: number;
  milliseconds: number;
  /** Without statements that mostly wait for a row another one has locked. */
  unlockedMilliseconds: number;
  statements: Map<string, Statement>;
  top(before: Snapshot, count: number): Statement[];
}

export async function snapshot(url: string): Promise<Snapshot> {
  await query(url, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const [database] = await query<{ commits: string; written: string }>(
    url,
    `SELECT xact_commit AS commits, tup_inserted + tup_updated + tup_deleted AS written
     FROM pg_stat_database WHERE datname = current_database()`,
  );
  const rows = await query<{ id: string; text: string; calls: string; ms: number }>(
    url,
    `SELECT queryid::text AS id, query AS text, sum(calls)::text AS calls, sum(total_exec_time) AS ms FROM pg_stat_statements
     WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) GROUP BY 1, 2`,
  );
  const statements = new Map<string, Statement>();
  for (const row of rows)
    statements.set(row.id, {
      text: row.text.replace(/\s+/g, ' ').slice(0, 400),
      calls: Number(row.calls),
      ms: row.ms,
    });
  const all = [...statements.values()];
  return {
    commits: Number(database?.commits),
    written: Number(database?.written),
    calls: all.reduce((sum, each) => sum + each.calls, 0),
    milliseconds: all.reduce((sum, each) => sum + each.ms, 0),
    unlockedMilliseconds: all
      .filter(({ text }) => !/for (no key )?update|^update "platform"."counter"/i.test(text))
      .reduce((sum, each) => sum + each.ms, 0),
    statements,
    top: (before, count) =>
      [...statements]
        .map(([id, each]) => {
          const known = before.statements.get(id);
          return { text: each.text, calls: each.calls - (known?.calls ?? 0), ms: each.ms - (known?.ms ?? 0) };
        })
        .sort((left, right) => right.calls - left.calls)
        .slice(0, count),
  };
}
