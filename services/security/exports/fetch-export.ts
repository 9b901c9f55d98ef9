import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { office, type Security } from '../security.ts';
import { type ExportRow, tables } from '../tables.ts';
import { findExport, partsOf } from './open-export.ts';
import type { Manifest } from './run-export.ts';
import { tarEnd, tarFile } from './tar.ts';

const decompress = promisify(gunzip);

/** The manifest of a finished export that may still be fetched. Throws EXPORT_NOT_READY. */
export async function readManifest(security: Security, actor: Actor, id: string): Promise<Manifest> {
  security.platform.access.require(actor, 'data.export', { office });
  return manifestOf(security, await ready(security, actor, id));
}

/** The whole export as one tar file: manifest, checksums for `sha256sum -c`, and every part. The fetching is recorded before the first byte. */
export async function fetchExport(
  security: Security,
  actor: Actor,
  id: string,
): Promise<AsyncGenerator<Uint8Array>> {
  const { platform } = security;
  platform.access.require(actor, 'data.export', { office });
  const row = await ready(security, actor, id);
  const manifest = await manifestOf(security, row);
  await platform.audit.write(platform.database, actor, {
    action: 'data.fetch',
    subject: id,
    detail: { approval: row.approval, parts: manifest.parts.length },
  });
  return pack(security, manifest);
}

async function* pack({ platform }: Security, manifest: Manifest): AsyncGenerator<Uint8Array> {
  const sums = manifest.parts.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
  yield* tarFile('manifest.json', Buffer.from(JSON.stringify(manifest, undefined, 1)));
  yield* tarFile('SHA256SUMS', Buffer.from(sums));
  for (const part of manifest.parts) yield* tarFile(part.name, await platform.files.get(part.sm3));
  yield tarEnd;
}

export interface ExportVerification {
  intact: boolean;
  parts: number;
  rows: number;
  faults: string[];
}

/** Reads every part again: its hash against the manifest, its lines against the count. Row SEC-END-01. */
export async function verifyExport(
  security: Security,
  actor: Actor,
  id: string,
): Promise<ExportVerification> {
  const { platform } = security;
  platform.access.require(actor, 'data.export', { office });
  const row = await ready(security, actor, id);
  const manifest = await manifestOf(security, row);
  const kept = new Map((await partsOf(security, id)).map((part) => [part.name, part]));
  const faults: string[] = [];
  let rows = 0;
  for (const part of manifest.parts) {
    const content = await platform.files.get(part.sm3).catch(() => undefined);
    if (content === undefined) faults.push(`${part.name}：缺失或已被改动`);
    else if (content.length !== part.size) faults.push(`${part.name}：大小不符`);
    if (kept.get(part.name)?.file_hash !== part.sm3) faults.push(`${part.name}：与登记的摘要不符`);
    if (content === undefined || !part.name.endsWith('.jsonl.gz')) continue;
    const lines = (await decompress(content)).toString('utf8').split('\n').length - 2;
    if (lines !== part.rows) faults.push(`${part.name}：行数不符`);
    rows += lines;
  }
  const promised = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (rows !== promised) faults.push(`总行数 ${rows} 与清单 ${promised} 不符`);
  faults.push(...manifest.gaps.map((hash) => `files/${hash}：表中有记载，存储中没有`));
  const intact = faults.length === 0;
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .updateTable('security.export')
      .set({ verified_at: intact ? platform.clock.now() : null })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, { action: 'data.verify', subject: id, detail: { intact, rows } });
  });
  return { intact, parts: manifest.parts.length, rows, faults };
}

async function ready(security: Security, actor: Actor, id: string): Promise<ExportRow> {
  const row = await findExport(security, id);
  const late = row.keep_until <= security.platform.clock.now();
  if (row.manifest_hash === null || late || row.requested_by !== actor.accountId)
    throw errors.EXPORT_NOT_READY();
  return row;
}

async function manifestOf({ platform }: Security, row: ExportRow): Promise<Manifest> {
  if (row.manifest_hash === null) throw errors.EXPORT_NOT_READY();
  return JSON.parse(Buffer.from(await platform.files.get(row.manifest_hash)).toString('utf8')) as Manifest;
}
