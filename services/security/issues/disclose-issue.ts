import type { Actor } from '@hengchan/platform';
import { requireApproval } from '../approvals/require-approval.ts';
import type { Security } from '../security.ts';
import { kindTitles, readIssue, severityTitles } from './issues.ts';

/**
 * An issue as a text to hand to somebody outside, marked with who took it for whom.
 * Refused without the consent to disclose exactly this issue. Row SEC-VUL-02.
 */
export async function discloseIssue(
  security: Security,
  actor: Actor,
  id: string,
  approval: string | undefined,
): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'issue.read');
  const consent = await requireApproval(security, actor, {
    operation: 'issue-disclose',
    subject: id,
    approval,
  });
  const { issue } = await readIssue(security, actor, id);
  await platform.audit.write(platform.database, actor, {
    action: 'issue.disclose',
    subject: id,
    detail: { approval: consent.id, recipient: consent.recipient },
  });
  return [
    `漏洞信息提供件　提供人：${actor.name}（${actor.login}）　时间：${platform.clock.now().toISOString()}`,
    `同意编号：${consent.id}　接收方：${consent.recipient ?? '未写明'}　用途：${consent.purpose}`,
    '',
    `${kindTitles[issue.kind]}（${severityTitles[issue.severity]}）：${issue.title}`,
    issue.description,
    issue.measures === undefined ? '尚无整改措施' : `整改措施：${issue.measures}`,
    '',
  ].join('\n');
}
