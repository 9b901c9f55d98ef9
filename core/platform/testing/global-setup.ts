import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../database/embedded.ts';
import { findPostgres, startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Maintenance database of the private cluster, or an empty string when tests run on the embedded database. */
    postgresUrl: string;
    /** Dump of an embedded database that has the extensions; an empty string when there is PostgreSQL. */
    embeddedTemplate: string;
  }
}

const extensions = 'CREATE EXTENSION postgis; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm';

/** One private PostgreSQL for the whole run, with a template that has the extensions; without one, tests use the embedded database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = process.env.HENGCHAN_TEST_DATABASE === 'embedded' ? undefined : findPostgres();
  return programs === undefined ? setupEmbedded(project) : setupPostgres(project, programs);
}

/** Making an embedded database with its extensions takes five times as long as starting from the dump of one. */
async function setupEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hengchan-embedded-'));
  const file = join(folder, 'template.tar');
  const { pglite, close } = await openEmbedded(undefined);
  await pglite.exec(extensions);
  await writeFile(file, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await close();
  project.provide('postgresUrl', '');
  project.provide('embeddedTemplate', file);
  return () => rm(folder, { recursive: true, force: true });
}

async function setupPostgres(project: TestProject, programs: string): Promise<() => Promise<void>> {
  const cluster = await startCluster(programs, { fsync: false });
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query('CREATE ROLE hengchan_app NOLOGIN');
  await client.query('CREATE DATABASE hengchan_template');
  await client.end();
  const template = new pg.Client({ connectionString: cluster.urlOf('hengchan_template') });
  await template.connect();
  await template.query(extensions);
  await template.end();
  project.provide('postgresUrl', cluster.url);
  project.provide('embeddedTemplate', '');
  return () => cluster.stop();
}
