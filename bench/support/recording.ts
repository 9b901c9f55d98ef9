import pg from 'pg';
import { query } from './cluster.ts';
import { type Change, decodeChange } from './decode.ts';

/** A transaction that wrote something, with its rows in the order in which they were written. */
export interface Written {
  changes: Change[];
}

const slot = 'hengchan_bench';

/** From here on the database remembers every row that is written. */
export async function startRecording(url: string): Promise<void> {
  await query(url, `SELECT pg_create_logical_replication_slot('${slot}', 'test_decoding')`);
}

/** What was written since the start or the last time this was asked, transaction by transaction in the order of their commits. */
export async function readRecording(url: string): Promise<Written[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const transactions: Written[] = [];
  try {
    for (;;) {
      const { rows } = await client.query<{ data: string }>(
        `SELECT data FROM pg_logical_slot_get_changes('${slot}', NULL, 20000, 'skip-empty-xacts', '1', 'include-xids', '0')`,
      );
      if (rows.length === 0) break;
      for (const { data } of rows) {
        if (data === 'BEGIN') transactions.push({ changes: [] });
        const change = decodeChange(data);
        if (change) transactions.at(-1)?.changes.push(change);
      }
    }
  } finally {
    await client.end();
  }
  return transactions.filter(({ changes }) => changes.length > 0);
}

/** Without this the database keeps its write-ahead log for a reader that never comes. */
export async function endRecording(url: string): Promise<void> {
  await query(url, `SELECT pg_drop_replication_slot('${slot}')`);
}
