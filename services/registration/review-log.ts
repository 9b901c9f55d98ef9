import { caseworkTables, historyOf } from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import { evaluationsOf } from '@hengchan/rules';
import { seeCase } from './cases/see.ts';
import { allFindings } from './findings.ts';
import type { Registration } from './registration.ts';
import type { ReviewStep } from './review-schema.ts';
import type { ReviewConclusion } from './steps/screen.ts';

const moments: Record<string, string> = { accept: '受理', review: '审核', entry: '登簿' };

/**
 * Every step of the automatic review of a case, oldest first: what was asked of which source, each rule with version, parameters, input and
 * result, and what the machine concluded (REG-AUD-04, REG-AUD-24). For staff who may see the case.
 */
export async function reviewLog(
  registration: Registration,
  actor: Actor,
  caseNo: string,
): Promise<{ items: ReviewStep[] }> {
  const record = await seeCase(registration, actor, caseNo);
  if (actor.kind !== 'staff') throw platformErrors.FORBIDDEN();
  const { database } = registration.platform;
  const { office } = record.case;
  const steps = [
    ...(await sourceSteps(registration, office, caseNo)),
    ...(await ruleSteps(registration, office, caseNo)),
    ...(await conclusions(registration, caseNo)),
  ].sort((left, right) => left.at.localeCompare(right.at));
  await registration.platform.audit.recordRead(database, actor, {
    resource: 'review',
    subject: caseNo,
    office,
    conditions: {},
    count: steps.length,
  });
  return { items: steps };
}

async function ruleSteps(registration: Registration, office: string, caseNo: string): Promise<ReviewStep[]> {
  const { platform, rulebook } = registration;
  const findings = await allFindings(platform.database, caseNo);
  return (await evaluationsOf(platform, [{ office, no: caseNo }])).map((evaluation) => ({
    at: evaluation.at.toISOString(),
    kind: 'rules',
    title: `${moments[evaluation.moment] ?? evaluation.moment}校验`,
    moment: evaluation.moment,
    outcome: evaluation.outcome,
    rules: evaluation.findings.map((mark) => {
      const finding = findings.find(
        (each) =>
          each.rule === mark.rule &&
          each.moment === evaluation.moment &&
          each.at.getTime() === evaluation.at.getTime(),
      );
      return {
        code: mark.rule,
        title: finding?.title ?? rulebook.find(mark.rule)?.title ?? mark.rule,
        version: mark.version,
        parameters: mark.parameters,
        outcome: mark.outcome,
        message: finding?.message ?? '',
        ...(finding ? { citation: finding.citation } : {}),
        input: finding?.facts ?? {},
      };
    }),
  }));
}

const sourceOutcomes = { match: '一致', mismatch: '不一致', unavailable: '未核验' } as const;

async function sourceSteps(
  registration: Registration,
  office: string,
  caseNo: string,
): Promise<ReviewStep[]> {
  const rows = await caseworkTables(registration.platform.database)
    .selectFrom('casework.fact')
    .select(['kind', 'subject', 'outcome', 'source', 'asked_at'])
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .execute();
  const titles = new Map(
    registration.casework.definitions
      .list()
      .flatMap((each) => each.facts.map((fact) => [fact.kind, fact.title] as const)),
  );
  return rows.map((row) => ({
    at: new Date(row.asked_at).toISOString(),
    kind: 'source',
    title: `${row.source}：${titles.get(row.kind) ?? row.kind}`,
    outcome: row.outcome,
    text: `${row.subject}，${sourceOutcomes[row.outcome]}`,
    rules: [],
  }));
}

async function conclusions(registration: Registration, caseNo: string): Promise<ReviewStep[]> {
  const lines = await historyOf(registration.platform.database, caseNo);
  return lines
    .filter((line) => line.action === 'screen')
    .map((line) => ({
      at: line.at.toISOString(),
      kind: 'conclusion',
      title: line.title,
      outcome: (line.data as unknown as ReviewConclusion | null)?.outcome ?? '',
      ...(line.comment ? { text: line.comment } : {}),
      rules: [],
    }));
}
