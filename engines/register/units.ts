import type { Database, Transaction } from '@hengchan/platform';
import { errors } from './errors.ts';
import { loadStates } from './load-states.ts';
import { standAt } from './stand.ts';
import type { UnitState } from './state.ts';

export interface AsOf {
  /**
   * The moment asked about, now or past. With it terms that ran out by then are taken into account; without it
   * the answer is the rows as last entered.
   */
  readonly asOf?: Date;
}

/** A unit and its rights now or as they stood at a moment; undefined when it had no page then. */
export async function findUnit(
  database: Database | Transaction,
  office: string,
  code: string,
  { asOf }: AsOf = {},
): Promise<UnitState | undefined> {
  const state = (await loadStates(database, office, [code], asOf)).get(code);
  return state && asOf ? standAt(state, asOf) : state;
}

/** As `findUnit`; throws the Problem UNIT_NOT_FOUND. */
export async function getUnit(
  database: Database | Transaction,
  office: string,
  code: string,
  options: AsOf = {},
): Promise<UnitState> {
  const unit = await findUnit(database, office, code, options);
  if (!unit) throw errors.UNIT_NOT_FOUND({ detail: `登记簿中没有不动产单元 ${code}，请核对单元号。` });
  return unit;
}
