import type { Actor } from '@hengchan/platform';
import type { ExportOperation } from '../approvals/dispositions.ts';
import { requireApproval } from '../approvals/require-approval.ts';
import { errors } from '../errors.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type ExportPartRow, type ExportRow, tables } from '../tables.ts';

export const exportQueue = 'security.export';

export interface NewExport {
  disposition: ExportOperation;
  approval?: string | undefined;
}

/**
 * Begins to take out everything the institution owns. Purpose and recipient are those of the consent and no others:
 * there is no second place to write them. Rows SEC-OWN-02, SEC-SEP-03, SEC-SEP-04.
 */
export async function openExport(security: Security, actor: Actor, wanted: NewExport): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'data.export', { office });
  const attempt = { operation: wanted.disposition, subject: '*', approval: wanted.approval };
  const consent = await requireApproval(security, actor, attempt);
  const { keepExportDays } = await readParameters(security);
  const now = platform.clock.now();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.export')
      .values({
        office,
        id,
        disposition: wanted.disposition,
        purpose: consent.purpose,
        recipient: consent.recipient,
        approval: consent.id,
        readable: true,
        status: 'waiting',
        tables_total: 0,
        tables_done: 0,
        rows_done: 0,
        failure: null,
        manifest_hash: null,
        requested_by: actor.accountId,
        requested_by_name: actor.name,
        requested_at: now,
        finished_at: null,
        keep_until: new Date(now.getTime() + keepExportDays * dayMilliseconds),
        verified_at: null,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'data.export',
      subject: id,
      detail: { disposition: wanted.disposition, approval: consent.id, recipient: consent.recipient },
    });
    await platform.jobs.send(trx, exportQueue, { id });
  });
  return id;
}

/** Keeps an export longer, under a consent to just that. Row SEC-SEP-04. */
export async function retainExport(
  security: Security,
  actor: Actor,
  id: string,
  approval: string | undefined,
): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'data.export', { office });
  await findExport(security, id);
  const consent = await requireApproval(security, actor, { operation: 'data-retain', subject: id, approval });
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .updateTable('security.export')
      .set({ keep_until: consent.valid_until })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'data.retain',
      subject: id,
      detail: { approval: consent.id, until: consent.valid_until },
    });
  });
}

/** Exports, newest first. */
export async function listExports({ platform }: Security, actor: Actor): Promise<ExportRow[]> {
  if (!platform.access.allows(actor, 'data.export')) platform.access.require(actor, 'security.read');
  return tables(platform.database)
    .selectFrom('security.export')
    .selectAll()
    .where('office', '=', office)
    .orderBy('requested_at', 'desc')
    .limit(100)
    .execute();
}

/** Throws EXPORT_NOT_FOUND. */
export async function findExport({ platform }: Security, id: string): Promise<ExportRow> {
  const row = await tables(platform.database)
    .selectFrom('security.export')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw errors.EXPORT_NOT_FOUND();
  return row;
}

export function partsOf({ platform }: Security, id: string): Promise<ExportPartRow[]> {
  return tables(platform.database)
    .selectFrom('security.export_part')
    .selectAll()
    .where('office', '=', office)
    .where('export', '=', id)
    .orderBy('ordinal')
    .execute();
}
