import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, readParameters, type Security } from '../security.ts';
import { type ReportRow, tables } from '../tables.ts';
import { countUsers } from './count-users.ts';
import { fillReport } from './fill-report.ts';

/** Year of a moment in China. */
export const yearOf = (at: Date): number => new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear();

/**
 * Makes the task of this year's report where there is none. It is owed every year because the platform takes payments,
 * however many users it has; the number is written beside. By calendar year (Q-SEC-3). Row SEC-RPT-01.
 */
export async function ensureReport(security: Security): Promise<void> {
  const { platform } = security;
  const now = platform.clock.now();
  const year = yearOf(now);
  const { reportUsers, reportDue } = await readParameters(security);
  const users = await countUsers(security);
  const reason = `平台涉及缴费业务${users > reportUsers ? `，且注册用户 ${users} 人超过 ${reportUsers} 人` : ''}`;
  const made = await tables(platform.database)
    .insertInto('security.report')
    .values({
      office,
      year,
      reason,
      registered_users: users,
      due_on: `${year + 1}-${reportDue}`,
      created_at: now,
      content: null,
      prepared_at: null,
      prepared_by_name: null,
      submitted_at: null,
      submitted_by_name: null,
      submitted_to: null,
    })
    .onConflict((conflict) => conflict.columns(['office', 'year']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  await notify(security, platform.database, {
    kind: 'report-due',
    audience: 'security.manage',
    subject: String(year),
    text: `${year} 年度网络安全报告须于 ${year + 1}-${reportDue} 前提交：${reason}`,
  });
}

/** Fills the report from what the system knows now. May be done again until it is handed in. Row SEC-RPT-02. */
export async function prepareReport(security: Security, actor: Actor, year: number): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  const row = await findReport(security, year);
  if (row.submitted_at !== null) throw errors.REPORT_SUBMITTED();
  const content = await fillReport(security, year);
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .updateTable('security.report')
      .set({
        content: JSON.stringify(content),
        registered_users: await countUsers(security),
        prepared_at: platform.clock.now(),
        prepared_by_name: actor.name,
      })
      .where('office', '=', office)
      .where('year', '=', year)
      .execute();
    await platform.audit.write(trx, actor, { action: 'report.prepare', subject: String(year) });
  });
}

/** Writes down that the report was handed in, and to whom. Throws REPORT_NOT_PREPARED, REPORT_SUBMITTED. */
export async function submitReport(
  security: Security,
  actor: Actor,
  year: number,
  to: string,
): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  const row = await findReport(security, year);
  if (row.content === null) throw errors.REPORT_NOT_PREPARED();
  if (row.submitted_at !== null) throw errors.REPORT_SUBMITTED();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .updateTable('security.report')
      .set({ submitted_at: platform.clock.now(), submitted_by_name: actor.name, submitted_to: to })
      .where('office', '=', office)
      .where('year', '=', year)
      .where('submitted_at', 'is', null)
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'report.submit',
      subject: String(year),
      detail: { to },
    });
  });
}

/** The reports owed, newest first, and how many users there are now. */
export async function listReports(security: Security, actor: Actor) {
  security.platform.access.require(actor, 'security.read');
  const items = await tables(security.platform.database)
    .selectFrom('security.report')
    .selectAll()
    .where('office', '=', office)
    .orderBy('year', 'desc')
    .execute();
  return { registeredUsers: await countUsers(security), items };
}

/** One report. Throws REPORT_NOT_FOUND, REPORT_NOT_PREPARED. */
export async function readReport(security: Security, actor: Actor, year: number): Promise<ReportRow> {
  const { access, audit, database } = security.platform;
  access.require(actor, 'security.read');
  const row = await findReport(security, year);
  if (row.content === null) throw errors.REPORT_NOT_PREPARED();
  await audit.write(database, actor, { action: 'report.read', subject: String(year) });
  return row;
}

async function findReport({ platform }: Security, year: number): Promise<ReportRow> {
  const row = await tables(platform.database)
    .selectFrom('security.report')
    .selectAll()
    .where('office', '=', office)
    .where('year', '=', year)
    .executeTakeFirst();
  if (row === undefined) throw errors.REPORT_NOT_FOUND();
  return row;
}
