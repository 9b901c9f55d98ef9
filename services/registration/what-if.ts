import { officeOf } from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import {
  advanceStudy,
  ask,
  endStudy,
  evaluationsOf,
  type Finding,
  findStudy,
  type KeptEvaluation,
  loadActivations,
  nearestSettings,
  nextCases,
  openStudy,
  type Parameters,
  type Setting,
  type Study,
  type StudyCaseRow,
  worstOf,
} from '@hengchan/rules';
import { checkSetting } from './check-setting.ts';
import type { RegistrationFacts } from './facts.ts';
import type { Registration } from './registration.ts';
import { outcomeOf } from './replay.ts';

const queue = 'registration.study';
const batchSize = 100;
/** A year at most: longer questions are asked in parts. */
const longestMilliseconds = 366 * 86_400_000;

export interface WhatIf {
  rule: string;
  business?: string;
  office?: string;
  enabled: boolean;
  parameters?: Parameters;
  from: Date;
  to: Date;
}

/**
 * Asks how many cases of a time would have come out otherwise under another setting. The work is a job on the facts kept with each
 * evaluation; nothing of a case is changed. Returns the number of the study.
 */
export async function askWhatIf(
  registration: Registration,
  actor: Actor,
  { business = '*', office = '*', parameters = {}, ...asked }: WhatIf,
): Promise<string> {
  const { platform } = registration;
  platform.access.require(actor, 'rule.manage', { office });
  checkSetting(registration, { rule: asked.rule, business, office, parameters });
  const length = asked.to.getTime() - asked.from.getTime();
  if (length <= 0 || length > longestMilliseconds)
    throw platformErrors.INVALID_REQUEST({
      errors: [{ path: '/to', message: '截止时间应晚于起始时间，且不超过一年' }],
    });
  return platform.database.transaction().execute(async (trx) => {
    const id = await openStudy(platform, trx, actor, { ...asked, business, office, parameters });
    await platform.jobs.send(trx, queue, { id });
    await platform.audit.write(trx, actor, {
      action: 'rule.study',
      subject: asked.rule,
      ...(office === '*' ? {} : { office }),
      detail: { business, enabled: asked.enabled, parameters, from: asked.from, to: asked.to },
    });
    return id;
  });
}

/** Has the product work on studies in the background. */
export function workOnStudies(registration: Registration): void {
  registration.platform.jobs.handle(queue, ({ id }: { id: string }) => runStudy(registration, id), {
    concurrency: 1,
  });
}

/** Goes on where the study stopped; each batch of cases counts once, however often the job runs. */
async function runStudy(registration: Registration, id: string): Promise<void> {
  const { database, clock } = registration.platform;
  for (;;) {
    const study = await findStudy(database, id);
    if (study.state === 'done' || study.state === 'failed') return;
    if (!registration.rulebook.find(study.rule)) return endStudy(database, study, 'failed', clock.now());
    const cases = await nextCases(database, study, batchSize);
    const reached = cases.at(-1);
    if (reached === undefined) return endStudy(database, study, 'done', clock.now());
    const { changed, untold } = await tryCases(registration, study, cases);
    await database
      .transaction()
      .execute((trx) => advanceStudy(trx, study, { reached, cases: cases.length, untold, changed }));
  }
}

async function tryCases(registration: Registration, study: Study, cases: readonly string[]) {
  const { platform } = registration;
  const settings = await settingsUnder(registration, study);
  const kept = await evaluationsOf<RegistrationFacts>(
    platform,
    cases.map((no) => ({ office: officeOf(no), no })),
  );
  const changed: StudyCaseRow[] = [];
  const untold = new Set<string>();
  for (const evaluation of lastOfEach(kept, study)) {
    const answer = tryEvaluation(registration, study.rule, settings, evaluation);
    if (answer === 'untold') untold.add(evaluation.caseNo);
    else if (answer !== 'unconcerned') {
      const others = evaluation.findings.filter((mark) => mark.rule !== study.rule);
      const before = evaluation.findings.find((mark) => mark.rule === study.rule);
      const after = worstOf([...others.map((mark) => mark.outcome), ...(answer ? [answer.outcome] : [])]);
      if (after !== evaluation.outcome)
        changed.push({
          office: study.office,
          study: study.id,
          case_no: evaluation.caseNo,
          moment: evaluation.moment,
          business: evaluation.business,
          outcome_before: evaluation.outcome,
          outcome_after: after,
          rule_before: before?.outcome ?? null,
          rule_after: answer?.outcome ?? null,
          message: answer && answer.outcome !== 'pass' ? answer.message : null,
        });
    }
  }
  return { changed, untold: untold.size };
}

/** The settings now in force with the one the study asks about in its place. */
async function settingsUnder({ platform }: Registration, study: Study): Promise<Setting[]> {
  const { rule, business, office, enabled, parameters } = study;
  const inForce = await loadActivations(platform.database, platform.clock.now(), rule);
  const others = inForce.filter((each) => each.business !== business || each.office !== office);
  return [...others, { rule, business, office, enabled, parameters }];
}

/** What was found last of a case at each moment within the time asked about: that is what it went on with. */
function lastOfEach(kept: readonly KeptEvaluation<RegistrationFacts>[], study: Study) {
  const last = new Map<string, KeptEvaluation<RegistrationFacts>>();
  for (const each of kept) {
    if (each.at < study.from_at || each.at > study.to_at) continue;
    if (study.business !== '*' && each.business !== study.business) continue;
    last.set(`${each.caseNo}/${each.moment}`, each);
  }
  return last.values();
}

/** What the rule would say under the settings; undefined when it would not be asked. */
function tryEvaluation(
  { rulebook, casework }: Registration,
  code: string,
  settings: readonly Setting[],
  kept: KeptEvaluation<RegistrationFacts>,
): Finding | undefined | 'unconcerned' | 'untold' {
  const definition = casework.definitions.version(kept.business, kept.businessVersion);
  const use = definition.rules.find((each) => each.rule === code);
  if (!use || !(use.moments as readonly string[]).includes(kept.moment)) return 'unconcerned';
  const rule = rulebook.find(code);
  const set = nearestSettings(settings, kept).get(code);
  if (set && !set.enabled) return undefined;
  const facts = kept.facts();
  if (!rule || !facts) return 'untold';
  const parameters = { ...rule.parameters, ...use.parameters, ...set?.parameters };
  return outcomeOf(() => ask({ rule, parameters }, facts)) ?? 'untold';
}
