import { catalogue } from '@hengchan/catalogue';
import type { CaseView } from '../../services/registration/schema.ts';
import { office } from '../support/office.ts';
import type { Play } from './play.ts';

export interface OpenCase {
  no: string;
  business: string;
  unit: string;
  phase: string;
  revision: number;
  opened_by: string;
  channel: string;
  tokens: { node: string; role: string; kind: string }[];
  parties: { role: string; id_index: string; confirmed: boolean }[];
}

/** Cases that have not ended, as they stand in the database; `ask` goes around the product. */
export async function openCases(play: Play, no?: string): Promise<OpenCase[]> {
  return play.ask<OpenCase & Record<string, unknown>>(
    `SELECT c.no, c.business, (SELECT min(u.unit_code) FROM casework.case_unit AS u WHERE u.office = c.office AND u.case_no = c.no) AS unit, c.phase, c.revision, a.login AS opened_by, c.channel,
       (SELECT coalesce(json_agg(json_build_object('node', t.node, 'role', t.role, 'kind', t.kind) ORDER BY t.id), '[]')
        FROM casework.token AS t WHERE t.office = c.office AND t.case_no = c.no AND t.state = 'open') AS tokens,
       (SELECT coalesce(json_agg(json_build_object('role', p.role, 'id_index', p.id_index, 'confirmed', p.confirmed_at IS NOT NULL)
          ORDER BY p.ordinal), '[]')
        FROM casework.party AS p WHERE p.office = c.office AND p.case_no = c.no) AS parties
     FROM casework.cases AS c LEFT JOIN platform.account AS a ON a.id::text = c.opened_by
     WHERE c.office = $1 AND c.closed_at IS NULL AND ($2::text IS NULL OR c.no = $2) ORDER BY c.no`,
    [office, no ?? null],
  );
}

/** Logins of those whose turn it is, in an order of the process. */
export function whoseTurn(play: Play, row: OpenCase): string[] {
  const definition = catalogue.find((each) => each.code === row.business);
  const confirming = new Set(
    definition?.parties.filter((role) => role.confirms).map((role) => role.role) ?? [],
  );
  const loginsOf = (parties: OpenCase['parties']) =>
    parties.flatMap((party) => play.known.get(party.id_index)?.login ?? []);
  // What rests is taken up again by those who may let it rest, whatever it waits for.
  if (row.phase === 'suspended')
    return ['reviewer', 'approver'].flatMap((role) => play.cast.staff[role] ?? []);
  return row.tokens.flatMap(({ kind, role }) => {
    if (kind !== 'human') return [];
    if (!role.startsWith('party:')) return play.cast.staff[role] ?? [];
    const party = role.slice('party:'.length);
    if (party === 'opener') return row.opened_by ? [row.opened_by] : [];
    if (party === 'each')
      return loginsOf(row.parties.filter((each) => confirming.has(each.role) && !each.confirmed));
    return loginsOf(row.parties.filter((each) => each.role === party));
  });
}

/** Everybody who has to do with the case. */
export function concerned(play: Play, row: OpenCase): string[] {
  const parties = row.parties.flatMap((party) => play.known.get(party.id_index)?.login ?? []);
  return [...new Set([...parties, ...(row.opened_by ? [row.opened_by] : [])])];
}

export async function view(play: Play, login: string, no: string): Promise<CaseView | undefined> {
  const answer = await play.request(login, 'GET', `/api/cases/${no}`);
  return answer.status === 200 ? (answer.body as CaseView) : undefined;
}
