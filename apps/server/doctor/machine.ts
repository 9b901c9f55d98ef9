import { X509Certificate } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { connect } from 'node:tls';
import type { Config, HttpClient } from '@hengchan/platform';
import { checkRelease } from '@hengchan/security';
import type { PortState } from '../port.ts';
import { productRoot } from '../require-release.ts';
import { type Check, fine, wanting } from './check.ts';

const wantedNode = 24;
const gigabyte = 1024 ** 3;
const patienceMilliseconds = 3_000;
const dayMilliseconds = 86_400_000;

export function checkNode(version = process.versions.node): Check {
  return Number(version.split('.')[0]) >= wantedNode
    ? fine('Node', version)
    : wanting(
        'fail',
        'Node',
        version,
        `需要 Node ${wantedNode}：请用 ./hengchan 运行，它使用随产品安装的版本`,
      );
}

/** The folder for files: that it can be written, and how much room there is. */
export function checkFolder({ dataFolder }: Config, room = statfsSync): Check[] {
  const what = '数据目录';
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    const found = `${dataFolder} 不可写（${(error as NodeJS.ErrnoException).code}）`;
    return [wanting('fail', what, found, '请让运行账号能写入，或用 HENGCHAN_DATA 换一个目录')];
  }
  const { bavail, blocks, bsize } = room(dataFolder);
  const [free, share] = [bavail * bsize, bavail / blocks];
  const found = `剩余 ${(free / gigabyte).toFixed(1)} GB（${Math.floor(share * 100)}%）`;
  const advice = '请扩大磁盘或移走旧备份：先满足数据库，再满足文件';
  if (free < gigabyte) return [fine(what, dataFolder), wanting('fail', '磁盘', found, advice)];
  return [fine(what, dataFolder), share < 0.2 ? wanting('warn', '磁盘', found, advice) : fine('磁盘', found)];
}

/** The port: free, or answered by the product itself. */
export function checkPort(port: number, state: PortState): Check {
  const what = '端口';
  if (state === 'free') return fine(what, `${port} 空闲，产品未在运行`);
  if (state === 'ready') return fine(what, `${port} 产品正在运行，可以提供服务`);
  return state === 'unable'
    ? wanting('fail', what, `${port} 产品正在运行，但不能提供服务`, '数据库没有应答：见“数据库”一项')
    : wanting('fail', what, `${port} 被别的程序占用`, '请停止该程序，或用 HENGCHAN_PORT 换一个端口');
}

/** Departments: that something answers at their address. What they answer is the connection page's matter. */
export async function checkPeers(
  peers: readonly { code: string; url: string }[],
  http: HttpClient,
): Promise<Check[]> {
  return Promise.all(
    peers.map(async ({ code, url }) => {
      const what = `部门 ${code}`;
      try {
        await http.request({ url, method: 'GET', timeoutMs: patienceMilliseconds });
        return fine(what, url);
      } catch {
        return wanting(
          'warn',
          what,
          `${url} 没有应答`,
          '请检查网络、防火墙和 peers.json 中的地址；消息会留待恢复后送出',
        );
      }
    }),
  );
}

/** The release: that what lies here is what was released. */
export async function checkManifest({ releaseKeyFile: keyFile }: Config): Promise<Check> {
  const what = '发布清单';
  const { state, files, faults } = await checkRelease(productRoot, { keyFile, thorough: false });
  if (state === 'sound') return fine(what, `${files} 个源文件与清单一致，签名有效`);
  if (state === 'none') return fine(what, '没有：运行的是工作目录，不是发布件');
  if (state === 'unsigned') {
    const advice = '请用 HENGCHAN_RELEASE_KEY 给出发布公钥，启动时才核对签名';
    return wanting('warn', what, `${files} 个源文件与清单一致，签名未核对`, advice);
  }
  const found = `${faults.slice(0, 3).join('；')}${faults.length > 3 ? ` 等 ${faults.length} 处` : ''}`;
  return wanting('fail', what, found, '请由发布件重新安装；./hengchan manifest check 列出全部差别');
}

/** A certificate kept in a file, and the one citizens meet at the public address. */
export async function checkCertificates(config: Config, now: Date): Promise<Check[]> {
  const checks: Check[] = [];
  const file = config.signing?.certificateFile;
  if (file !== undefined) {
    checks.push(
      existsSync(file)
        ? checkExpiry('电子签章证书', new X509Certificate(readFileSync(file)).validTo, now)
        : wanting('fail', '电子签章证书', `没有 ${file}`, '请改正签章证书的路径'),
    );
  }
  if (config.publicUrl?.startsWith('https:')) {
    const { hostname, port } = new URL(config.publicUrl);
    const validTo = await certificateAt(hostname, Number(port || 443));
    checks.push(
      validTo === undefined
        ? wanting(
            'warn',
            'HTTPS 证书',
            `${config.publicUrl} 没有应答`,
            '请检查反向代理；从本机访问不到公众地址时可不理会',
          )
        : checkExpiry('HTTPS 证书', validTo, now),
    );
  }
  return checks;
}

export function checkExpiry(what: string, validTo: string, now: Date): Check {
  const days = Math.floor((Date.parse(validTo) - now.getTime()) / dayMilliseconds);
  const advice = '请更换证书';
  if (days < 0) return wanting('fail', what, `已于 ${-days} 天前过期`, advice);
  return days < 30 ? wanting('warn', what, `${days} 天后过期`, advice) : fine(what, `${days} 天后过期`);
}

function certificateAt(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Expired or of an unknown issuer is what we came to see.
    const socket = connect({
      host,
      port,
      servername: host,
      rejectUnauthorized: false,
      timeout: patienceMilliseconds,
    });
    const end = (validTo?: string) => {
      socket.destroy();
      resolve(validTo);
    };
    socket.once('secureConnect', () => end(socket.getPeerCertificate().valid_to));
    socket.once('timeout', () => end()).once('error', () => end());
  });
}
