import pg from 'pg';
import { preparingClient } from './prepare.ts';

/** Whole numbers of 64 bits arrive as JavaScript numbers (all ours are safe integers), dates as text, both as in the embedded database. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return Number;
    if (oid === 1082) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function guard(pool: pg.Pool): pg.Pool {
  // A connection that dies while idle must not take the process with it; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

/** One connection that owns the tables: migrations and maintenance. */
export function ownerPool(url: string): pg.Pool {
  return guard(new pg.Pool({ connectionString: url, max: 1, types }));
}

/** The connections of the running product, under the role that cannot alter what is append-only. */
export function applicationPool(url: string, size: number): pg.Pool {
  return guard(
    new pg.Pool({
      connectionString: url,
      max: size,
      types,
      Client: preparingClient(),
      options: '-c role=hengchan_app',
      connectionTimeoutMillis: 10_000,
    }),
  );
}
