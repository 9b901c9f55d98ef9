import { type BusinessDefinition, type CaseRecord, caseworkTables, type Moment } from '@hengchan/casework';
import type { Transaction } from '@hengchan/platform';
import { evaluate, type Finding, loadActivations } from '@hengchan/rules';
import { gatherFacts } from './gather-facts.ts';
import type { Registration } from './registration.ts';

/** Asks the rules of a moment and keeps every finding with the facts it saw (REG-ACC-16, REG-AUD-17, REG-AUD-24). */
export async function assess(
  registration: Registration,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  moment: Moment,
): Promise<Finding[]> {
  const facts = await gatherFacts(registration, trx, record, definition, moment);
  const scope = { business: definition.code, office: record.case.office };
  const activations = await loadActivations(trx);
  const findings = evaluate(
    registration.rulebook.applying(definition.rules, moment, scope, activations),
    facts,
  );
  const { clock, ids } = registration.platform;
  const at = clock.now();
  if (findings.length > 0) {
    await caseworkTables(trx)
      .insertInto('casework.finding')
      .values(
        findings.map((finding) => ({
          office: record.case.office,
          case_no: record.case.no,
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
