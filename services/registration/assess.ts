import { type BusinessDefinition, type CaseRecord, caseworkTables, type Moment } from '@hengchan/casework';
import type { Transaction } from '@hengchan/platform';
import { activationsInForce, evaluate, type Finding, keepEvaluation } from '@hengchan/rules';
import { gatherFacts } from './gather-facts.ts';
import type { Registration } from './registration.ts';

/**
 * Asks the rules of a moment and keeps every finding with the facts it saw (REG-ACC-16, REG-AUD-17, REG-AUD-24), and the whole of what
 * they could look at, so that the case can be asked again.
 */
export async function assess(
  registration: Registration,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  moment: Moment,
): Promise<Finding[]> {
  const { clock, ids } = registration.platform;
  const { office, no, channel } = record.case;
  const facts = await gatherFacts(registration, trx, record, definition, moment);
  const at = clock.now();
  const applying = registration.rulebook.applying(
    definition.rules,
    moment,
    { business: definition.code, office },
    await activationsInForce(registration.platform, trx, at, record.versions),
  );
  const findings = evaluate(applying, facts);
  if (definition.rules.some((use) => use.moments.includes(moment)))
    await keepEvaluation(registration.platform, trx, {
      caseNo: no,
      office,
      moment,
      business: definition.code,
      businessVersion: definition.version,
      channel,
      findings,
      facts,
      at,
    });
  if (findings.length > 0) {
    await caseworkTables(trx)
      .insertInto('casework.finding')
      .values(
        findings.map((finding) => ({
          office,
          case_no: no,
          id: ids.uuid(),
          moment,
          rule: finding.code,
          rule_version: finding.version,
          title: finding.title,
          outcome: finding.outcome,
          message: finding.message,
          citation: JSON.stringify(finding.citation),
          facts: JSON.stringify(finding.facts),
          at,
        })),
      )
      .execute();
  }
  return findings.map((finding) => ({ ...finding, moment, evaluatedAt: at.toISOString() }));
}
