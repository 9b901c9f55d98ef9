import type { CaseRecord } from '@hengchan/casework';
import { type Actor, type Database, platformErrors, systemActor, type Transaction } from '@hengchan/platform';
import {
  activationsInForce,
  automaticDecision,
  decideProposal,
  listProposals,
  loadActivations,
  nearestSettings,
  proposeSetting,
} from '@hengchan/rules';
import { checkScope } from './check-setting.ts';
import type { Registration } from './registration.ts';

/**
 * The list of businesses that may be decided without a person: settings like those of the rules, proposed by one and approved by another,
 * each with its day. Empty until somebody says so (REG-BKG-01, Q-REG-3).
 */
export async function automaticBusinesses(database: Database, at: Date) {
  return loadActivations(database, at, automaticDecision);
}

/** Whether this case may be decided without a person, as of when it was read. */
export async function isAutomatic(
  { platform }: Registration,
  trx: Transaction,
  { case: { business, office }, versions }: CaseRecord,
): Promise<boolean> {
  const settings = await activationsInForce(platform, trx, platform.clock.now(), versions);
  return nearestSettings(settings, { business, office }).get(automaticDecision)?.enabled ?? false;
}

/** Businesses whose process has a step that can decide. */
export function ableToDecide({ casework }: Registration) {
  return casework.definitions
    .list()
    .filter((definition) =>
      definition.process.nodes.some((node) => node.kind === 'automatic' && node.handler === 'screen'),
    );
}

export interface AutomaticProposal {
  business: string;
  office: string;
  enabled: boolean;
  effectiveOn?: string;
  reason: string;
}

/** Proposes to put a business on the list of an office (`*` for all) or to take it off. Only one whose process has a step that can decide. */
export async function proposeAutomatic(
  registration: Registration,
  actor: Actor,
  wanted: AutomaticProposal,
): Promise<{ id: string; revision: number }> {
  registration.platform.access.require(actor, 'business.manage');
  const errors = checkScope(registration, wanted);
  if (errors.length === 0 && !ableToDecide(registration).some((each) => each.code === wanted.business))
    errors.push({ path: '/business', message: '该业务的流程不支持自动审核' });
  if (errors.length > 0) throw platformErrors.INVALID_REQUEST({ errors });
  return proposeSetting(registration.platform, actor, { ...wanted, rule: automaticDecision, parameters: {} });
}

/** The list of a demonstration, where nobody proposed anything yet: two of the demonstration's own hands, as the database asks of everybody. */
export async function seedAutomaticBusinesses(
  registration: Registration,
  businesses: readonly string[],
): Promise<void> {
  const { platform } = registration;
  if (platform.config.mode === 'production') throw new Error('no demonstration in production');
  const { items } = await listProposals(platform.database, { rule: automaticDecision, limit: 1 });
  if (items.length > 0) return;
  const hand = (accountId: string, name: string): Actor => ({ ...systemActor, accountId, name });
  for (const business of businesses) {
    const { id } = await proposeAutomatic(registration, hand('demonstration-proposer', '演示数据'), {
      business,
      office: '*',
      enabled: true,
      reason: '演示自动审核登簿',
    });
    const decision = { approve: true, note: '演示数据' };
    await decideProposal(platform, hand('demonstration-approver', '演示数据（批准）'), id, decision);
  }
}
