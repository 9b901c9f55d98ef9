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

/** Units and their rights now or as they stood at a moment, by code, in one statement; those that had no page then are absent. */
export async function findUnits(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  { asOf }: AsOf = {},
): Promise<Map<string, UnitState>> {
  const states = await loadStates(database, office, codes, asOf);
  return asOf ? new Map([...states].map(([code, state]) => [code, standAt(state, asOf)])) : states;
}

/** As `findUnits`, of one unit; undefined when it had no page then. */
export async function findUnit(
  database: Database | Transaction,
  office: string,
  code: string,
  options: AsOf = {},
): Promise<UnitState | undefined> {
  return (await findUnits(database, office, [code], options)).get(code);
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
