import type { Actor } from '@hengchan/platform';
import { decideApproval, type NewApproval, requestApproval } from '../approvals/approvals.ts';
import { openExport } from '../exports/open-export.ts';
import { somebody, type TestServer } from './server.ts';

/** A consent somebody else gave to the actor. */
export async function consent(
  { security, platform }: TestServer,
  actor: Actor,
  operation: NewApproval['operation'],
  subject = '*',
): Promise<string> {
  const id = await requestApproval(security, actor, {
    operation,
    subject,
    purpose: '测试',
    scope: '全部',
    recipient: '示范市不动产登记中心',
    validUntil: new Date(platform.clock.now().getTime() + 60 * 86_400_000),
  });
  await decideApproval(security, somebody('security-admin'), id, { granted: true, note: '同意' });
  return id;
}

/** A full export, finished. */
export async function finishedExport(server: TestServer, actor: Actor): Promise<string> {
  const approval = await consent(server, actor, 'data-transfer');
  const id = await openExport(server.security, actor, { disposition: 'data-transfer', approval });
  await server.platform.jobs.drain();
  return id;
}
