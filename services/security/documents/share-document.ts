import { type Actor, markedName } from '@hengchan/platform';
import { recordRefusal, requireApproval } from '../approvals/require-approval.ts';
import { errors } from '../errors.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';
import { findDocument, openDocument } from './held-documents.ts';

export interface NewConsent {
  recipient: string;
  purpose: string;
  /** Who gave it for the provider, and by which paper. */
  givenBy: string;
  validUntil: Date;
}

/** Writes down that the provider whose information it is agreed to one recipient. Throws CONSENT_NOT_NEEDED, APPROVAL_TOO_LONG. Row SEC-LEK-07. */
export async function recordConsent(
  { platform }: Security,
  actor: Actor,
  document: string,
  { recipient, purpose, givenBy, validUntil }: NewConsent,
): Promise<string> {
  platform.access.require(actor, 'document.keep', { office });
  const { kind } = await findDocument(platform.database, document);
  if (kind !== 'commercial') throw errors.CONSENT_NOT_NEEDED();
  const now = platform.clock.now();
  if (validUntil <= now) throw errors.APPROVAL_TOO_LONG();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.provider_consent')
      .values({
        office,
        id,
        document,
        recipient,
        purpose,
        given_by: givenBy,
        valid_until: validUntil,
        recorded_at: now,
        recorded_by: actor.accountId,
        recorded_by_name: actor.name,
        withdrawn_at: null,
        withdrawn_by: null,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'held-document.consent',
      subject: document,
      detail: { consent: id, recipient, purpose, givenBy, validUntil },
    });
  });
  return id;
}

/** The provider takes the consent back. Throws CONSENT_NOT_FOUND. */
export async function withdrawConsent({ platform }: Security, actor: Actor, consent: string): Promise<void> {
  platform.access.require(actor, 'document.keep', { office });
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .updateTable('security.provider_consent')
      .set({ withdrawn_at: platform.clock.now(), withdrawn_by: actor.accountId })
      .where('office', '=', office)
      .where('id', '=', consent)
      .where('withdrawn_at', 'is', null)
      .returning('document')
      .executeTakeFirst();
    if (row === undefined) throw errors.CONSENT_NOT_FOUND();
    await platform.audit.write(trx, actor, {
      action: 'held-document.consent-withdraw',
      subject: row.document,
      detail: { consent },
    });
  });
}

/**
 * The document for somebody outside: only by a person named for it, under the institution's consent to this recipient, and where it is a
 * provider's business information under the provider's own consent too. Each lack is refused, recorded and told. Row SEC-LEK-07.
 */
export async function shareDocument(
  security: Security,
  actor: Actor,
  id: string,
  { recipient, approval }: { recipient: string; approval: string | undefined },
) {
  const { platform } = security;
  platform.access.require(actor, 'document.keep', { office });
  const attempt = { operation: 'document-share', subject: id, recipient, approval } as const;
  const consent = await requireApproval(security, actor, attempt);
  const { kind } = await findDocument(platform.database, id);
  const agreed = kind === 'commercial' ? await consentOf(security, id, recipient) : undefined;
  if (kind === 'commercial' && agreed === undefined) {
    await recordRefusal(security, actor, attempt, '没有报送单位对该接收方的同意记录');
    throw errors.PROVIDER_CONSENT_REQUIRED();
  }
  const { row, content } = await openDocument(security, actor, id);
  await platform.audit.write(platform.database, actor, {
    action: 'held-document.share',
    subject: id,
    detail: { recipient, approval: consent.id, providerConsent: agreed },
  });
  return { content, mediaType: row.media_type, name: markedName(row.mark, row.name) };
}

async function consentOf(
  { platform }: Security,
  document: string,
  recipient: string,
): Promise<string | undefined> {
  const row = await tables(platform.database)
    .selectFrom('security.provider_consent')
    .select('id')
    .where('office', '=', office)
    .where('document', '=', document)
    .where('recipient', '=', recipient)
    .where('withdrawn_at', 'is', null)
    .where('valid_until', '>', platform.clock.now())
    .executeTakeFirst();
  return row?.id;
}
