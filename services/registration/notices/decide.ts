import type { ActionWork, CaseRecord, WorkContext } from '@hengchan/casework';
import { type Actor, systemActor, type Transaction } from '@hengchan/platform';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { noticeTables, type Objection } from '../tables.ts';
import { objectionsOfCase } from './store.ts';

/** 异议不成立: every open objection is answered with the registrar's reasons, and the case goes on. */
export const overruleObjections =
  (registration: Registration): ActionWork =>
  async (trx, context) => {
    const open = await openObjections(trx, context.record);
    const chosen = chosenOf(context, open);
    // An objection the registrar has not seen cannot be answered.
    if (chosen.length !== open.length) throw errors.OBJECTIONS_CHANGED();
    await decide(registration, trx, context.actor, chosen, 'overruled', context.comment);
  };

/** 异议成立: the registration is refused; objections not named are not gone into any more. */
export const upholdObjections =
  (registration: Registration): ActionWork =>
  async (trx, context) => {
    const open = await openObjections(trx, context.record);
    const chosen = chosenOf(context, open);
    if (chosen.length === 0) throw errors.OBJECTIONS_CHANGED();
    await decide(registration, trx, context.actor, chosen, 'upheld', context.comment);
    const rest = open.filter((each) => !chosen.includes(each));
    await decide(registration, trx, context.actor, rest, 'moot', undefined);
  };

const openObjections = async (trx: Transaction, { case: { office, no } }: CaseRecord) =>
  (await objectionsOfCase(trx, office, no)).filter((each) => each.outcome === null);

/** Those named, or all; one that is not open any more cannot be decided. */
function chosenOf({ data }: WorkContext, open: readonly Objection[]): Objection[] {
  if (!Array.isArray(data.objections)) return [...open];
  const wanted = data.objections.map(String);
  const chosen = open.filter((each) => wanted.includes(each.id));
  if (chosen.length !== wanted.length) throw errors.OBJECTIONS_CHANGED();
  return chosen;
}

async function decide(
  { platform }: Registration,
  trx: Transaction,
  actor: Actor,
  objections: readonly Objection[],
  outcome: 'upheld' | 'overruled' | 'moot',
  reasons: string | undefined,
): Promise<void> {
  for (const { office, id, notice_no } of objections) {
    await noticeTables(trx)
      .updateTable('registration.objection')
      .set({
        outcome,
        reasons: reasons ?? null,
        decided_at: platform.clock.now(),
        decided_by: actor.accountId,
        decided_by_name: actor.name,
      })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'notice.decide',
      subject: notice_no,
      office,
      detail: { objection: id, outcome },
    });
  }
}

/** A case that ends takes its running notices and open objections with it. */
export async function stopNotices(
  registration: Registration,
  trx: Transaction,
  record: CaseRecord,
): Promise<void> {
  const { office, no } = record.case;
  const now = registration.platform.clock.now();
  const stopped = await noticeTables(trx)
    .updateTable('registration.notice')
    .set({ stopped_at: now })
    .where('office', '=', office)
    .where('case_no', '=', no)
    .where('stopped_at', 'is', null)
    .where('ends_at', '>', now)
    .returning('no')
    .execute();
  const open = await openObjections(trx, record);
  await decide(registration, trx, systemActor, open, 'moot', undefined);
  for (const notice of stopped)
    await registration.platform.audit.write(trx, systemActor, {
      action: 'notice.stop',
      subject: notice.no,
      office,
    });
}
