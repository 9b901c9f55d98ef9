import { caseworkTables, type Phase, phaseTitles } from '@hengchan/casework';
import { type Actor, csv, platformErrors } from '@hengchan/platform';
import { formatDateTime } from '@hengchan/standards';
import { sql } from 'kysely';
import { type CaseQuery, listCases } from '../cases/list.ts';
import { isTurnOf, partyIs } from '../cases/own-cases.ts';
import type { Summary } from '../institution-schema.ts';
import type { Registration } from '../registration.ts';
import type { CaseSummary } from '../schema.ts';

/** How many cases wait for the organisation, and where its open cases stand. */
export async function summariseCases({ platform, casework }: Registration, actor: Actor): Promise<Summary> {
  platform.access.require(actor, 'case.create');
  if (!actor.organisation) throw platformErrors.FORBIDDEN({ detail: '仅供机构经办人使用。' });
  const rows = await caseworkTables(platform.database)
    .selectFrom('casework.cases as c')
    .select(['c.phase', sql<number>`count(*)::int`.as('count')])
    .select(sql<number>`count(*) FILTER (WHERE ${isTurnOf(actor, casework.definitions)})::int`.as('turn'))
    .where('c.closed_at', 'is', null)
    .where(partyIs([actor.organisation.idIndex]))
    .groupBy('c.phase')
    .orderBy('c.phase')
    .execute();
  return {
    yourTurn: rows.reduce((sum, row) => sum + row.turn, 0),
    states: rows.map(({ phase, count }) => ({
      status: phase,
      title: phaseTitles[phase as Phase] ?? phase,
      count,
    })),
  };
}

const columns: readonly [string, (each: CaseSummary) => string][] = [
  ['受理编号', (each) => each.caseNo],
  ['登记机构', (each) => each.office],
  ['业务', (each) => each.business.name],
  ['状态', (each) => each.statusTitle],
  ['坐落', (each) => each.location],
  ['不动产单元', (each) => each.unitCode],
  ['当事人', (each) => each.parties.map(({ roleTitle, name }) => `${roleTitle}：${name}`).join('；')],
  ['发起时间', (each) => formatDateTime(new Date(each.openedAt))],
  ['承诺办结', (each) => each.promisedBy ?? ''],
  ['等待', (each) => each.waitingFor.join('、')],
];

/** Own cases as a table, under the limit and with the watermark of every table that leaves. */
export async function ownCasesTable(
  registration: Registration,
  actor: Actor,
  { approval, ...query }: Omit<CaseQuery, 'mine' | 'cursor' | 'limit'> & { approval?: string },
): Promise<string> {
  registration.platform.access.require(actor, 'case.read');
  const { exports } = registration.platform;
  const most = await exports.limit();
  const items: CaseSummary[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined && (items.length <= most || approval); ) {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(registration, actor, {
      ...query,
      mine: true,
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  const watermark = await exports.take(actor, {
    resource: 'case',
    title: '办件',
    rows: items.length,
    conditions: { ...query },
    approval,
  });
  return csv([
    [watermark],
    columns.map(([title]) => title),
    ...items.map((item) => columns.map(([, value]) => value(item))),
  ]);
}
