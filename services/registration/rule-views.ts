import type { Actor, Database } from '@hengchan/platform';
import {
  type Activation,
  automaticDecision,
  type listProposals,
  loadActivations,
  type Parameters,
  type Study,
  type StudyCaseRow,
} from '@hengchan/rules';
import { ableToDecide, automaticBusinesses } from './automatic-businesses.ts';
import type { Registration } from './registration.ts';
import type { AutomaticListView, ProposalView, RuleView, StudyCaseView, StudyView } from './rule-schema.ts';
import { parameterWords } from './rules/parameter-words.ts';

/** Rules, proposals and studies as people read them: codes with their names. */

export function businessName({ casework }: Registration, code: string): string {
  if (code === '*') return '全部业务';
  return casework.definitions.list().find((each) => each.code === code)?.name ?? code;
}

const officeName = ({ offices }: Registration, code: string): string =>
  code === '*' ? '全部机构' : (offices.get(code)?.name ?? code);

const ruleTitle = ({ rulebook }: Registration, code: string): string =>
  code === automaticDecision ? '自动审核登簿名单' : (rulebook.find(code)?.title ?? code);

const settingOf = ({ office, business, enabled, parameters, effectiveFrom }: Activation) => ({
  office,
  business,
  enabled,
  parameters,
  effectiveFrom: effectiveFrom.toISOString(),
});

/** Every rule with its law, who asks it, and what is set for it now. */
export async function viewRules(registration: Registration): Promise<RuleView[]> {
  const { platform, rulebook, casework } = registration;
  const settings = await loadActivations(platform.database, platform.clock.now());
  const definitions = casework.definitions.list();
  return rulebook.list().map(({ code, version, title, weight, citation, text, message, parameters }) => ({
    code,
    version,
    versions: rulebook.versions(code).map((each) => each.version),
    title,
    outcome: weight,
    citation,
    text,
    message,
    parameters: parameters ?? {},
    parameterWords: wordsFor(parameters ?? {}),
    businesses: definitions.flatMap((each) => {
      const use = each.rules.find((one) => one.rule === code);
      return use
        ? [{ code: each.code, name: each.name, moments: [...use.moments], parameters: use.parameters ?? {} }]
        : [];
    }),
    settings: settings.filter((each) => each.rule === code).map(settingOf),
  }));
}

const wordsFor = (parameters: Parameters): RuleView['parameterWords'] =>
  Object.fromEntries(
    Object.keys(parameters).flatMap((name) => {
      const words = parameterWords[name];
      return words ? [[name, { ...words, ...(words.choices ? { choices: { ...words.choices } } : {}) }]] : [];
    }),
  );

/** Businesses that could be decided without a person, with what is set for each. */
export async function viewAutomaticBusinesses(
  registration: Registration,
  database: Database,
  at: Date,
): Promise<AutomaticListView> {
  const settings = await automaticBusinesses(database, at);
  return {
    items: ableToDecide(registration).map(({ code, name }) => ({
      code,
      name,
      settings: settings.filter((each) => each.business === code).map(settingOf),
    })),
  };
}

export function viewProposal(
  registration: Registration,
  actor: Actor,
  row: Awaited<ReturnType<typeof listProposals>>['items'][number],
): ProposalView {
  const isYours = row.proposed_by === actor.accountId;
  return {
    id: row.id,
    rule: row.rule,
    ruleTitle: ruleTitle(registration, row.rule),
    business: row.business,
    businessName: businessName(registration, row.business),
    office: row.office,
    officeName: officeName(registration, row.office),
    revision: row.revision,
    enabled: row.enabled,
    parameters: row.parameters,
    reason: row.reason,
    ...(row.effective_on === null ? {} : { effectiveOn: row.effective_on }),
    state: row.outcome ?? 'waiting',
    proposedBy: row.proposed_by_name,
    proposedAt: row.proposed_at.toISOString(),
    ...(row.decided_by_name === null ? {} : { decidedBy: row.decided_by_name }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at.toISOString() }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.effective_from === null ? {} : { effectiveFrom: row.effective_from.toISOString() }),
    isYours,
    mayDecide:
      !isYours &&
      row.outcome === null &&
      registration.platform.access.allows(actor, 'rule.approve', { office: row.office }),
  };
}

export function viewStudy(registration: Registration, study: Study): StudyView {
  return {
    id: study.id,
    rule: study.rule,
    ruleTitle: ruleTitle(registration, study.rule),
    business: study.business,
    businessName: businessName(registration, study.business),
    office: study.office,
    officeName: officeName(registration, study.office),
    enabled: study.enabled,
    parameters: study.parameters,
    from: study.from_at.toISOString(),
    to: study.to_at.toISOString(),
    state: study.state,
    total: study.total,
    done: study.done,
    changed: study.changed,
    untold: study.untold,
    askedBy: study.asked_by_name,
    askedAt: study.asked_at.toISOString(),
    ...(study.ended_at === null ? {} : { endedAt: study.ended_at.toISOString() }),
  };
}

export const viewStudyCase = (registration: Registration, row: StudyCaseRow): StudyCaseView => ({
  caseNo: row.case_no,
  business: row.business,
  businessName: businessName(registration, row.business),
  moment: row.moment,
  before: row.outcome_before,
  after: row.outcome_after,
  ...(row.rule_before === null ? {} : { ruleBefore: row.rule_before }),
  ...(row.rule_after === null ? {} : { ruleAfter: row.rule_after }),
  ...(row.message === null ? {} : { message: row.message }),
});
