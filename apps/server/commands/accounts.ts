import { type RoleCode, roles as roleCatalogue, systemHttpClient } from '@hengchan/platform';

interface DemonstrationAccount {
  account: string;
  password: string;
  name: string;
  kind: string;
  roles: { role: string; office: string }[];
  organisation?: { name: string; kind: string };
}

/** Roles worth trying first; the others are in the list behind the address. */
const shownRoles: readonly string[] = [
  'acceptor',
  'reviewer',
  'approver',
  'enforcement-clerk',
  'certificate-clerk',
  'supervisor',
  'business-manager',
  'system-admin',
  'security-admin',
  'audit-admin',
];
const mostCitizens = 4;

/** Some accounts of the demonstration, one of each kind, as lines for the terminal; empty when the server does not tell. */
export async function describeAccounts(address: string): Promise<string[]> {
  const url = new URL('/api/demo/accounts', address).href;
  const answer = await systemHttpClient().request({ url, method: 'GET', timeoutMs: 10_000 });
  if (answer.status !== 200) return [];
  const { items } = JSON.parse(Buffer.from(answer.body).toString('utf8')) as {
    items: DemonstrationAccount[];
  };
  const shown = oneOfEachKind(items);
  const width = Math.max(...shown.map(({ account }) => account.length));
  const lines = shown.map(
    (each) => `  ${each.account.padEnd(width)}  ${each.password}  ${each.name} · ${aboutOf(each)}`,
  );
  return [...lines, `  全部 ${items.length} 个演示账号 · all of them: ${url}`];
}

/** What an account can be used for: the first with each role or kind of body, and a few citizens. */
export function oneOfEachKind(items: readonly DemonstrationAccount[]): DemonstrationAccount[] {
  const seen = new Map<string, number>();
  return items.filter((each) => {
    const citizen = each.kind === 'person';
    const kind = citizen ? each.account.replace(/\d+$/, '') : aboutOf(each);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= (citizen ? mostCitizens : 1) && (each.kind !== 'staff' || aboutOf(each) !== '');
  });
}

function aboutOf({ account, kind, roles, organisation }: DemonstrationAccount): string {
  if (kind === 'staff')
    return roles
      .flatMap(({ role }) => (shownRoles.includes(role) ? roleCatalogue[role as RoleCode].title : []))
      .join('、');
  if (organisation)
    return { bank: '银行', court: '法院', developer: '开发企业' }[organisation.kind] ?? '企业';
  return account.startsWith('buyer') ? '市民（名下无房）' : '市民（名下有房）';
}
