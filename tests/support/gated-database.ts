import { randomBytes } from 'node:crypto';
import type { Database, OpenDatabase, PlatformTables } from '@hengchan/platform';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Stands between the product and its database: sees every statement before it is sent and after its answer came. */
export interface Gate {
  before(statement: string): void;
  /** It is on its way to the server, and nothing was heard yet. */
  sent?(statement: string): void;
  after(statement: string): void;
}

export interface GatedDatabase extends OpenDatabase {
  /** Closes every connection at once, in the middle of whatever it does: what the server sees of a process that dies. */
  cut(): Promise<void>;
}

/** As the product's own connections read them: whole numbers of 64 bits as numbers, days as text. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return Number;
    if (oid === 1082) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

type Query = (text: string, values?: unknown[]) => Promise<pg.QueryResult>;

/** Opens a database that was migrated before, under the role of the application, with every statement passing the gate. */
export function openGated(url: string, gate: Gate, poolSize = 6): GatedDatabase {
  const clients = new Set<pg.PoolClient>();
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    options: '-c role=hengchan_app',
    idleTimeoutMillis: 0,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', () => undefined);
    const query = client.query.bind(client) as unknown as Query;
    const gated: Query = async (text, values) => {
      gate.before(text);
      const answer = query(text, values);
      gate.sent?.(text);
      const result = await answer;
      gate.after(text);
      return result;
    };
    client.query = gated as unknown as typeof client.query;
  });
  pool.on('remove', (client) => clients.delete(client));
  const database: Database = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    database,
    kind: 'postgres',
    asOwner: async (work) => {
      const owner = new Kysely<PlatformTables>({
        dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1, types }) }),
      });
      try {
        return await work(owner);
      } finally {
        await owner.destroy();
      }
    },
    close: () => database.destroy(),
    cut: async () => {
      await Promise.all(
        [...clients].map((client) => (client as unknown as pg.Client).end().catch(() => undefined)),
      );
      await database.destroy().catch(() => undefined);
    },
  };
}

/** A copy of a database nobody is connected to. */
export async function copyDatabase(
  maintenance: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `copy_${randomBytes(6).toString('hex')}`;
  const from = new URL(template).pathname.slice(1);
  await runAsOwner(maintenance, `CREATE DATABASE ${name} TEMPLATE ${from}`);
  return {
    url: maintenance.replace(/\/postgres$/, `/${name}`),
    drop: async () => void (await runAsOwner(maintenance, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** Runs one statement as the owner, on a connection of its own. */
export async function runAsOwner<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, types });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
