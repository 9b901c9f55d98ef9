import { parseArgs } from 'node:util';
import { makeLogger } from '@hengchan/platform';
import { listen } from './house/open.ts';
import { type DepartmentCode, departmentCodes, type OutsideOptions, startOutside } from './index.ts';
import { makeScanner } from './scanner.ts';

const usage = `用法：node apps/outside/main.ts --data 目录 [选项]
  --data 目录        各部门自己的数据、密钥和演示数据文件
  --exchange 目录    peers.json 与 hengchan.json 所在目录（默认：数据目录下 exchange）
  --callback 地址    回调地址，如 http://127.0.0.1:8080（默认取自 hengchan.json）
  --only 部门,部门   只开这些部门：${departmentCodes.join(' ')}
  --port 端口        只开一个部门时它的端口；开多个时为控制端口，各部门依次加一；0 为任意空闲端口（默认）
  --host 地址        监听地址（默认 127.0.0.1）；控制端口总在 127.0.0.1
  --public 地址      浏览器打开收银台等页面所用的地址
  --scanner 端口     另开一个恶意代码查杀服务的替身（clamd 协议，只识得 EICAR 测试文件）
  --clock 方式       follow 跟随登记平台的时钟（默认，供演示），own 用本机时钟
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    exchange: { type: 'string' },
    callback: { type: 'string' },
    only: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string' },
    public: { type: 'string' },
    clock: { type: 'string' },
    scanner: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const only = values.only?.split(',').filter((code) => code !== '');
const unknown = only?.find((code) => !departmentCodes.includes(code as DepartmentCode));
const port = Number(values.port);
if (
  values.help ||
  !values.data ||
  unknown ||
  !Number.isInteger(port) ||
  !/^\d{0,5}$/.test(values.scanner ?? '') ||
  (values.clock && !['follow', 'own'].includes(values.clock))
) {
  process.stderr.write(unknown ? `没有这个部门：${unknown}\n${usage}` : usage);
  process.exit(values.help ? 0 : 2);
}

const options: OutsideOptions = { dataFolder: values.data, log: makeLogger('warn') };
if (values.exchange) options.exchangeFolder = values.exchange;
if (values.callback) options.callbackBase = values.callback;
if (values.host) options.host = values.host;
if (values.public) options.publicBase = values.public;
if (values.clock === 'own') options.clock = 'own';
if (only) options.departments = only as DepartmentCode[];
options.ports = only?.length === 1 && port !== 0 ? { [only[0] as DepartmentCode]: port } : port;

const outside = await startOutside(options);
const scanner = values.scanner ? makeScanner() : undefined;
if (scanner) await listen(scanner, '127.0.0.1', Number(values.scanner));
process.stdout.write(`ready ${JSON.stringify(outside.urls)}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    scanner?.close();
    outside.stop().then(() => process.exit(0));
  });
}
