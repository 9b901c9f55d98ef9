import { type Actor, cutPage, type Database, fileKinds, readCursor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { readersOf } from '../marks/readers.ts';
import { requireStaff } from '../require-staff.ts';
import { office, type Security } from '../security.ts';
import { type HeldDocumentRow, type ProviderConsentRow, tables } from '../tables.ts';

const accepted = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'text/plain',
  'text/csv',
  'application/json',
  'application/xml',
];

export interface NewDocument {
  kind: HeldDocumentRow['kind'];
  title: string;
  /** Who reported it, where it is business information. */
  provider?: string | undefined;
}

export interface HeldDocument extends HeldDocumentRow {
  readers: { login: string; name: string }[];
  consents: ProviderConsentRow[];
  /** Whether whoever asks is named for it, or its mark lets all staff open it. */
  opens: boolean;
}

/**
 * Files a technical document, or what a provider of services reported about itself; nobody opens it before somebody is named. Whoever files
 * it has confirmed that it holds no state secret. Throws DOCUMENT_WITHOUT_PROVIDER, and what storing a file throws. Rows SEC-PRV-06, SEC-LEK-07.
 */
export async function keepDocument(
  { platform }: Security,
  actor: Actor,
  wanted: NewDocument,
  file: { name: string; content: Uint8Array },
): Promise<string> {
  platform.access.require(actor, 'document.keep', { office });
  if (wanted.kind === 'commercial' && !wanted.provider?.trim()) throw errors.DOCUMENT_WITHOUT_PROVIDER();
  const stored = await platform.files.put(file.content, accepted);
  const id = platform.ids.uuid();
  const { mark } = fileKinds[wanted.kind];
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.held_document')
      .values({
        office,
        id,
        kind: wanted.kind,
        title: wanted.title,
        provider: wanted.kind === 'commercial' ? (wanted.provider?.trim() ?? null) : null,
        name: file.name || '未命名文件',
        file_hash: stored.hash,
        media_type: stored.mediaType,
        size: stored.size,
        mark,
        added_at: platform.clock.now(),
        added_by: actor.accountId,
        added_by_name: actor.name,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'held-document.keep',
      subject: id,
      detail: { kind: wanted.kind, title: wanted.title, mark },
    });
  });
  return id;
}

/** The content, for a person named for it. Each opening is recorded, and each refusal. */
export async function openDocument(security: Security, actor: Actor, id: string) {
  requireStaff(actor);
  const row = await findDocument(security.platform.database, id);
  const content = await security.platform.files.open(actor, {
    file: fileOf(row),
    concerned: false,
    line: { action: 'held-document.open', subject: id, detail: { title: row.title } },
  });
  return { row, content };
}

/** Documents held: all titles for who keeps them and inspectors, the own ones for who is named. Newest first. */
export async function listDocuments(
  security: Security,
  actor: Actor,
  filter: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: HeldDocument[]; nextCursor?: string }> {
  requireStaff(actor);
  const { platform } = security;
  const all =
    platform.access.allows(actor, 'document.keep', { office }) ||
    platform.access.allows(actor, 'security.read');
  const limit = filter.limit ?? 20;
  const [at, id] = readCursor(filter.cursor, ['moment', 'uuid']) ?? [];
  let query = tables(platform.database)
    .selectFrom('security.held_document')
    .selectAll()
    .where('office', '=', office);
  if (!all)
    query = query.where(({ exists, or, eb, selectFrom }) =>
      or([
        eb('mark', 'in', ['public', 'internal']),
        exists(
          selectFrom('platform.file_reader')
            .select('account')
            .where('platform.file_reader.office', '=', office)
            .whereRef('platform.file_reader.hash', '=', 'security.held_document.file_hash')
            .where('account', '=', actor.accountId)
            .where('struck_at', 'is', null),
        ),
      ]),
    );
  if (at !== undefined && id !== undefined)
    query = query.where((row) => row(row.refTuple('added_at', 'id'), '<', row.tuple(at, id)));
  const rows = await query
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = cutPage(rows, limit, (last) => [last.added_at, last.id]);
  return { ...page, items: await withReaders(security, actor, page.items) };
}

async function withReaders(
  security: Security,
  actor: Actor,
  rows: readonly HeldDocumentRow[],
): Promise<HeldDocument[]> {
  const { platform } = security;
  if (rows.length === 0) return [];
  const readers = await readersOf(
    security,
    office,
    rows.map((row) => row.file_hash),
  );
  const consents = await tables(platform.database)
    .selectFrom('security.provider_consent')
    .selectAll()
    .where('office', '=', office)
    .where(
      'document',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => {
    const named = readers.get(row.file_hash) ?? [];
    const file = fileOf(row);
    const needsName = row.mark === 'restricted' || row.mark === 'commercial';
    return {
      ...row,
      readers: named,
      consents: consents.filter((consent) => consent.document === row.id),
      opens:
        platform.files.isFor(actor, file, false) &&
        (!needsName || named.some(({ login }) => login === actor.login)),
    };
  });
}

/** Throws DOCUMENT_NOT_HELD. */
export async function findDocument(database: Database, id: string): Promise<HeldDocumentRow> {
  const row = await tables(database)
    .selectFrom('security.held_document')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw errors.DOCUMENT_NOT_HELD();
  return row;
}

const fileOf = ({ kind, mark, file_hash: hash, office: of }: HeldDocumentRow) => ({
  kind,
  mark,
  hash,
  office: of,
});

/** Lets the marks of held documents be changed like those of any other file. */
export function shelveDocuments({ platform }: Security): void {
  platform.files.shelve('held', {
    async find(database, key) {
      if (!/^[0-9a-f-]{36}$/.test(key)) return undefined;
      const row = await tables(database)
        .selectFrom('security.held_document')
        .selectAll()
        .where('office', '=', office)
        .where('id', '=', key)
        .executeTakeFirst();
      return row && { ...fileOf(row), title: row.title };
    },
    async mark(trx, key, { mark }) {
      await tables(trx)
        .updateTable('security.held_document')
        .set({ mark })
        .where('office', '=', office)
        .where('id', '=', key)
        .execute();
    },
  });
}
