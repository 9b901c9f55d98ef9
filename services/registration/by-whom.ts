import type { ProcessNode } from '@hengchan/casework';

const staffTitles: Record<string, string> = {
  acceptor: '受理岗',
  reviewer: '审核岗',
  approver: '核定岗',
  'enforcement-clerk': '协助执行岗',
};

/** Whose work a step is, in words; empty for what is nobody's work. */
export function byWhom(node: ProcessNode): string {
  if (node.kind === 'automatic') return '系统';
  if (node.kind === 'waiting') return node.waitingFor;
  if (node.kind !== 'human') return '';
  return 'staff' in node.assignee ? (staffTitles[node.assignee.staff] ?? '登记机构') : '申请人';
}
