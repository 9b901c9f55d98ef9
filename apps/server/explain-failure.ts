import { inspect } from 'node:util';
import { ConfigError, codeOf, WrongKeys } from '@hengchan/platform';
import { BackupFault } from '@hengchan/platform/backup';
import { RotationFault } from '@hengchan/platform/keys';

const sentences: Record<string, string> = {
  EADDRINUSE:
    '端口已被占用：请停止占用它的程序（也许产品已在运行：./hengchan status），或用 HENGCHAN_PORT 换一个端口 · the port is in use',
  EACCES:
    '没有权限：请让运行账号能写入 HENGCHAN_DATA 所指的目录；1024 以下的端口请换一个，由反向代理转发 · permission denied',
  EROFS:
    '数据目录只读：请把 HENGCHAN_DATA 指向可写的目录（systemd 下加入 ReadWritePaths）· the data folder is read-only',
  ENOTDIR: 'HENGCHAN_DATA 所指的不是目录：请改正 · the data folder is not a folder',
  ENOSPC: '磁盘已满：请腾出空间后重新启动，已登记的内容不受影响 · the disk is full',
  EDQUOT: '磁盘配额已满：请腾出空间后重新启动，已登记的内容不受影响 · the quota is used up',
  ECONNREFUSED:
    '数据库没有应答：请确认 PostgreSQL 已启动、DATABASE_URL 的地址和端口正确 · the database does not answer',
  ETIMEDOUT: '数据库没有应答：请检查 DATABASE_URL 的地址和防火墙 · the database does not answer',
  ENOTFOUND: '找不到数据库主机：请检查 DATABASE_URL 中的主机名 · the host of the database is not known',
  EAI_AGAIN:
    '找不到数据库主机：请检查 DATABASE_URL 中的主机名和域名解析 · the host of the database is not known',
  '28P01': '数据库口令不正确：请检查 DATABASE_URL 中的账号和口令 · wrong password for the database',
  '28000':
    '数据库不接受这个账号：请检查 DATABASE_URL 和数据库的 pg_hba.conf · the database refuses the account',
  '3D000': '没有这个数据库：请先建库（docs/operations/deploy.md）· the database does not exist',
  '42501':
    '数据库账号权限不足：它应是数据库的所有者，扩展须先由超级用户安装（docs/operations/deploy.md）· insufficient privilege',
  '53100': '数据库所在磁盘已满：请腾出空间 · the disk of the database is full',
  '53300':
    '数据库连接数已用尽：请调大 max_connections，或减小 HENGCHAN_DATABASE_CONNECTIONS、HENGCHAN_PROCESSES · too many connections',
  '57P03': '数据库正在启动或恢复：请稍后再试 · the database is starting up',
};

/** Faults whose message is written for the operator already. */
const spoken = [ConfigError, WrongKeys, BackupFault, RotationFault];

/** What went wrong in a sentence that says what to do, with the particulars after it; for what nobody foresaw, the whole trace. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const sentence = sentences[codeOf(error) ?? ''];
  if (sentence !== undefined) return `${sentence}\n  ${particulars(error)}`;
  if (spoken.some((kind) => error instanceof kind) || isForPeople(error)) return error.message;
  return inspect(error);
}

/** Our own messages for people are Chinese; those of libraries and of broken code are not. */
const isForPeople = ({ message }: Error) => /\p{Script=Han}/u.test(message);

/** The message at the bottom: `listen EADDRINUSE: address already in use 127.0.0.1:8080`. */
function particulars(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return particulars(error.errors[0]);
  return error.cause instanceof Error ? particulars(error.cause) : error.message;
}
