import { fileKinds, marks } from '@hengchan/platform';
import { notify } from '../notices/notices.ts';
import type { Security } from '../security.ts';

/** Raises an alert for whoever tried to open what is not for them: once for a person and a file, while the audit has every attempt. Row SEC-LEK-03. */
export function tellRefusedOpenings(security: Security): void {
  const { platform } = security;
  platform.files.tellRefusals(({ actor, file, subject }) =>
    notify(security, platform.database, {
      kind: 'file-refused',
      audience: 'security.manage',
      subject: `${actor.accountId}/${file.hash}`,
      text: `${actor.name}（${actor.login}）尝试打开知悉范围以外的文件，已拒绝：${fileKinds[file.kind].title}，密级${marks[file.mark].title}，${subject}`,
    }),
  );
}
