import { systemHttpClient } from '@hengchan/platform';

interface DemonstrationAccount {
  account: string;
  password: string;
  name: string;
  roles?: string[];
  office?: string;
}

/** The accounts of the demonstration, as lines for the terminal; empty when the server does not tell. */
export async function describeAccounts(address: string): Promise<string[]> {
  const url = new URL('/api/demo/accounts', address).href;
  const answer = await systemHttpClient().request({ url, method: 'GET', timeoutMs: 10_000 });
  if (answer.status !== 200) return [];
  const { items } = JSON.parse(Buffer.from(answer.body).toString('utf8')) as {
    items: DemonstrationAccount[];
  };
  const width = Math.max(...items.map(({ account }) => account.length));
  return items.map(({ account, password, name, roles = [], office }) => {
    const about = [name, roles.join('、'), office].filter(Boolean).join(' · ');
    return `  ${account.padEnd(width)}  ${password}  ${about}`;
  });
}
