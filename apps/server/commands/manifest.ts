import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '@hengchan/platform';
import { checkRelease, signRelease } from '@hengchan/security';
import { productRoot } from '../require-release.ts';
import { runCommand, say } from './output.ts';
import { buildWeb } from './web-build.ts';

const usage = `./hengchan manifest make [--key PRIVATE.pem]   write release/manifest.json and its signature · 生成发布清单并签名
./hengchan manifest check [--key PUBLIC.pem]   compare the product with it, packages and pages too · 核对发布清单`;

/** `hengchan manifest`: what a release consists of, signed; and whether what lies here is that. Row SEC-BKD-02. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  if (positionals[0] === 'make') return make(values.key);
  if (positionals[0] === 'check') return check(values.key ?? loadConfig(process.env).releaseKeyFile);
  say(usage);
  return 2;
});

async function make(key: string | undefined): Promise<number> {
  const changed = changesSinceCommit();
  if (changed !== '') {
    say('有未提交的改动，发布清单须由已提交的源码生成 · the tree has changes that are not committed：');
    say(changed);
    return 1;
  }
  buildWeb(say);
  const { version, files, packages, pages } = await signRelease(productRoot, key);
  say(`${version}：源文件 ${files.length} 个，依赖 ${packages.length} 个，页面文件 ${pages.length} 个`);
  say(key === undefined ? '没有给出私钥，清单未签名' : '已签名：release/manifest.json.sig');
  return 0;
}

async function check(keyFile: string | undefined): Promise<number> {
  const { state, faults, files } = await checkRelease(productRoot, { keyFile, thorough: true });
  for (const fault of faults) say(fault);
  if (state === 'none') say('没有发布清单：运行的是工作目录，不是发布件');
  if (state === 'unsigned') say(`${files} 个源文件、依赖和页面与清单一致；没有给出公钥，签名未核对`);
  if (state === 'sound') say(`${files} 个源文件、依赖和页面与清单一致，签名有效`);
  return state === 'sound' || state === 'unsigned' ? 0 : 1;
}

/** Nothing where the product was unpacked and not cloned: then there is nothing to compare with. */
function changesSinceCommit(): string {
  if (!existsSync(join(productRoot, '.git'))) return '';
  return execFileSync('git', ['status', '--porcelain'], { cwd: productRoot, encoding: 'utf8' }).trimEnd();
}
