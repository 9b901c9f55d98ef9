import { notify } from '../notices/notices.ts';
import type { Security } from '../security.ts';

/** Has the platform say here when malicious code was found: the security administrator is told, once for a file. Row SEC-BKD-02. */
export function alertFindings(security: Security): void {
  const { uploads, database } = security.platform;
  uploads.tellFindings(({ hash, name, found, kept }) =>
    notify(security, database, {
      kind: kept ? 'malicious-kept' : 'malicious-upload',
      audience: 'security.manage',
      subject: hash,
      text: kept
        ? `补查时在已收下的文件“${name}”中发现恶意代码（${found}），文件已隔离，不再能打开`
        : `上传的文件“${name}”含有恶意代码（${found}），没有收下`,
    }),
  );
}
