import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fingerprintOf, type PublicKey } from '@hengchan/evidence';
import { createPlatform, loadConfig, type OpenPlatform, systemActor } from '@hengchan/platform';
import {
  announceKey,
  firstMaster,
  holdingFiles,
  keyTables,
  makeCurrent,
  masterId,
  newSealingSecret,
  RotationFault,
  refreshMilliseconds,
  reportUse,
  resealColumn,
  resealFiles,
  retireKey,
  rotateMaster,
  sealedColumns,
  storeOf,
} from '@hengchan/platform/keys';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import { evidenceKeysOf } from '../evidence-keys.ts';
import { migrations } from '../migrations.ts';
import { runCommand, say } from './output.ts';

/** Entries of the register are hashed with the sealed numbers in them: they are never sealed anew. */
const permanent = ['register'];
/** A request that sealed something under a key is over by then. */
const graceMinutes = 60;
const usage = `hengchan rotate-keys [status | sealing | resume | retire ID | evidence | master FILE]`;

/** `hengchan rotate-keys`: docs/operations/keys.md. The product may run meanwhile, on PostgreSQL. */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [action = 'status', argument, ...more] = positionals;
  const known = ['status', 'sealing', 'resume', 'retire', 'evidence', 'master'];
  const wantsArgument = action === 'retire' || action === 'master';
  if (!known.includes(action) || more.length > 0 || (argument !== undefined) !== wantsArgument) {
    throw new Error(usage);
  }
  const opened = await createPlatform(loadConfig(process.env), { migrations });
  try {
    if (action === 'sealing')
      await renew(opened, 'sealing', { secret: newSealingSecret(opened.platform.random) });
    if (action === 'sealing' || action === 'resume') return (await resealAll(opened)) ? 0 : 1;
    if (action === 'evidence') await renewEvidence(opened);
    if (action === 'retire') await retire(opened, argument as string);
    if (action === 'master') await renewMaster(opened, argument as string);
    await status(opened);
    return 0;
  } finally {
    await opened.close();
  }
});

async function record(
  { platform }: OpenPlatform,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await platform.audit.write(platform.database, systemActor, {
    action: `key.${action}`,
    subject: 'keys',
    detail,
  });
}

/** Announces a key, waits until every process has looked again, and puts it to use. */
async function renew(
  opened: OpenPlatform,
  purpose: 'sealing' | 'evidence',
  key: { secret: Record<string, string>; publicKey?: string },
): Promise<void> {
  const { platform, open } = opened;
  const master = platform.config.keys;
  const id = await open.asOwner((owner) =>
    announceKey({ owner, master, random: platform.random }, purpose, key),
  );
  say(`新密钥 ${id} 已公布，等待各进程获知 …`);
  await wait(open.kind === 'embedded' ? 0 : 5 * refreshMilliseconds);
  await open.asOwner((owner) => makeCurrent(owner, purpose));
  await platform.keys.refresh();
  await record(opened, 'rotate', { purpose, id });
  say(`新密钥 ${id} 已启用`);
}

/** Seals everything under the current key; rounds until nothing is left but what may never change. */
async function resealAll({ platform, open }: OpenPlatform): Promise<boolean> {
  const { cipher, keys, random, config, ids } = platform;
  const store = storeOf(config, ids);
  const current = keys.current();
  if (current === masterId)
    throw new RotationFault('还没有产品自有的密钥：请先运行 ./hengchan rotate-keys sealing');
  let damaged: readonly string[] = [];
  for (let round = 1; round <= 5; round++) {
    let sealed = 0;
    await open.asOwner(async (owner) => {
      for (const column of await sealedColumns(owner, permanent)) {
        const count = await resealColumn(owner, column, { current, open: cipher.open, seal: cipher.seal });
        if (count > 0) say(`  ${column.schema}.${column.table}.${column.column}：${count} 项`);
        sealed += count;
      }
    });
    const files = await resealStored(open, () => resealFiles(store, keys, random));
    if (files.sealed > 0) say(`  文件：${files.sealed} 个`);
    damaged = files.damaged;
    if (sealed + files.sealed === 0) break;
  }
  for (const name of damaged) say(`文件已损坏，无法重新加密：${name}`);
  const uses = await reportUse(platform.database, store, permanent, []);
  const left = [...uses]
    .filter(([id]) => id !== current)
    .reduce((sum, [, use]) => sum + use.values + use.files, 0);
  say(
    left === 0 ? '全部已用现密钥加密' : `尚有 ${left} 项使用旧密钥：请稍后运行 ./hengchan rotate-keys resume`,
  );
  return left === 0;
}

/** The embedded database has one connection and nobody beside us: there is nothing to hold. */
function resealStored<Result>(open: OpenPlatform['open'], work: () => Promise<Result>): Promise<Result> {
  return open.kind === 'embedded' ? work() : open.asOwner((owner) => holdingFiles(owner, work));
}

async function renewEvidence(opened: OpenPlatform): Promise<void> {
  const { platform } = opened;
  const pair = sm2KeyPair(platform.random.bytes(48));
  await renew(opened, 'evidence', { secret: { private: pair.privateKey }, publicKey: pair.publicKey });
  const [now, before] = evidenceKeysOf(platform.config, platform.keys).publicKeys() as [PublicKey, PublicKey];
  say(`存证签名公钥指纹由 ${fingerprintOf(before)} 更换为 ${fingerprintOf(now)}，请公布新指纹`);
  say('服务会在各机构的存证日志中写入由新旧密钥共同签名的移交记录');
}

async function retire(opened: OpenPlatform, id: string): Promise<void> {
  const { platform, open } = opened;
  if (id === firstMaster) throw new RotationFault('最初的主密钥不能销毁：未标明密钥的数据和审计链仍以它为准');
  const store = storeOf(platform.config, platform.ids);
  const use = (await reportUse(platform.database, store, permanent, [id])).get(id);
  if (use && use.values + use.files > 0) {
    throw new RotationFault(
      `密钥 ${id} 仍有 ${use.values} 项数据、${use.files} 个文件在用：请先运行 ./hengchan rotate-keys resume`,
    );
  }
  if (use && use.permanent > 0) {
    throw new RotationFault(`密钥 ${id} 不能销毁：登记簿有 ${use.permanent} 行以它加密，登簿记录不得改动`);
  }
  await open.asOwner((owner) => retireKey(owner, id, graceMinutes));
  await platform.keys.refresh();
  await record(opened, 'retire', { id });
  say(`密钥 ${id} 已销毁；早于此刻的备份仍含有它`);
}

/** The file holds `HENGCHAN_ENCRYPTION_KEY=…` and `HENGCHAN_INTEGRITY_KEY=…`, as the environment will. */
async function renewMaster(opened: OpenPlatform, file: string): Promise<void> {
  const { config, random } = opened.platform;
  if (config.mode !== 'production')
    throw new RotationFault('主密钥只在生产环境更换：演示环境的主密钥由产品自行生成');
  const next = readMaster(file);
  const { encryption, integrity } = config.keys;
  if (Buffer.from(encryption).equals(next.encryption) || Buffer.from(integrity).equals(next.integrity)) {
    throw new RotationFault(`${file} 中的密钥应不同于现用的密钥`);
  }
  await record(opened, 'rotate', { purpose: 'master' });
  await opened.open.asOwner((owner) =>
    rotateMaster({ owner, master: config.keys, random }, next, config.keys),
  );
  say('主密钥已更换：请立即把新密钥写入各服务器的环境文件并重新启动；在此之前不要重启旧进程');
}

function readMaster(file: string): { encryption: Buffer; integrity: Buffer } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new RotationFault(`读不到 ${file}：${(cause as Error).message}`, { cause });
  }
  const key = (name: string, digits: number) => {
    const found = new RegExp(`^${name}=([0-9a-fA-F]{${digits}})\\s*$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new RotationFault(`${file} 中没有 ${name}（${digits} 个十六进制字符）`);
    return Buffer.from(found, 'hex');
  };
  return { encryption: key('HENGCHAN_ENCRYPTION_KEY', 32), integrity: key('HENGCHAN_INTEGRITY_KEY', 64) };
}

async function status({ platform }: OpenPlatform): Promise<void> {
  const rows = await keyTables(platform.database)
    .selectFrom('platform.key')
    .select(['id', 'purpose', 'state', 'public_key', 'announced_at'])
    .orderBy('announced_at')
    .execute();
  const sealing = rows.filter(({ purpose }) => purpose === 'sealing').map(({ id }) => id);
  const store = storeOf(platform.config, platform.ids);
  const uses = await reportUse(platform.database, store, permanent, [masterId, ...sealing]);
  const purposes = { sealing: '加密', evidence: '存证签名', master: '曾用主密钥' };
  const states = { announced: '已公布', current: '现用', former: '停用', retired: '已销毁' };
  const master = uses.get(masterId);
  if (master)
    say(
      `环境变量中的密钥：加密 ${master.values} 项、文件 ${master.files} 个；登记簿以最初的密钥加密的部分不逐一清点`,
    );
  for (const { id, purpose, state, announced_at } of rows) {
    const use = uses.get(id);
    const used = use ? `：${use.values} 项、文件 ${use.files} 个、登记簿 ${use.permanent} 行` : '';
    say(`${id} ${purposes[purpose]} ${states[state]} ${announced_at.toISOString()}${used}`);
  }
}
