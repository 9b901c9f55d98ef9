import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { DeadLetter } from './jobs.ts';
import { deadLetterQueue } from './queue.ts';

/** The newest jobs that failed every attempt. */
export async function deadLetters(database: Database, limit: number): Promise<DeadLetter[]> {
  const { rows } = await sql<{
    id: string;
    queue: string;
    data: unknown;
    output: { message?: string; value?: { message?: string } } | null;
    failed_at: Date;
  }>`
    SELECT id, coalesce(source_name, name) AS queue, data, source_output AS output, created_on AS failed_at
    FROM jobs.job_common
    WHERE name = ${deadLetterQueue} AND state = 'created'
    ORDER BY created_on DESC LIMIT ${limit}`.execute(database);
  return rows.map(({ id, queue, data, output, failed_at }) => ({
    id,
    queue,
    data,
    reason: output?.message ?? output?.value?.message ?? '',
    failedAt: failed_at,
  }));
}
