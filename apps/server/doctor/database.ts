import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, type DatabaseReport, inspectDatabase, type Migrations } from '@hengchan/platform';
import { explainFailure } from '../explain-failure.ts';
import { type Check, fine, wanting } from './check.ts';

const oldest = 150000;
const hourMilliseconds = 3_600_000;

/** The database: reachable, of the right version, with what it needs, of this version of the product, under these keys. */
export async function checkDatabase(
  config: Config,
  migrations: readonly Migrations[],
  now: () => Date,
): Promise<Check[]> {
  if (config.databaseUrl === undefined) return [checkEmbedded(config)];
  try {
    return describe(config, await inspectDatabase(config, migrations, now), now());
  } catch (error) {
    const [found = '', ...more] = explainFailure(error).split('\n');
    return [wanting('fail', '数据库', more.join(' ').trim() || '没有应答', found)];
  }
}

/** Opening it would keep the server out: only what its folder shows. */
function checkEmbedded({ dataFolder }: Config): Check {
  const what = '数据库';
  if (!existsSync(join(dataFolder, 'database'))) return fine(what, '嵌入式，首次启动时创建');
  const lock = join(dataFolder, 'database.lock');
  const used = existsSync(lock) ? `，进程 ${readFileSync(lock, 'utf8').trim()} 正在使用` : '';
  return fine(what, `嵌入式（只供试用）${used}`);
}

export function describe(config: Config, report: DatabaseReport, now: Date): Check[] {
  const major = Math.floor(report.version / 10_000);
  const { missingExtensions, pending, unknown, wrongKeys, clockAheadMs } = report;
  const wanted = config.processes * config.databaseConnections + 5;
  const skew = Math.round(Math.abs(clockAheadMs) / 1_000);
  return [
    report.version >= oldest
      ? fine('数据库', `PostgreSQL ${major}`)
      : wanting('fail', '数据库', `PostgreSQL ${major}`, '需要 PostgreSQL 15 或更新版本'),
    missingExtensions.length === 0
      ? fine('数据库扩展', '齐全')
      : wanting(
          'fail',
          '数据库扩展',
          `缺少 ${missingExtensions.join('、')}`,
          `请由超级用户执行：${missingExtensions.map((name) => `CREATE EXTENSION ${name};`).join(' ')}`,
        ),
    unknown.length > 0
      ? wanting(
          'fail',
          '数据库结构',
          `比程序新：${unknown.join('、')}`,
          '请启动与数据库相符的版本，或恢复升级前的备份',
        )
      : pending.length > 0
        ? wanting(
            'warn',
            '数据库结构',
            `待升级 ${pending.length} 项`,
            '下次启动时自动升级：请先 ./hengchan backup',
          )
        : fine('数据库结构', '与程序相符'),
    wrongKeys.length === 0
      ? fine('密钥', '与数据库相符')
      : wanting(
          'fail',
          '密钥',
          `不是写入数据时的密钥：${wrongKeys.join('、')}`,
          '请提供原来的密钥；更换密钥请用 ./hengchan rotate-keys',
        ),
    skew > 60
      ? wanting('fail', '时钟', `与数据库相差 ${skew} 秒`, '请让两台机器都与时间服务器同步（chrony）')
      : skew >= 2
        ? wanting('warn', '时钟', `与数据库相差 ${skew} 秒`, '请让两台机器都与时间服务器同步（chrony）')
        : fine('时钟', '与数据库一致'),
    wanted <= report.connections
      ? fine('数据库连接', `需要 ${wanted}，允许 ${report.connections}`)
      : wanting(
          'warn',
          '数据库连接',
          `需要 ${wanted}，允许 ${report.connections}`,
          '请调大 max_connections，或减小 HENGCHAN_PROCESSES、HENGCHAN_DATABASE_CONNECTIONS',
        ),
    checkBackup(report.lastBackup, now),
  ];
}

function checkBackup(last: Date | undefined, now: Date): Check {
  const advice = '请每天运行 ./hengchan backup，并每月试恢复一次（./hengchan drill）';
  if (last === undefined) return wanting('warn', '备份', '从未备份', advice);
  const hours = Math.floor((now.getTime() - last.getTime()) / hourMilliseconds);
  const found = `最近一次在 ${hours} 小时前`;
  return hours > 26 ? wanting('warn', '备份', found, advice) : fine('备份', found);
}
