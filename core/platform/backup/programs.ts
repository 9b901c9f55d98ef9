import { spawn } from 'node:child_process';
import { BackupFault } from './fault.ts';

const searchPath = '/usr/local/bin:/usr/bin:/bin';

/** Runs a system program to its end. Throws with what it said when it fails, or when it is not installed. */
export async function runSystem(
  program: string,
  args: readonly string[],
  variables: Record<string, string> = {},
): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: searchPath, LC_ALL: 'C.UTF-8', ...variables },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => reject(new BackupFault(`未安装 ${program}`, { cause })));
    child.on('close', resolve);
  });
  if (code !== 0) throw new BackupFault(`${program} 失败：${said.trim()}`);
}

/** libpq's variables for a connection string: on a command line everybody on the machine could read the password. */
export function connectionVariables(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given = {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port || (searchParams.get('port') ?? ''),
    PGUSER: decodeURIComponent(username) || (searchParams.get('user') ?? ''),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
    PGOPTIONS: '-c client_min_messages=warning',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
