import type { Actor } from '@hengchan/platform';
import {
  ask,
  evaluationsOf,
  type FindingMark,
  type KeptEvaluation,
  loadActivations,
  nearestSettings,
  type Outcome,
  type Parameters,
} from '@hengchan/rules';
import { seeCase } from './cases/see.ts';
import type { RegistrationFacts } from './facts.ts';
import type { Registration } from './registration.ts';

/** In what a rule asked again departs from what was found. */
type Kind = 'outcome' | 'parameters' | 'not-asked' | 'asked-besides' | 'version-gone' | 'unanswerable';

export interface Difference {
  rule: string;
  title: string;
  version: number;
  kind: Kind;
  kept: string;
  now: string;
}

export interface ReplayedEvaluation {
  id: string;
  moment: string;
  at: string;
  outcome: Outcome;
  rules: number;
  /** Without the facts of the day nothing can be asked again. */
  factsKept: boolean;
  differences: Difference[];
}

export interface Replay {
  caseNo: string;
  decided: boolean;
  same: boolean;
  evaluations: ReplayedEvaluation[];
}

/**
 * Asks the rules of a case again: the versions of its day, with the parameters and switches of its day, on the facts kept then, and says
 * wherever that gives anything else than what was found. A difference means that a rule was changed without a new version, that kept data
 * were altered, or that what decided then can no longer be asked.
 */
export async function replayCase(registration: Registration, actor: Actor, caseNo: string): Promise<Replay> {
  const record = await seeCase(registration, actor, caseNo);
  const { platform } = registration;
  const { office, closed_at } = record.case;
  platform.access.require(actor, 'rule.replay', { office });
  const kept = await evaluationsOf<RegistrationFacts>(platform, [{ office, no: caseNo }]);
  const evaluations: ReplayedEvaluation[] = [];
  for (const evaluation of kept) evaluations.push(await replay(registration, evaluation));
  const same = evaluations.every((each) => each.factsKept && each.differences.length === 0);
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'replay',
    subject: caseNo,
    office,
    conditions: { same },
    count: evaluations.length,
  });
  return { caseNo, decided: closed_at !== null, same, evaluations };
}

async function replay(
  registration: Registration,
  kept: KeptEvaluation<RegistrationFacts>,
): Promise<ReplayedEvaluation> {
  const facts = kept.facts();
  const expected = await expectedOf(registration, kept);
  const differences = [
    ...kept.findings.flatMap((mark) => compareMark(registration, mark, expected.get(mark.rule), facts)),
    ...[...expected.keys()]
      .filter((rule) => !kept.findings.some((mark) => mark.rule === rule))
      .map((rule) => ({
        rule,
        title: registration.rulebook.find(rule)?.title ?? rule,
        version: registration.rulebook.find(rule)?.version ?? 0,
        kind: 'asked-besides' as const,
        kept: '当时没有校验',
        now: '按当时的设置应当校验',
      })),
  ];
  return {
    id: kept.id,
    moment: kept.moment,
    at: kept.at.toISOString(),
    outcome: kept.outcome,
    rules: kept.findings.length,
    factsKept: facts !== undefined,
    differences,
  };
}

/** What the definition and the settings of the day ask for: rules by code, with what was set for each. */
async function expectedOf(
  { casework, platform }: Registration,
  { business, businessVersion, office, moment, at }: KeptEvaluation<RegistrationFacts>,
): Promise<ReadonlyMap<string, Parameters>> {
  const definition = casework.definitions.version(business, businessVersion);
  const settings = nearestSettings(await loadActivations(platform.database, at), { business, office });
  const uses = definition.rules.filter(
    (use) => (use.moments as readonly string[]).includes(moment) && settings.get(use.rule)?.enabled !== false,
  );
  return new Map(uses.map((use) => [use.rule, { ...use.parameters, ...settings.get(use.rule)?.parameters }]));
}

function compareMark(
  { rulebook }: Registration,
  mark: FindingMark,
  expected: Parameters | undefined,
  facts: RegistrationFacts | undefined,
): Difference[] {
  const rule = rulebook.find(mark.rule, mark.version);
  const told = (kind: Kind, kept: string, now: string): Difference => ({
    rule: mark.rule,
    title: rule?.title ?? rulebook.find(mark.rule)?.title ?? mark.rule,
    version: mark.version,
    kind,
    kept,
    now,
  });
  if (!rule) return [told('version-gone', mark.outcome, `第 ${mark.version} 版已不能重放`)];
  const differences: Difference[] = [];
  if (!expected) differences.push(told('not-asked', mark.outcome, '按当时的设置不应校验'));
  else {
    const due = { ...rule.parameters, ...expected };
    if (!sameParameters(due, mark.parameters))
      differences.push(told('parameters', JSON.stringify(mark.parameters), JSON.stringify(due)));
  }
  if (!facts) return differences;
  const now = outcomeOf(() => ask({ rule, parameters: mark.parameters }, facts).outcome);
  if (now === undefined) differences.push(told('unanswerable', mark.outcome, '当时的事实不足以重放'));
  else if (now !== mark.outcome) differences.push(told('outcome', mark.outcome, now));
  return differences;
}

/** Facts of an earlier day may lack what a rule of today looks at: that is an answer, not a failure. */
export function outcomeOf<Answer>(answer: () => Answer): Answer | undefined {
  try {
    return answer();
  } catch {
    // A rule is a pure function: whatever it throws, it is about the facts it was given.
    return undefined;
  }
}

function sameParameters(left: Parameters, right: Parameters): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => left[name] === right[name]);
}
