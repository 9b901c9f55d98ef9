import {
  type BusinessDefinition,
  type CaseRecord,
  isParty,
  nodeOf,
  openTokens,
  type ProcessNode,
  phaseTitles,
  type Token,
  unconfirmed,
} from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import type { CaseView } from '../schema.ts';

const staffTitles: Record<string, string> = {
  acceptor: '登记机构受理岗',
  reviewer: '登记机构审核岗',
  approver: '登记机构核定岗',
  'enforcement-clerk': '登记机构协助执行岗',
};

/** Whose turn it is at every open place, since when, and until when. */
export function waitingFor(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  /** Whether money still waits for the payer, and not for the bank that confirms it. */
  paying: boolean,
): CaseView['waitingFor'] {
  return openTokens(record).flatMap((token) => {
    const node = nodeOf(definition.process, token.node);
    if (!('title' in node)) return [];
    const base = {
      title: titleOf(node),
      since: token.entered_at.toISOString(),
      ...(record.case.due_on ? { dueOn: record.case.due_on } : {}),
      ...(token.due_at && 'until' in node && node.until
        ? { until: token.due_at.toISOString(), untilTitle: node.until.title }
        : {}),
      ...(actor.kind === 'staff' && node.kind === 'human' && 'staff' in node.assignee
        ? { task: token.id, ...(token.claimed_by_name ? { assignedTo: token.claimed_by_name } : {}) }
        : {}),
    };
    if (!paying && node.kind === 'human' && node.actions.some(({ work }) => work === 'authorise-payment'))
      return [{ who: '银行', ...base, title: '正在确认付款' }];
    return whoseTurn(actor, record, definition, node, token).map((who) => ({ who, ...base }));
  });
}

/** What is to be done: where each party confirms alone, what each of them is asked. */
function titleOf(node: Extract<ProcessNode, { title: string }>): string {
  if (node.kind !== 'human' || !('party' in node.assignee) || node.assignee.party !== 'each')
    return node.title;
  return node.actions.find(({ action }) => action === 'confirm')?.title ?? node.title;
}

function whoseTurn(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  node: ProcessNode,
  token: Token,
): string[] {
  if (record.case.suspended_at) return [`登记机构（${phaseTitles.suspended}）`];
  if (node.kind === 'automatic') return ['系统办理中'];
  if (node.kind === 'waiting') return [node.waitingFor];
  if (node.kind !== 'human') return [];
  if ('staff' in node.assignee) {
    const title = staffTitles[node.assignee.staff] ?? '登记机构';
    return [token.claimed_by_name ? `${title}（${token.claimed_by_name}）` : title];
  }
  const { party } = node.assignee;
  if (party === 'opener')
    return [record.case.opened_by === actor.accountId ? '您' : record.case.opened_by_name];
  const waiting = party === 'each' ? unconfirmed(record, definition) : mayAct(record, definition, party);
  return waiting.map((each) => {
    const role = definition.parties.find((one) => one.role === each.role)?.title ?? '';
    return isParty(actor, each) ? '您' : `${role}${each.name}`;
  });
}

/** Those of a role, and whoever does for them what they cannot do themselves. */
function mayAct(record: CaseRecord, definition: BusinessDefinition, role: string) {
  const representing = definition.parties.filter((each) => each.represents).map((each) => each.role);
  return record.parties.filter((each) => each.role === role || representing.includes(each.role));
}
