import type { Actor } from '@hengchan/platform';
import { requireStaff } from '../require-staff.ts';
import type { Security } from '../security.ts';

export interface PageTaking {
  kind: 'print' | 'table';
  /** Address of the page of the desk. */
  page: string;
  title: string;
  /** Records on it, as far as the page counts them. */
  rows: number;
  approval?: string | undefined;
}

/**
 * Writes down that somebody prints a page of the desk or keeps its rows as a file, and answers the line that goes on it. A file of more rows
 * than anybody may take alone needs a consent, as everywhere. What the browser itself prints cannot be refused, only recorded. Row SEC-LEK-02.
 */
export async function takePage(
  { platform }: Security,
  actor: Actor,
  taking: PageTaking,
): Promise<{ watermark: string }> {
  requireStaff(actor);
  const { kind, page, title, rows, approval } = taking;
  if (kind === 'table') {
    const conditions = { page, title };
    return {
      watermark: await platform.exports.take(actor, { resource: 'page', title, rows, approval, conditions }),
    };
  }
  await platform.audit.write(platform.database, actor, {
    action: 'page.print',
    subject: page,
    detail: { title, count: rows },
  });
  return { watermark: printMark(actor, platform.clock.now()) };
}

const printMark = ({ name, login }: Actor, at: Date) =>
  `${name}（${login}）${at.toISOString()} 打印，仅供本人履职使用`;
