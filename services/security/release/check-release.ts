import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  hashPackages,
  hashPages,
  hashSources,
  type Manifest,
  manifestFile,
  readLock,
  signatureFile,
} from './manifest.ts';

/** How the product on disk stands to the manifest of its release. */
export interface ReleaseReport {
  /** `none`: no release but a working tree, nothing to compare with. */
  state: 'none' | 'sound' | 'unsigned' | 'broken';
  version?: string;
  files: number;
  /** The public key the signature was checked with: SPKI, base64. */
  key?: string;
  /** In words for people: what does not agree, at most the first hundred. */
  faults: string[];
}

/** What is looked at: the sources always; installed packages and built pages take seconds and are looked at when somebody asks. */
export interface CheckOptions {
  /** PEM file with the public key releases are signed under. */
  keyFile: string | undefined;
  thorough: boolean;
}

const mostFaults = 100;

/**
 * Compares every source file with the manifest, and checks the manifest's signature. `broken` as soon as one thing does not agree;
 * `unsigned` when all agrees and nobody said under which key releases are signed. Row SEC-BKD-02.
 */
export async function checkRelease(
  root: string,
  { keyFile, thorough }: CheckOptions,
): Promise<ReleaseReport> {
  const bytes = await readFile(join(root, manifestFile)).catch(() => undefined);
  if (bytes === undefined) {
    if (keyFile === undefined) return { state: 'none', files: 0, faults: [] };
    return { state: 'broken', files: 0, faults: [`没有发布清单 ${manifestFile}，而配置要求核对签名`] };
  }
  const manifest = readManifest(bytes);
  if (manifest === undefined) return { state: 'broken', files: 0, faults: ['发布清单不能识读'] };
  const faults = compareFiles(manifest.files, await hashSources(root));
  if (thorough) {
    faults.push(...(await comparePackages(root, manifest)));
    const pages = await hashPages(root);
    if (pages.length > 0 && manifest.pages.length > 0) faults.push(...compareFiles(manifest.pages, pages));
  }
  const signed = keyFile === undefined ? undefined : await checkSignature(root, bytes, keyFile);
  faults.push(...(signed?.faults ?? []));
  return {
    state: faults.length > 0 ? 'broken' : keyFile === undefined ? 'unsigned' : 'sound',
    version: manifest.version,
    files: manifest.files.length,
    ...(signed?.key === undefined ? {} : { key: signed.key }),
    faults: faults.slice(0, mostFaults),
  };
}

function readManifest(bytes: Buffer): Manifest | undefined {
  try {
    const read = JSON.parse(bytes.toString('utf8')) as Manifest;
    const lists = [read.files, read.packages, read.pages];
    return read.format === 'hengchan-release-1' && lists.every(Array.isArray) ? read : undefined;
  } catch {
    return undefined;
  }
}

function compareFiles(wanted: Manifest['files'], found: Manifest['files']): string[] {
  const here = new Map(found.map((file) => [file.path, file]));
  const faults = wanted.flatMap(({ path, sha256, sm3 }) => {
    const file = here.get(path);
    here.delete(path);
    if (file === undefined) return [`缺少文件：${path}`];
    return file.sha256 === sha256 && file.sm3 === sm3 ? [] : [`文件被改动：${path}`];
  });
  return [...faults, ...[...here.keys()].map((path) => `清单之外的文件：${path}`)];
}

/** Packages of another system are not installed here and not compared; one that nobody pinned is a fault. */
async function comparePackages(root: string, manifest: Manifest): Promise<string[]> {
  const locked = await readLock(join(root, 'package-lock.json'));
  const released = new Map(manifest.packages.map((each) => [each.path, each]));
  return (await hashPackages(root)).flatMap(({ path, integrity, files }) => {
    const pinned = locked[path];
    if (pinned === undefined) return [`锁定文件之外的依赖：${path}`];
    if (pinned.integrity !== undefined && pinned.integrity !== integrity)
      return [`依赖的摘要与锁定文件不符：${path}`];
    const known = released.get(path);
    return known !== undefined && known.files !== files ? [`依赖的文件被改动：${path}`] : [];
  });
}

async function checkSignature(
  root: string,
  manifest: Buffer,
  keyFile: string,
): Promise<{ key?: string; faults: string[] }> {
  const key = await readKey(keyFile);
  if (key === undefined) return { faults: [`发布公钥不能识读：${keyFile}`] };
  const signature = await readFile(join(root, signatureFile)).catch(() => undefined);
  if (signature === undefined) return { faults: ['发布清单没有签名'] };
  if (!verify(null, manifest, key, signature)) return { faults: ['发布清单的签名与发布公钥不符'] };
  return { key: key.export({ type: 'spki', format: 'der' }).toString('base64'), faults: [] };
}

async function readKey(file: string): Promise<KeyObject | undefined> {
  try {
    const key = createPublicKey(await readFile(file));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
