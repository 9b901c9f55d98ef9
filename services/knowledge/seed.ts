import { systemActor } from '@hengchan/platform';
import { examples } from './examples.ts';
import { type Knowledge, tables } from './knowledge.ts';
import { searchVector } from './search-text.ts';
import type { EntryRow } from './tables.ts';

/** What of a rule goes into the knowledge base. */
export interface SeedRule {
  code: string;
  title: string;
  text: string;
  message: string;
  citation: { law: string; article?: string; verified: boolean };
}

type Seed = Omit<EntryRow, 'office' | 'id' | 'version' | 'search' | 'state' | `changed_${string}`> & {
  source: string;
};

/**
 * Writes what the product itself knows: each article its rules rest on, each rule explained, and examples. Entries a person rewrote are left
 * as they are; of the others a changed text becomes a new version. Run at every start, so that the knowledge base is never empty or behind
 * the rules.
 */
export async function seedKnowledge({ platform }: Knowledge, rules: readonly SeedRule[]): Promise<void> {
  const wanted = [...lawSeeds(rules), ...rules.map(ruleSeed), ...exampleSeeds()];
  await platform.database.transaction().execute(async (trx) => {
    const rows = await tables(trx)
      .selectFrom('knowledge.entry')
      .selectAll()
      .where('office', '=', '*')
      .where('source', 'is not', null)
      .execute();
    const known = new Map(rows.map((row) => [row.source, row]));
    const by = {
      changed_by: systemActor.accountId,
      changed_by_name: systemActor.name,
      changed_at: platform.clock.now(),
    };
    const changes = wanted.flatMap((seed) => {
      const row = known.get(seed.source);
      if (row && (row.changed_by !== systemActor.accountId || same(row, seed))) return [];
      return [
        {
          office: '*',
          id: row?.id ?? platform.ids.uuid(),
          version: (row?.version ?? 0) + 1,
          state: 'current' as const,
          ...seed,
          ...by,
        },
      ];
    });
    if (changes.length === 0) return;
    // Another process that starts at the same time writes the same: the first one is enough.
    const written = await tables(trx)
      .insertInto('knowledge.entry')
      .values(changes.map((each) => ({ ...each, search: searchVector(each) })))
      .onConflict((conflict) =>
        conflict.columns(['office', 'source']).doUpdateSet((row) => ({
          version: row.ref('excluded.version'),
          title: row.ref('excluded.title'),
          body: row.ref('excluded.body'),
          verified: row.ref('excluded.verified'),
          rules: row.ref('excluded.rules'),
          search: row.ref('excluded.search'),
          changed_at: row.ref('excluded.changed_at'),
        })),
      )
      .returning(['id', 'source', 'version'])
      .execute();
    const ids = new Map(written.map((row) => [row.source, row.id]));
    await tables(trx)
      .insertInto('knowledge.entry_version')
      .values(
        changes.map(({ source, ...each }) => ({
          ...each,
          id: ids.get(source) ?? each.id,
          reason: '系统据规则库写入',
        })),
      )
      .onConflict((conflict) => conflict.columns(['office', 'id', 'version']).doNothing())
      .execute();
  });
}

const same = (row: EntryRow, seed: Seed) =>
  row.title === seed.title &&
  row.body === seed.body &&
  row.verified === seed.verified &&
  JSON.stringify(row.rules) === JSON.stringify(seed.rules);

const untagged = { businesses: [], registration_types: [], right_types: [] };

/** One entry for each article, with every sentence of it the rules quote. */
function lawSeeds(rules: readonly SeedRule[]): Seed[] {
  const articles = Map.groupBy(rules, ({ citation }) => `${citation.law}/${citation.article ?? ''}`);
  return [...articles].flatMap(([key, citing]) => {
    const citation = citing[0]?.citation;
    if (!citation) return [];
    return [
      {
        ...untagged,
        source: `law:${key}`,
        kind: 'law' as const,
        title: `《${citation.law}》${citation.article ?? ''}`,
        body: [...new Set(citing.map((rule) => rule.text))].join('\n'),
        law: citation.law,
        article: citation.article ?? null,
        verified: citation.verified,
        rules: citing.map((rule) => rule.code),
      },
    ];
  });
}

const ruleSeed = ({ code, title, text, message, citation }: SeedRule): Seed => ({
  ...untagged,
  source: `rule:${code}`,
  kind: 'rule',
  title,
  body: `${text}\n不符时：${message}`,
  law: citation.law,
  article: citation.article ?? null,
  verified: citation.verified,
  rules: [code],
});

const exampleSeeds = (): Seed[] =>
  examples.map((example) => ({
    source: `case:${example.key}`,
    kind: 'case',
    title: example.title,
    body: example.body,
    law: null,
    article: null,
    verified: false,
    businesses: [],
    rules: [...example.rules],
    registration_types: [...example.registrationTypes],
    right_types: [...(example.rightTypes ?? [])],
  }));
