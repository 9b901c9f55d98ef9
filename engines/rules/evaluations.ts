import type { Database, Platform, Transaction } from '@hengchan/platform';
import { largestFacts, packFacts, unpackFacts } from './kept-facts.ts';
import type { Finding, Parameters, Weight } from './rule.ts';
import { tables } from './store.ts';

export type Outcome = 'pass' | Weight;

const severity: readonly Outcome[] = ['pass', 'warn', 'person', 'block'];

/** The outcome that decides: one rule that blocks is enough. */
export const worstOf = (outcomes: readonly Outcome[]): Outcome =>
  severity[Math.max(0, ...outcomes.map((each) => severity.indexOf(each)))] ?? 'pass';

/** One rule of an evaluation: which version was asked with which parameters, and what it said. */
export interface FindingMark {
  rule: string;
  version: number;
  outcome: Outcome;
  parameters: Parameters;
}

export interface NewEvaluation {
  caseNo: string;
  office: string;
  moment: string;
  business: string;
  businessVersion: number;
  channel: string;
  findings: readonly Finding[];
  /** Everything the rules could look at. */
  facts: unknown;
  at: Date;
}

/**
 * Keeps an evaluation with all facts of its day, sealed, so that it can be asked again: under the rules of its day to check it, or under
 * another setting to see what that would do. Facts larger than {@link largestFacts} are not kept, and their size says so.
 */
export async function keepEvaluation(
  { cipher, ids }: Pick<Platform, 'cipher' | 'ids'>,
  trx: Transaction,
  evaluation: NewEvaluation,
): Promise<void> {
  const packed = packFacts(evaluation.facts);
  await tables(trx)
    .insertInto('rules.evaluation')
    .values({
      office: evaluation.office,
      case_no: evaluation.caseNo,
      id: ids.uuid(),
      moment: evaluation.moment,
      business: evaluation.business,
      business_version: evaluation.businessVersion,
      channel: evaluation.channel,
      outcome: worstOf(evaluation.findings.map((finding) => finding.outcome)),
      findings: JSON.stringify(
        evaluation.findings.map(
          ({ code, version, outcome, parameters }): FindingMark => ({
            rule: code,
            version,
            outcome,
            parameters,
          }),
        ),
      ),
      facts_sealed: packed.length > largestFacts ? null : cipher.seal(packed),
      facts_size: packed.length,
      at: evaluation.at,
    })
    .execute();
}

export interface KeptEvaluation<Facts> {
  id: string;
  caseNo: string;
  office: string;
  moment: string;
  business: string;
  businessVersion: number;
  channel: string;
  outcome: Outcome;
  findings: FindingMark[];
  at: Date;
  /** Undefined when they were too large to keep. */
  facts(): Facts | undefined;
}

/** Evaluations of cases, oldest first within each. */
export async function evaluationsOf<Facts>(
  { database, cipher }: { database: Database; cipher: Platform['cipher'] },
  cases: readonly { office: string; no: string }[],
): Promise<KeptEvaluation<Facts>[]> {
  if (cases.length === 0) return [];
  const rows = await tables(database)
    .selectFrom('rules.evaluation')
    .selectAll()
    .where('office', 'in', [...new Set(cases.map((each) => each.office))])
    .where(
      'case_no',
      'in',
      cases.map((each) => each.no),
    )
    .orderBy('case_no')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseNo: row.case_no,
    office: row.office,
    moment: row.moment,
    business: row.business,
    businessVersion: row.business_version,
    channel: row.channel,
    outcome: row.outcome,
    findings: row.findings,
    at: row.at,
    facts: () => (row.facts_sealed === null ? undefined : unpackFacts<Facts>(cipher.open(row.facts_sealed))),
  }));
}
