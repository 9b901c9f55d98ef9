import type { Actor } from '@hengchan/platform';
import { requireApproval } from '../approvals/require-approval.ts';
import { errors } from '../errors.ts';
import { findExport } from '../exports/open-export.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';

/** What has to be typed, letter by letter. */
export const confirmationOf = (owner: string): string => `确认销毁${owner}在本平台的全部数据`;

export interface NewDestruction {
  export: string;
  /** Hash of the manifest, as the receiving side read it: proof that the copy arrived there. */
  manifestHash: string;
  approval?: string | undefined;
  confirmation: string;
}

/**
 * Makes everything ready to be destroyed: after a verified export whose manifest the receiver names, under somebody else's consent.
 * Destroys nothing; that is done on the server's command line. First hand over, then destroy (Q-SEC-2). Rows SEC-END-01, SEC-END-02.
 */
export async function requestDestruction(
  security: Security,
  actor: Actor,
  wanted: NewDestruction,
): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'data.destroy', { office });
  const taken = await findExport(security, wanted.export);
  const consent = await requireApproval(security, actor, {
    operation: 'data-destroy',
    subject: wanted.export,
    approval: wanted.approval,
  });
  if (wanted.confirmation !== confirmationOf(security.owner)) throw errors.DESTRUCTION_NOT_CONFIRMED();
  if (taken.verified_at === null || taken.manifest_hash !== wanted.manifestHash)
    throw errors.DESTRUCTION_EXPORT_UNVERIFIED();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.destruction')
      .values({
        office,
        id,
        approval: consent.id,
        export: taken.id,
        status: 'ready',
        confirmation: wanted.confirmation,
        requested_by: actor.accountId,
        requested_by_name: actor.name,
        requested_at: platform.clock.now(),
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'data.destroy',
      subject: id,
      detail: { approval: consent.id, export: taken.id },
    });
  });
  return id;
}

/** Destructions made ready or carried out. */
export async function listDestructions({ platform }: Security, actor: Actor) {
  if (!platform.access.allows(actor, 'data.destroy')) platform.access.require(actor, 'security.read');
  return tables(platform.database)
    .selectFrom('security.destruction')
    .selectAll()
    .where('office', '=', office)
    .orderBy('requested_at', 'desc')
    .execute();
}
