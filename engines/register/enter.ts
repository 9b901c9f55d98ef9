import { Problem, type Transaction } from '@hengchan/platform';
import { applyEffect } from './apply-effect.ts';
import { canonicalJson } from './canonical.ts';
import { chainStart, hashEntry } from './chain.ts';
import { tables } from './database.ts';
import type { Effect } from './effects.ts';
import { errors } from './errors.ts';
import { loadStates } from './load-states.ts';
import { lockUnits } from './lock-units.ts';
import { emptyProjection, project, stateOf, type UnitProjection } from './projection.ts';
import type { Change, Refusal } from './state.ts';
import { findSuccessionFault } from './succession.ts';
import { writeEntries } from './write-entries.ts';

/** Who enters what, on which case. */
export interface EntryRequest {
  readonly caseNo: string;
  /** Code of the business in the catalogue. */
  readonly business: string;
  /** Account id of the registrar, or the name of the automatic process. */
  readonly registrar: string;
  readonly mode: 'manual' | 'automatic';
  readonly now: Date;
  readonly effect: Effect;
}

/** An entry as it was made. */
export interface EnteredEntry {
  readonly office: string;
  readonly number: number;
  readonly caseNo: string;
  readonly business: string;
  readonly unit: string;
  readonly effect: Effect;
  /** The effect as it was hashed. */
  readonly effectText: string;
  readonly registrar: string;
  readonly mode: 'manual' | 'automatic';
  readonly enteredAt: Date;
  readonly previousHash: string;
  readonly hash: string;
  readonly changes: readonly Change[];
}

/** How far a server's clock may run behind the one that made the unit's last entry. */
const clockTolerance = 5 * 60_000;

/**
 * Makes entries in the register, all or none: locks the units in code order and the office's last entry after
 * them, decides every effect on what the register says then, and writes entries and projections.
 * The n-th effect sees what the ones before it did.
 *
 * Throws the Problems ENTRY_REFUSED (with the refusals as findings), ENTRY_CLOCK_BEHIND,
 * CERTIFICATE_NUMBER_USED and ENTRY_CONFLICT; the transaction is then lost.
 */
export async function enter(
  trx: Transaction,
  request: Omit<EntryRequest, 'effect'> & { readonly office: string; readonly effects: readonly Effect[] },
): Promise<EnteredEntry[]> {
  const { office, effects, ...common } = request;
  return enterAll(
    trx,
    office,
    effects.map((effect) => ({ ...common, effect })),
  );
}

/** As `enter`, for entries that belong to different cases. */
export async function enterAll(
  trx: Transaction,
  office: string,
  requests: readonly EntryRequest[],
): Promise<EnteredEntry[]> {
  return enterPage(trx, office, requests, true);
}

/** As `enterAll`; `whole` is false for a page out of many, on which a unit may stand without its predecessor. */
export async function enterPage(
  trx: Transaction,
  office: string,
  requests: readonly EntryRequest[],
  whole: boolean,
): Promise<EnteredEntry[]> {
  const codes = [...new Set(requests.map((request) => request.effect.unit))];
  await lockUnits(trx, office, codes);
  const states = await loadStates(trx, office, codes);
  let head = await lockOfficeHead(trx, office);
  const projections = new Map<string, UnitProjection>();
  const entries: EnteredEntry[] = [];
  for (const request of requests) {
    const code = request.effect.unit;
    const before = projections.get(code) ?? seed(code, states.get(code));
    const entry = decide(office, head, request, before);
    const at = { now: entry.enteredAt, entryNumber: entry.number };
    projections.set(code, project(before, entry.changes, at));
    entries.push(entry);
    head = entry;
  }
  const fault = whole ? findSuccessionFault(entries, projections) : undefined;
  if (fault) throw refused(fault.unit, fault.refusals);
  try {
    await writeEntries(trx, office, entries, projections);
  } catch (error) {
    throw translate(error);
  }
  return entries;
}

/** The office's last entry, locked; entries of an office wait here for each other. */
async function lockOfficeHead(trx: Transaction, office: string): Promise<{ number: number; hash: string }> {
  const read = () =>
    tables(trx)
      .selectFrom('register.office_head')
      .select(['number', 'hash'])
      .where('office', '=', office)
      .forUpdate()
      .executeTakeFirst();
  const found = await read();
  if (found) return found;
  await tables(trx)
    .insertInto('register.office_head')
    .values({ office, number: 0, hash: chainStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await read();
  if (!made) throw new Error(`no head for office ${office}`);
  return made;
}

/** The current rows of a unit as the start of a projection: what this transaction adds is told apart by entry number. */
function seed(code: string, state: ReturnType<typeof stateOf>): UnitProjection {
  if (!state) return emptyProjection(code);
  const { sinceEntry, ...facts } = state.unit;
  return {
    ...emptyProjection(code),
    versions: [{ facts, sinceEntry, sinceAt: state.lastEnteredAt }],
    rights: new Map(state.rights.map((right) => [right.id, right])),
    ...(state.closed ? { closed: state.closed } : {}),
    lastEntry: state.lastEntry,
    lastEnteredAt: state.lastEnteredAt,
  };
}

function decide(
  office: string,
  head: { readonly number: number; readonly hash: string },
  request: EntryRequest,
  before: UnitProjection,
): EnteredEntry {
  const { effect, now, ...common } = request;
  const enteredAt = new Date(Math.max(before.lastEnteredAt.getTime(), now.getTime()));
  if (enteredAt.getTime() - now.getTime() > clockTolerance) throw errors.ENTRY_CLOCK_BEHIND();
  const number = head.number + 1;
  const outcome = applyEffect(stateOf(before), effect, { now: enteredAt, entryNumber: number });
  if ('refusals' in outcome) throw refused(effect.unit, outcome.refusals);
  const effectText = canonicalJson(effect);
  const unhashed = {
    ...common,
    office,
    number,
    effect: effectText,
    enteredAt,
    previousHash: head.hash,
  };
  return {
    ...unhashed,
    effect,
    effectText,
    unit: effect.unit,
    hash: hashEntry(unhashed),
    changes: outcome.changes,
  };
}

function refused(unit: string, refusals: readonly Refusal[]): Problem {
  const findings = refusals.map((refusal) => ({ ...refusal, outcome: 'block', unit }));
  return errors.ENTRY_REFUSED({ detail: refusals.map((refusal) => refusal.message).join(''), findings });
}

/** A constraint of the database that held where the decision did not see the conflict. */
function translate(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (constraint === 'certificate_number_once') return errors.CERTIFICATE_NUMBER_USED();
  return code === '23505' || code === '23P01' ? errors.ENTRY_CONFLICT() : error;
}
