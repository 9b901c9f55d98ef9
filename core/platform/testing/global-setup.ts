import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostgres, startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Maintenance database of the private cluster, or an empty string when tests run on the embedded database. */
    postgresUrl: string;
  }
}

/** One private PostgreSQL for the whole run, with a template that has the extensions; without one, tests use the embedded database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = process.env.HENGCHAN_TEST_DATABASE === 'embedded' ? undefined : findPostgres();
  if (!programs) {
    project.provide('postgresUrl', '');
    return async () => undefined;
  }
  const cluster = await startCluster(programs, { fsync: false });
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query('CREATE ROLE hengchan_app NOLOGIN');
  await client.query('CREATE DATABASE hengchan_template');
  await client.end();
  const template = new pg.Client({ connectionString: cluster.urlOf('hengchan_template') });
  await template.connect();
  await template.query('CREATE EXTENSION postgis; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm');
  await template.end();
  project.provide('postgresUrl', cluster.url);
  return () => cluster.stop();
}
