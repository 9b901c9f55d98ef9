import { type Actor, asTaskOf, type DataClass, type Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { grounds } from '../data/catalogue.ts';
import { notify } from '../notices/notices.ts';
import { office, type Security } from '../security.ts';
import { classOf } from '../separation/classes.ts';
import { tables } from '../tables.ts';

export type GroundCode = keyof typeof grounds;
export const groundCodes = Object.keys(grounds) as GroundCode[];

export interface NewTerm {
  ground: GroundCode;
  /** Absent: for ever. */
  months?: number | undefined;
  /** The rule the term is taken from, with its article. */
  basis: string;
  /** Whether somebody compared the citation with the text of the rule. */
  basisVerified: boolean;
}

/** By ground, where a record begins to age: when the case was closed, the order settled, the line written. What has none is kept while it is in use. */
const ages: Partial<Record<GroundCode, { table: string; column: string }>> = {
  case: { table: 'casework.cases', column: 'closed_at' },
  payment: { table: 'payment.orders', column: 'settled_at' },
  exchange: { table: 'exchange.call', column: 'at' },
  audit: { table: 'platform.audit', column: 'at' },
  security: { table: 'security.notice', column: 'created_at' },
};

/** Sets how long data of a ground is kept; what held before stays on record. Row SEC-OWN-03. */
export async function setTerm({ platform }: Security, actor: Actor, term: NewTerm): Promise<void> {
  platform.access.require(actor, 'data.retain', { office });
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.retention_term')
      .values({
        office,
        ground: term.ground,
        set_at: platform.clock.now(),
        months: term.months ?? null,
        basis: term.basis,
        basis_verified: term.basisVerified,
        set_by: actor.accountId,
        set_by_name: actor.name,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'retention.set',
      subject: term.ground,
      detail: { ...term },
    });
  });
}

/** Every ground with the terms set for it, newest first, and how much is past the one in force. Nothing is removed by this. */
export async function listTerms(security: Security, actor: Actor) {
  const { platform } = security;
  if (!platform.access.allows(actor, 'data.read')) platform.access.require(actor, 'security.read');
  const terms = await allTerms(security);
  const past = await pastTerm(security, terms);
  return groundCodes.map((ground) => ({
    ground,
    ...grounds[ground],
    past: past.get(ground),
    terms: terms
      .filter((term) => term.ground === ground)
      .map((term) => ({
        months: term.months ?? undefined,
        basis: term.basis,
        basisVerified: term.basis_verified,
        setAt: term.set_at.toISOString(),
        setBy: term.set_by_name,
      })),
  }));
}

/** Tells the institution, once a month for a ground, that records are past their term: to be filed, destroyed or kept by its decision. */
export async function remindTerms(security: Security): Promise<void> {
  const { platform } = security;
  const month = platform.clock.now().toISOString().slice(0, 7);
  for (const [ground, { count, before }] of await pastTerm(security, await allTerms(security))) {
    if (count === 0) continue;
    await notify(security, platform.database, {
      kind: 'retention-due',
      audience: 'data.export',
      subject: `${ground}/${month}`,
      text: `${grounds[ground].title}有 ${count} 条记录早于 ${before.slice(0, 10)}，已超过保存期，请决定移交、销毁或延长`,
    });
  }
}

type Term = Awaited<ReturnType<typeof allTerms>>[number];

function allTerms({ platform }: Security) {
  return tables(platform.database)
    .selectFrom('security.retention_term')
    .selectAll()
    .where('office', '=', office)
    .orderBy('ground')
    .orderBy('set_at', 'desc')
    .execute();
}

async function pastTerm({ platform }: Security, terms: readonly Term[]) {
  const found = new Map<GroundCode, { count: number; before: string }>();
  for (const ground of groundCodes) {
    const age = ages[ground];
    const months = terms.find((term) => term.ground === ground)?.months;
    if (age === undefined || months == null) continue;
    const before = new Date(platform.clock.now());
    before.setUTCMonth(before.getUTCMonth() - months);
    const kind: DataClass = classOf({ ground });
    const count = await asTaskOf(platform.database, kind, (trx) => countBefore(trx, age, before));
    found.set(ground, { count, before: before.toISOString() });
  }
  return found;
}

async function countBefore(
  trx: Transaction,
  { table, column }: { table: string; column: string },
  before: Date,
): Promise<number> {
  const { rows: there } = await sql<{
    table: string | null;
  }>`SELECT to_regclass(${table})::text AS table`.execute(trx);
  if (there[0]?.table == null) return 0;
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE ${sql.ref(column)} < ${before}`.execute(trx);
  return rows[0]?.count ?? 0;
}
