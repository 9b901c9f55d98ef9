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
import type { Registration } from '../registration.ts';
import { supplementsSpent } from './supplements.ts';

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
  ({ platform }: Registration): ActionWork =>
  async (trx, { data, record, tokenId }) => {
    const items = data.items;
    if (Array.isArray(items) && items.length === 0) {
      throw platformErrors.INVALID_REQUEST({
        errors: [{ path: '/data/items', message: '请列明需要补正的内容' }],
      });
    }
    if (data.newFacts) return;
    const step = record.tokens.find((token) => token.id === tokenId)?.node ?? '';
    if (await supplementsSpent(platform, trx, record, step)) throw errors.SUPPLEMENT_ONCE();
  };
