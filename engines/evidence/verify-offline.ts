/**
 * Checks an exported proof without the server that made it: `node verify-offline.ts bundle.json [fingerprint]`.
 *
 * One file, nothing but Node's own modules, so it can be read in one sitting and kept apart from the system it
 * checks. It prints a verdict in Chinese and exits with 0 when everything holds, 1 when anything does not.
 * With the fingerprint of the registry's key, as published elsewhere, the signer is checked too; without it the
 * verdict says that this remains to be done.
 *
 * Hashing is RFC 9162 section 2.1 with SM3 (GB/T 32905) or SHA-256; signatures are Ed25519, or SM2 (GB/T 32918.2)
 * with the standard user id; the checkpoint is a signed note (C2SP tlog-checkpoint).
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type HashName = 'SM3' | 'SHA-256';

export interface PublicKey {
  readonly name: string;
  readonly algorithm: 'sm2' | 'ed25519';
  /** Base64: 32 bytes for Ed25519, 65 bytes (04, x, y) for SM2. */
  readonly key: string;
}

export interface Bundle {
  readonly format: 'hengchan-evidence-bundle';
  readonly version: 1;
  readonly hash: HashName;
  readonly leaf: { readonly index: number; readonly text: string };
  readonly proof: { readonly size: number; readonly path: readonly string[] };
  readonly checkpoint: string;
  readonly keys: readonly PublicKey[];
  /** Notes by which one key was followed by another, each signed by both. */
  readonly handovers?: readonly string[];
  /** The text whose SM3 digest the leaf names, for example the entry of the register. */
  readonly record?: string;
}

export interface Verdict {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const digest = (hash: HashName, ...parts: readonly Uint8Array[]): Buffer => {
  const state = createHash(hash === 'SM3' ? 'sm3' : 'sha256');
  for (const part of parts) state.update(part);
  return state.digest();
};

/** RFC 9162, 2.1.1: the prefix keeps a leaf from passing as a node. */
export const hashLeaf = (hash: HashName, content: Uint8Array): Buffer =>
  digest(hash, Uint8Array.of(0), content);

export const hashNode = (hash: HashName, left: Uint8Array, right: Uint8Array): Buffer =>
  digest(hash, Uint8Array.of(1), left, right);

/** RFC 9162, 2.1.3.2: the root that follows from a leaf and its path, or undefined when the path does not fit. */
export function rootFromInclusion(
  hash: HashName,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Buffer | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return undefined;
  }
  let [place, last] = [BigInt(index), BigInt(size) - 1n];
  let root: Buffer = Buffer.from(leaf);
  for (const sibling of path) {
    if (last === 0n || sibling.length !== 32) return undefined;
    if (place % 2n === 1n || place === last) {
      root = hashNode(hash, sibling, root);
      while (place % 2n === 0n && place !== 0n) [place, last] = [place / 2n, last / 2n];
    } else {
      root = hashNode(hash, root, sibling);
    }
    [place, last] = [place / 2n, last / 2n];
  }
  return last === 0n ? root : undefined;
}

/** RFC 9162, 2.1.4.2: whether the log of `newSize` leaves is the log of `oldSize` leaves with leaves added. */
export function verifyConsistency(
  hash: HashName,
  oldSize: number,
  oldRoot: Uint8Array,
  newSize: number,
  newRoot: Uint8Array,
  path: readonly Uint8Array[],
): boolean {
  if (oldSize > newSize || oldSize < 1) return false;
  if (oldSize === newSize) return path.length === 0 && same(oldRoot, newRoot);
  const isPower = (BigInt(oldSize) & (BigInt(oldSize) - 1n)) === 0n;
  const [first, ...rest] = isPower ? [oldRoot, ...path] : path;
  if (!first || path.length === 0 || path.some((each) => each.length !== 32)) return false;
  let [place, last] = [BigInt(oldSize) - 1n, BigInt(newSize) - 1n];
  while (place % 2n === 1n) [place, last] = [place / 2n, last / 2n];
  let [old, now]: [Buffer, Buffer] = [Buffer.from(first), Buffer.from(first)];
  for (const sibling of rest) {
    if (last === 0n) return false;
    if (place % 2n === 1n || place === last) {
      [old, now] = [hashNode(hash, sibling, old), hashNode(hash, sibling, now)];
      while (place % 2n === 0n && place !== 0n) [place, last] = [place / 2n, last / 2n];
    } else {
      now = hashNode(hash, now, sibling);
    }
    [place, last] = [place / 2n, last / 2n];
  }
  return last === 0n && same(old, oldRoot) && same(now, newRoot);
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

/** The 4 bytes that begin a key's signatures (C2SP signed-note). SM2 has no number there, so it uses the open type 0xff. */
export function keyHash(key: PublicKey): Buffer {
  const type = key.algorithm === 'ed25519' ? Buffer.of(1) : Buffer.from('\xffhengchan-sm2', 'latin1');
  const whole = Buffer.concat([Buffer.from(`${key.name}\n`), type, Buffer.from(key.key, 'base64')]);
  return createHash('sha256').update(whole).digest().subarray(0, 4);
}

/** What a registry publishes so that its key can be recognised. */
export const fingerprintOf = (key: PublicKey): string =>
  createHash('sha256').update(Buffer.from(key.key, 'base64')).digest('hex');

/** A statement and who signed it (C2SP signed-note), or undefined when it has no such form. */
function readNote(note: string) {
  const end = note.indexOf('\n\n');
  if (end < 0) return undefined;
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .flatMap((line) => {
      const match = /^— (\S+) (\S+)$/.exec(line);
      const blob = Buffer.from(match?.[2] ?? '', 'base64');
      return match?.[1]
        ? [{ name: match[1], keyHash: blob.subarray(0, 4), signature: blob.subarray(4) }]
        : [];
    });
  return { statement: note.slice(0, end + 1), signatures };
}

/** The statement of a checkpoint and who signed it, or undefined when it is not in the form of a signed note. */
export function readCheckpoint(note: string) {
  const read = readNote(note);
  const [origin, size, root] = read?.statement.split('\n') ?? [];
  if (!read || !origin || !size || !root || !/^(0|[1-9]\d{0,15})$/.test(size)) return undefined;
  return { ...read, origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** Whether the note carries a right signature by the key. */
export function isSignedBy(note: string, key: PublicKey): boolean {
  const read = readNote(note);
  const mine = read?.signatures.find((each) => each.name === key.name && same(each.keyHash, keyHash(key)));
  if (!read || !mine) return false;
  const message = Buffer.from(read.statement, 'utf8');
  const bytes = Buffer.from(key.key, 'base64');
  return key.algorithm === 'sm2'
    ? verifySm2(message, mine.signature, bytes)
    : verifyEd25519(message, mine.signature, bytes);
}

/** The keys of the bundle that have the fingerprint, and those that followed them by notes signed by the one before and by the new one. */
function trustedKeys({ keys, handovers = [] }: Bundle, fingerprint: string): readonly PublicKey[] {
  const trusted = keys.filter((key) => fingerprintOf(key) === fingerprint.toLowerCase());
  for (const before of trusted) {
    for (const note of handovers) {
      const [origin, line = ''] = note.split('\n');
      const after = keys.find((key) => line === `${key.name} ${key.algorithm} ${key.key}`);
      if (origin !== 'hengchan.evidence/key-handover' || !after || trusted.includes(after)) continue;
      if (isSignedBy(note, before) && isSignedBy(note, after)) trusted.push(after);
    }
  }
  return trusted;
}

function verifyEd25519(message: Buffer, signature: Buffer, key: Buffer): boolean {
  if (key.length !== 32) return false;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return verifySignature(
    null,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
}

/** The recommended curve of GB/T 32918.5. */
const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const generator: Point = [
  0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
];
type Point = readonly [bigint, bigint] | undefined;

const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

function inverse(value: bigint, by: bigint): bigint {
  let [left, right, x, y] = [modulo(value, by), by, 1n, 0n];
  while (right !== 0n) {
    const quotient = left / right;
    [left, right, x, y] = [right, left - quotient * right, y, x - quotient * y];
  }
  return modulo(x, by);
}

function addPoints(left: Point, right: Point): Point {
  if (!left) return right;
  if (!right) return left;
  const [[x1, y1], [x2, y2]] = [left, right];
  if (x1 === x2 && modulo(y1 + y2, p) === 0n) return undefined;
  const slope = x1 === x2 ? (3n * x1 * x1 + a) * inverse(2n * y1, p) : (y2 - y1) * inverse(x2 - x1, p);
  const x = modulo(slope * slope - x1 - x2, p);
  return [x, modulo(slope * (x1 - x) - y1, p)];
}

function multiplyPoint(point: Point, factor: bigint): Point {
  let [sum, power, rest]: [Point, Point, bigint] = [undefined, point, factor];
  for (; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) sum = addPoints(sum, power);
    power = addPoints(power, power);
  }
  return sum;
}

const bytes32 = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** GB/T 32918.2, 7: verifies a DER signature over SM3(Z ‖ message) with the user id 1234567812345678. */
export function verifySm2(message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  const numbers = readDer(signature);
  if (!numbers || key.length !== 65 || key[0] !== 4) return false;
  const [r, s] = numbers;
  const [x, y] = [numberOf(key.subarray(1, 33)), numberOf(key.subarray(33))];
  const onCurve = modulo(y * y - x * x * x - a * x - b, p) === 0n;
  if (!onCurve || r < 1n || r >= n || s < 1n || s >= n) return false;
  const id = Buffer.from('1234567812345678');
  const curve = [a, b, ...(generator ?? []), x, y].map(bytes32);
  const z = digest('SM3', Buffer.of(0, id.length * 8), id, ...curve);
  const e = numberOf(digest('SM3', z, message));
  const t = modulo(r + s, n);
  const point = addPoints(multiplyPoint(generator, s), multiplyPoint([x, y], t));
  return t !== 0n && point !== undefined && modulo(e + point[0], n) === r;
}

/** The two integers of a DER sequence, as signatures are written. */
function readDer(der: Uint8Array): readonly [bigint, bigint] | undefined {
  const length = der[3] ?? 0;
  const second = 4 + length;
  const secondLength = der[second + 1] ?? 0;
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der[2] !== 2 || der[second] !== 2) return undefined;
  if (second + 2 + secondLength !== der.length) return undefined;
  return [numberOf(der.subarray(4, second)), numberOf(der.subarray(second + 2))];
}

/** Checks everything a bundle claims. `fingerprint` is the one the registry published, when the reader has it. */
export function verifyBundle(bundle: Bundle, fingerprint?: string): Verdict {
  const lines: string[] = [];
  let ok = true;
  const check = (holds: boolean, yes: string, no: string) => {
    ok &&= holds;
    lines.push(holds ? `  [通过] ${yes}` : `  [不通过] ${no}`);
  };
  check(
    bundle.format === 'hengchan-evidence-bundle' && bundle.version === 1,
    '证明文件的格式与版本受支持',
    '证明文件的格式或版本不受支持，请换用相应版本的验证程序',
  );
  const checkpoint = readCheckpoint(bundle.checkpoint);
  const { office, data } = readLeaf(bundle.leaf.text);
  const leaf = hashLeaf(bundle.hash, Buffer.from(bundle.leaf.text, 'utf8'));
  const path = bundle.proof.path.map((each) => Buffer.from(each, 'base64'));
  const root = rootFromInclusion(bundle.hash, leaf, bundle.leaf.index, bundle.proof.size, path);
  check(checkpoint !== undefined, '检查点格式正确', '检查点格式不正确');
  check(
    checkpoint?.origin.split('/').at(-1) === office,
    `检查点属于登记机构 ${office} 的存证日志`,
    '检查点属于另一登记机构的存证日志',
  );
  check(
    checkpoint?.size === bundle.proof.size && root !== undefined && same(root, checkpoint.root),
    `该记录在存证日志中（第 ${bundle.leaf.index + 1} 条，共 ${bundle.proof.size} 条）`,
    '该记录不在检查点所述的存证日志中，内容或证明已被改动',
  );
  const trusted = fingerprint === undefined ? bundle.keys : trustedKeys(bundle, fingerprint);
  const signer = trusted.find((key) => isSignedBy(bundle.checkpoint, key));
  check(signer !== undefined, `检查点签名有效（${signer?.name}）`, '检查点没有所要求公钥的有效签名');
  if (signer && fingerprint !== undefined && fingerprintOf(signer) !== fingerprint.toLowerCase()) {
    lines.push(`  [提示] 签名公钥已更换，由所给公钥签名移交，现指纹：${fingerprintOf(signer)}`);
  }
  if (typeof bundle.record === 'string') {
    const actual = digest('SM3', Buffer.from(bundle.record, 'utf8')).toString('hex');
    check(digestNamedBy(data) === actual, '所附登簿记录与存证的摘要一致', '所附登簿记录与存证的摘要不一致');
    lines.push(`  [提示] 请将纸面或屏幕上的内容与所附登簿记录核对：${bundle.record}`);
  } else {
    lines.push('  [提示] 未附登簿记录：只说明存证在日志中，不能说明登簿的内容。');
  }
  if (signer && fingerprint === undefined) {
    lines.push(`  [提示] 请将公钥指纹与登记机构公布的核对：${fingerprintOf(signer)}`);
  }
  return { ok, lines: [ok ? '验证通过：该存证真实存在且未被改动。' : '验证不通过。', ...lines] };
}

interface Leaf {
  readonly office?: unknown;
  readonly data?: string | { readonly hash?: unknown } | null;
}

const readLeaf = (text: string): Leaf => (JSON.parse(text) as Leaf | null) ?? {};

/** The SM3 digest the leaf names: its data, or the member `hash` of it. */
function digestNamedBy(data: Leaf['data']): string | undefined {
  if (typeof data === 'string') return data;
  return typeof data?.hash === 'string' ? data.hash : undefined;
}

function main(file: string | undefined, fingerprint: string | undefined): void {
  if (file === undefined) {
    process.stdout.write('用法：node verify-offline.ts 证明文件.json [公钥指纹]\n');
    process.exitCode = 1;
    return;
  }
  try {
    const verdict = verifyBundle(JSON.parse(readFileSync(file, 'utf8')) as Bundle, fingerprint);
    process.stdout.write(`${verdict.lines.join('\n')}\n`);
    process.exitCode = verdict.ok ? 0 : 1;
  } catch (error) {
    process.stdout.write(
      `验证不通过：证明文件无法读取（${error instanceof Error ? error.message : error}）。\n`,
    );
    process.exitCode = 1;
  }
}

const invoked = process.argv[1];
if (invoked && realpathSync(invoked) === realpathSync(fileURLToPath(import.meta.url))) {
  main(process.argv[2], process.argv[3]);
}
