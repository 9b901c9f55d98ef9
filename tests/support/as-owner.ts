import pg from 'pg';
import type { World } from './world.ts';

/** Runs a statement as the owner of the tables: what the product itself may not do, and another system of the registry might. */
export async function asOwner(
  { open, platform }: World,
  statement: string,
  values: unknown[],
): Promise<void> {
  if (open.url === '') throw new Error(`only with a PostgreSQL server: ${platform.config.mode}`);
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
