import {
  type ActionWork,
  type BusinessDefinition,
  type CaseRecord,
  caseworkErrors,
  caseworkTables,
  startLimit,
} from '@hengchan/casework';
import { platformErrors, type Transaction } from '@hengchan/platform';
import { checkCase } from '../check-case.ts';
import { errors } from '../errors.ts';
import { handlingOf } from '../handling/parameters.ts';
import type { Registration } from '../registration.ts';

const supplementActions = ['supplement', 'review-supplement'];

/** 提交: everything required is filled in. */
export const submitWork =
  (): ActionWork =>
  async (_trx, { record, definition }) =>
    checkCase(record, definition);

/** 受理: the promised time begins, and other disposals of the units are kept out until the case ends. */
export const acceptWork =
  (registration: Registration): ActionWork =>
  async (trx, context) => {
    await claimUnits(registration, trx, context.record, context.definition);
    await startLimit(registration.casework, trx, context.record, context.actor.name);
  };

/** 收到协助执行文书: there is no acceptance to decide; the promised time begins with delivery. */
export const receiveWork =
  (registration: Registration): ActionWork =>
  async (trx, { record, definition, actor }) => {
    checkCase(record, definition);
    if (!record.case.accepted_at) await startLimit(registration.casework, trx, record, actor.name);
  };

/** Keeps other disposals of the units out until the case ends; throws UNIT_CLAIMED when another case was quicker. */
export async function claimUnits(
  registration: Registration,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<void> {
  if (!definition.exclusive) return;
  for (const unit of record.units) {
    const claimed = await caseworkTables(trx)
      .insertInto('casework.claim')
      .values({
        office: record.case.office,
        unit_code: unit.unit_code,
        case_no: record.case.no,
        claimed_at: registration.platform.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['office', 'unit_code']).doNothing())
      .returning('case_no')
      .executeTakeFirst();
    if (!claimed) throw caseworkErrors.UNIT_CLAIMED();
  }
}

/** 补正: the whole list at once (条例 17); the same step asks again only for what could not be seen before, and says so. */
export const supplementWork =
  (): ActionWork =>
  async (trx, { data, record, tokenId }) => {
    const items = data.items;
    if (Array.isArray(items) && items.length === 0) {
      throw platformErrors.INVALID_REQUEST({
        errors: [{ path: '/data/items', message: '请列明需要补正的内容' }],
      });
    }
    if (data.newFacts) return;
    const { supplements } = await handlingOf(trx, record.case.office);
    const step = record.tokens.find((token) => token.id === tokenId)?.node ?? '';
    const { asked } = await caseworkTables(trx)
      .selectFrom('casework.event')
      .select((select) => select.fn.countAll<number>().as('asked'))
      .where('office', '=', record.case.office)
      .where('case_no', '=', record.case.no)
      .where('node', '=', step)
      .where('action', 'in', supplementActions)
      .executeTakeFirstOrThrow();
    if (Number(asked) >= supplements) throw errors.SUPPLEMENT_ONCE();
  };
