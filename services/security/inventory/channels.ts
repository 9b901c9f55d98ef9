import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Config } from '@hengchan/platform';

/** A way in or out of the running product. Row SEC-BKD-01. */
export interface Channel {
  kind: '监听' | '外联' | '维护';
  title: string;
  address: string;
  control: string;
}

/** All ways there are, by the configuration: no other exists. */
export function channelsOf(config: Config): Channel[] {
  const { host, port } = config;
  return [
    {
      kind: '监听',
      title: '业务接口与页面',
      address: `${host}:${port}`,
      control: '会话、权限、限流；测量接口只答本机',
    },
    {
      kind: '外联',
      title: '数据库',
      address: config.databaseUrl === undefined ? '本进程内嵌，无网络端口' : hostOf(config.databaseUrl),
      control: '应用角色 hengchan_app，只增表无改删权',
    },
    {
      kind: '外联',
      title: '文件存储',
      address: config.objectStore?.endpoint ?? '本机数据目录',
      control: '写入前加密，读出时核对摘要',
    },
    { kind: '外联', title: '有关部门', address: '部门清单文件所列地址', control: '国密签名与加密，逐次记录' },
    {
      kind: '维护',
      title: '服务器命令行',
      address: './hengchan（命令见 ./hengchan help）',
      control: '只能在服务器本机、以部署账号执行；平台不提供远程维护入口',
    },
  ];
}

export interface ListeningSocket {
  address: string;
  port: number;
}

/**
 * The sockets this very process listens on, as the operating system tells it; undefined where it does not.
 * What is here and not in the list of channels is a door nobody declared.
 */
export function listeningSockets(): ListeningSocket[] | undefined {
  try {
    const own = new Set(
      readdirSync('/proc/self/fd').flatMap((name) => {
        const target = linkOf(`/proc/self/fd/${name}`);
        return target?.match(/^socket:\[(\d+)\]$/)?.slice(1) ?? [];
      }),
    );
    return ['tcp', 'tcp6'].flatMap((family) => listeningIn(`/proc/self/net/${family}`, own));
  } catch {
    // Another operating system: the administrator compares with its own tools.
    return undefined;
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // Closed between listing and reading.
    return undefined;
  }
}

const listening = '0A';

function listeningIn(file: string, own: ReadonlySet<string>): ListeningSocket[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines.flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [, local, , state] = fields;
    const inode = fields[9];
    if (local === undefined || state !== listening || inode === undefined || !own.has(inode)) return [];
    const [address = '', port = '0'] = local.split(':');
    return [{ address: readAddress(address), port: Number.parseInt(port, 16) }];
  });
}

/** The kernel writes addresses as hexadecimal words in the byte order of the machine. */
function readAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => [...Buffer.from(word, 'hex').reverse()]);
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.every((byte) => byte === 0)) return '::';
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return mapped ? bytes.slice(12).join('.') : `[${Buffer.from(bytes).toString('hex')}]`;
}

function hostOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname || '本机'}:${port || '5432'}`;
}
