import { type Actor, type Platform, platformErrors, type Transaction } from '@hengchan/platform';
import { startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import { errors } from './errors.ts';
import type { Parameters } from './rule.ts';
import { automaticDecision, keptSettings, tables } from './store.ts';
import type { ProposalRow } from './tables.ts';

export interface NewProposal {
  rule: string;
  /** `*` for all. */
  business: string;
  office: string;
  enabled: boolean;
  parameters: Parameters;
  /** First calendar day it is to hold; from approval when left out. */
  effectiveOn?: string;
  reason: string;
}

/** Who proposes a setting: rules and the list of businesses decided without a person are different duties. */
const proposerOf = (rule: string) => (rule === automaticDecision ? 'business.manage' : 'rule.manage');

/**
 * Proposes a setting; nothing changes until somebody else approves it. Throws PROPOSAL_WAITING while another of the same rule,
 * business and office is undecided. Whether rule, business and parameters exist is for the caller, who knows them. REG-AUD-21.
 */
export async function proposeSetting(
  platform: Platform,
  actor: Actor,
  wanted: NewProposal,
): Promise<{ id: string; revision: number }> {
  platform.access.require(actor, proposerOf(wanted.rule), { office: wanted.office });
  const now = platform.clock.now();
  const reason = wanted.reason.trim();
  if (reason === '')
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/reason', message: '请写明调整理由' }] });
  if (wanted.effectiveOn !== undefined && wanted.effectiveOn < toShanghaiDate(now))
    throw platformErrors.INVALID_REQUEST({
      errors: [{ path: '/effectiveOn', message: '生效日不能早于今天' }],
    });
  const { office, rule, business, enabled, parameters } = wanted;
  const id = platform.ids.uuid();
  const revision = await platform.database.transaction().execute(async (trx) => {
    const last = await lastOf(trx, wanted);
    if (last && last.outcome === null) throw errors.PROPOSAL_WAITING();
    const next = (last?.revision ?? 0) + 1;
    const inserted = await tables(trx)
      .insertInto('rules.proposal')
      .values({
        office,
        rule,
        business,
        revision: next,
        id,
        enabled,
        parameters: JSON.stringify(parameters),
        effective_on: wanted.effectiveOn ?? null,
        reason,
        proposed_by: actor.accountId,
        proposed_by_name: actor.name,
        proposed_at: now,
      })
      // Of two who propose at once, the second one finds the number taken.
      .onConflict((conflict) => conflict.columns(['office', 'rule', 'business', 'revision']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) throw errors.PROPOSAL_WAITING();
    await platform.audit.write(trx, actor, {
      action: 'rule.propose',
      subject: rule,
      ...ofOffice(office),
      detail: {
        office,
        business,
        enabled,
        parameters,
        effectiveOn: wanted.effectiveOn,
        reason,
        revision: next,
      },
    });
    return next;
  });
  return { id, revision };
}

/** Approves or refuses what somebody else proposed; approved, it holds from the day asked for, or now. Throws PROPOSAL_BY_SAME_PERSON, PROPOSAL_DECIDED. */
export async function decideProposal(
  platform: Platform,
  actor: Actor,
  id: string,
  decision: { approve: boolean; note: string },
): Promise<void> {
  platform.access.require(actor, 'rule.approve');
  await platform.database.transaction().execute(async (trx) => {
    const proposal = await find(trx, id);
    platform.access.require(actor, 'rule.approve', { office: proposal.office });
    if (proposal.proposed_by === actor.accountId) throw errors.PROPOSAL_BY_SAME_PERSON();
    const now = platform.clock.now();
    const asked = proposal.effective_on === null ? now : startOfShanghaiDay(proposal.effective_on);
    await record(platform, trx, actor, proposal, {
      outcome: decision.approve ? 'approved' : 'refused',
      note: decision.note.trim() || null,
      decided_at: now,
      effective_from: decision.approve ? new Date(Math.max(asked.getTime(), now.getTime())) : null,
    });
  });
}

/** Takes one's own undecided proposal back. Throws PROPOSAL_BY_ANOTHER, PROPOSAL_DECIDED. */
export async function withdrawProposal(platform: Platform, actor: Actor, id: string): Promise<void> {
  if (!platform.access.allows(actor, 'rule.manage')) platform.access.require(actor, 'business.manage');
  await platform.database.transaction().execute(async (trx) => {
    const proposal = await find(trx, id);
    if (proposal.proposed_by !== actor.accountId) throw errors.PROPOSAL_BY_ANOTHER();
    await record(platform, trx, actor, proposal, {
      outcome: 'withdrawn',
      note: null,
      decided_at: platform.clock.now(),
      effective_from: null,
    });
  });
}

async function lastOf(trx: Transaction, { office, rule, business }: NewProposal) {
  return tables(trx)
    .selectFrom('rules.proposal as p')
    .leftJoin('rules.decision as d', (join) =>
      join
        .onRef('p.office', '=', 'd.office')
        .onRef('p.rule', '=', 'd.rule')
        .onRef('p.business', '=', 'd.business')
        .onRef('p.revision', '=', 'd.revision'),
    )
    .select(['p.revision', 'd.outcome'])
    .where('p.office', '=', office)
    .where('p.rule', '=', rule)
    .where('p.business', '=', business)
    .orderBy('p.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Proposal = Pick<
  ProposalRow,
  'office' | 'rule' | 'business' | 'revision' | 'proposed_by' | 'effective_on'
>;

async function find(trx: Transaction, id: string): Promise<Proposal> {
  const row = await tables(trx)
    .selectFrom('rules.proposal')
    .select(['office', 'rule', 'business', 'revision', 'proposed_by', 'effective_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.PROPOSAL_NOT_FOUND();
  return row;
}

async function record(
  platform: Platform,
  trx: Transaction,
  actor: Actor,
  { office, rule, business, revision, proposed_by }: Proposal,
  decision: {
    outcome: 'approved' | 'refused' | 'withdrawn';
    note: string | null;
    decided_at: Date;
    effective_from: Date | null;
  },
): Promise<void> {
  const inserted = await tables(trx)
    .insertInto('rules.decision')
    .values({
      office,
      rule,
      business,
      revision,
      proposed_by,
      decided_by: actor.accountId,
      decided_by_name: actor.name,
      ...decision,
    })
    .onConflict((conflict) => conflict.columns(['office', 'rule', 'business', 'revision']).doNothing())
    .returning('revision')
    .executeTakeFirst();
  if (!inserted) throw errors.PROPOSAL_DECIDED();
  if (decision.outcome === 'approved') await platform.kept.changed(trx, keptSettings);
  await platform.audit.write(trx, actor, {
    action: actions[decision.outcome],
    subject: rule,
    ...ofOffice(office),
    detail: {
      office,
      business,
      revision,
      note: decision.note,
      effectiveFrom: decision.effective_from?.toISOString(),
    },
  });
}

const actions = { approved: 'rule.approve', refused: 'rule.refuse', withdrawn: 'rule.withdraw' } as const;

/** Lines about all offices belong to the platform. */
const ofOffice = (office: string) => (office === '*' ? {} : { office });
