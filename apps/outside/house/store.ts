import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A callback waiting to be accepted by the other side, or what became of it. */
export interface QueuedCall {
  id: number;
  peer: string;
  operation: string;
  message: string;
  body: string;
  /** Calls under the same key are made in order, unless one is marked to be overtaken. */
  ordering: string;
  overtaken: number;
  copies: number;
  attempts: number;
  due: number;
  status: 'waiting' | 'accepted' | 'refused';
  answer: string | null;
}

/** One department's own data in one SQLite file: documents by kind and key, and the calls it still has to make. */
export interface Store {
  get<Value>(kind: string, key: string): Value | undefined;
  put(kind: string, key: string, value: object): void;
  list<Value>(kind: string): Value[];
  /** The documents of a kind whose `unitCode` is this one. */
  ofUnit<Value>(kind: string, unitCode: string): Value[];
  /** The next number of a series, from 1. */
  next(series: string): number;
  /** All or nothing; may be nested. */
  transaction<Result>(work: () => Result): Result;
  queue: {
    add(call: Omit<QueuedCall, 'id' | 'attempts' | 'status' | 'answer'>): void;
    due(now: number): QueuedCall[];
    nextDue(): number | undefined;
    settle(id: number, change: Pick<QueuedCall, 'attempts' | 'due' | 'status' | 'answer'>): void;
    list(): QueuedCall[];
  };
  close(): void;
}

const shape = `
  CREATE TABLE IF NOT EXISTS document (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key));
  CREATE TABLE IF NOT EXISTS series (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS call (
    id INTEGER PRIMARY KEY, peer TEXT NOT NULL, operation TEXT NOT NULL, message TEXT NOT NULL, body TEXT NOT NULL,
    ordering TEXT NOT NULL, overtaken INTEGER NOT NULL, copies INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'waiting', answer TEXT);
  CREATE INDEX IF NOT EXISTS document_of_unit ON document (kind, json_extract(body, '$.unitCode'))
    WHERE json_extract(body, '$.unitCode') IS NOT NULL;
  CREATE INDEX IF NOT EXISTS call_waiting ON call (ordering, id) WHERE status = 'waiting';`;

const unblocked = `status = 'waiting' AND NOT EXISTS (
  SELECT 1 FROM call AS earlier WHERE earlier.ordering = call.ordering AND earlier.id < call.id
    AND earlier.status = 'waiting' AND earlier.overtaken = 0)`;

/**
 * Opens the department's file, making it on first use. What was written before a stop is there after the next start, a kill
 * included: a commit hands its pages to the system, which outlives the process. They are not forced to the disk each time
 * (`synchronous = NORMAL`), so a power cut may take the last moments of a stand-in, but never leaves half a transaction.
 */
export function openStore(folder: string, department: string): Store {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, `${department}.sqlite`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  database.exec(shape);
  const read = database.prepare('SELECT body FROM document WHERE kind = ? AND key = ?');
  const write = database.prepare(
    'INSERT INTO document VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body',
  );
  const all = database.prepare('SELECT body FROM document WHERE kind = ? ORDER BY rowid');
  const ofUnit = database.prepare(
    "SELECT body FROM document WHERE kind = ? AND json_extract(body, '$.unitCode') = ? ORDER BY rowid",
  );
  const count = database.prepare(
    'INSERT INTO series VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
  );
  const add = database.prepare(
    'INSERT INTO call (peer, operation, message, body, ordering, overtaken, copies, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  // `+id`, or the order would be had by going through every call ever made instead of the few that wait.
  const due = database.prepare(`SELECT * FROM call WHERE due <= ? AND ${unblocked} ORDER BY +id LIMIT 20`);
  const soonest = database.prepare(`SELECT min(due) AS due FROM call WHERE ${unblocked}`);
  const settle = database.prepare(
    'UPDATE call SET attempts = ?, due = ?, status = ?, answer = ? WHERE id = ?',
  );
  const calls = database.prepare('SELECT * FROM call ORDER BY id');
  let depth = 0;
  return {
    get: <Value>(kind: string, key: string) => {
      const row = read.get(kind, key) as { body: string } | undefined;
      return row && (JSON.parse(row.body) as Value);
    },
    put: (kind, key, value) => {
      write.run(kind, key, JSON.stringify(value));
    },
    list: <Value>(kind: string) =>
      (all.all(kind) as { body: string }[]).map((row) => JSON.parse(row.body) as Value),
    ofUnit: <Value>(kind: string, unitCode: string) =>
      (ofUnit.all(kind, unitCode) as { body: string }[]).map((row) => JSON.parse(row.body) as Value),
    next: (series) => (count.get(series) as { value: number }).value,
    transaction(work) {
      if (depth > 0) return work();
      depth = 1;
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth = 0;
      }
    },
    queue: {
      add: (call) => {
        const { peer, operation, message, body, ordering, overtaken, copies } = call;
        add.run(peer, operation, message, body, ordering, overtaken, copies, call.due);
      },
      due: (now) => due.all(now) as unknown as QueuedCall[],
      nextDue: () => (soonest.get() as { due: number | null }).due ?? undefined,
      settle: (id, change) => {
        settle.run(change.attempts, change.due, change.status, change.answer, id);
      },
      list: () => calls.all() as unknown as QueuedCall[],
    },
    close: () => database.close(),
  };
}
