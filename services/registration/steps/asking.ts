import type { FactRequest, Party, StepContext } from '@hengchan/casework';
import type { Registration } from '../registration.ts';

/** What a department made of a question. `unavailable` is 未核验: never counted as passed (REG-ACC-02). */
export interface Answer {
  kind: string;
  subject: string;
  source: string;
  outcome: 'match' | 'mismatch' | 'unavailable';
  data: Record<string, unknown>;
}

/** Asks a department something about the case, or about one of its parties. */
export type Ask = (
  registration: Registration,
  context: StepContext,
  request: FactRequest,
  party: Party | undefined,
) => Promise<Answer>;

interface Outcome<Data> {
  outcome: 'answered' | 'unavailable';
  data?: Data;
  text?: string;
}

/** What a yes or no of a department comes to; `spoils` says what else in it makes a yes a no. */
export function readMatch<Data extends { result: string; resultText: string }>(
  asked: Outcome<Data>,
  spoils: (data: Data) => boolean,
): Pick<Answer, 'outcome' | 'data'> {
  if (asked.outcome !== 'answered' || !asked.data)
    return { outcome: 'unavailable', data: { reason: asked.text ?? '没有答复' } };
  const good = asked.data.result === 'match' && !spoils(asked.data);
  return { outcome: good ? 'match' : 'mismatch', data: { ...asked.data } };
}

/** The same question of the same step has the same message number, so that the department answers it once. */
export const numberOf = (context: StepContext, request: FactRequest, party?: Party) =>
  `${context.tokenId}-${request.kind.slice(0, 10)}-${party?.ordinal ?? 'case'}`;
