import { type Actor, platformErrors, type Transaction } from '@hengchan/platform';
import { errors } from './errors.ts';
import { type Knowledge, tables } from './knowledge.ts';
import type { WriteEntry } from './schema.ts';
import { searchVector } from './search-text.ts';
import type { EntryRow } from './tables.ts';

type Content = Omit<EntryRow, 'office' | 'id' | 'version' | 'source' | 'search' | `changed_${string}`>;

const contentOf = (written: WriteEntry, state: EntryRow['state']): Content => ({
  kind: written.kind,
  title: written.title.trim(),
  body: written.body.trim(),
  law: written.law?.trim() || null,
  article: written.article?.trim() || null,
  verified: written.verified,
  businesses: written.businesses,
  rules: written.rules,
  registration_types: written.registrationTypes,
  right_types: written.rightTypes,
  state,
});

/** Writes a new entry. REG-AUD-02. */
export async function createEntry(
  { platform }: Knowledge,
  actor: Actor,
  written: WriteEntry,
): Promise<string> {
  platform.access.require(actor, 'knowledge.manage', { office: written.office });
  const id = platform.ids.uuid();
  const content = contentOf(written, 'current');
  const change = changeBy(platform.clock.now(), actor);
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('knowledge.entry')
      .values({
        office: written.office,
        id,
        version: 1,
        ...content,
        source: null,
        search: searchVector(content),
        ...change,
      })
      .execute();
    await keepVersion(trx, { office: written.office, id, version: 1, ...content, ...change }, written.reason);
    await platform.audit.write(trx, actor, { action: 'knowledge.create', subject: id });
  });
  return id;
}

/** Rewrites an entry; how it was stays on record. Of two who write at once, one gets 412. */
export async function editEntry(
  knowledge: Knowledge,
  actor: Actor,
  id: string,
  written: WriteEntry,
  expected: number | undefined,
): Promise<void> {
  await change(knowledge, actor, id, written.reason, expected, (entry) => {
    if (entry.office !== written.office)
      throw platformErrors.INVALID_REQUEST({
        errors: [{ path: '/office', message: '适用机构不能改动，请另建条目' }],
      });
    return contentOf(written, entry.state);
  });
}

/** Takes an entry out of use or back into it. A retired one is pushed to no case but can still be read. */
export async function setEntryState(
  knowledge: Knowledge,
  actor: Actor,
  id: string,
  { state, reason }: { state: EntryRow['state']; reason: string },
  expected: number | undefined,
): Promise<void> {
  await change(knowledge, actor, id, reason, expected, ({ search: _search, ...entry }) => ({
    kind: entry.kind,
    title: entry.title,
    body: entry.body,
    law: entry.law,
    article: entry.article,
    verified: entry.verified,
    businesses: entry.businesses,
    rules: entry.rules,
    registration_types: entry.registration_types,
    right_types: entry.right_types,
    state,
  }));
}

async function change(
  { platform }: Knowledge,
  actor: Actor,
  id: string,
  reason: string,
  expected: number | undefined,
  next: (entry: EntryRow) => Content,
): Promise<void> {
  platform.access.require(actor, 'knowledge.manage');
  await platform.database.transaction().execute(async (trx) => {
    const entry = await tables(trx)
      .selectFrom('knowledge.entry')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!entry) throw errors.KNOWLEDGE_NOT_FOUND();
    platform.access.require(actor, 'knowledge.manage', { office: entry.office });
    if (expected !== undefined && expected !== entry.version) throw platformErrors.STALE_VERSION();
    const content = next(entry);
    const version = entry.version + 1;
    const by = changeBy(platform.clock.now(), actor);
    await tables(trx)
      .updateTable('knowledge.entry')
      .set({ version, ...content, search: searchVector(content), ...by })
      .where('office', '=', entry.office)
      .where('id', '=', id)
      .execute();
    await keepVersion(trx, { office: entry.office, id, version, ...content, ...by }, reason);
    await platform.audit.write(trx, actor, {
      action: content.state === entry.state ? 'knowledge.edit' : `knowledge.${content.state}`,
      subject: id,
      detail: { version, reason },
    });
  });
}

const changeBy = (changed_at: Date, actor: Actor) => ({
  changed_by: actor.accountId,
  changed_by_name: actor.name,
  changed_at,
});

async function keepVersion(
  trx: Transaction,
  version: Omit<EntryRow, 'source' | 'search'>,
  reason: string,
): Promise<void> {
  await tables(trx)
    .insertInto('knowledge.entry_version')
    .values({ ...version, reason: reason.trim() })
    .execute();
}
