import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sm3 } from '@hengchan/standards/crypto';

/** Where the manifest of a release lies, from the root of the product. */
export const manifestFile = 'release/manifest.json';
export const signatureFile = 'release/manifest.json.sig';

export interface ManifestFile {
  path: string;
  sha256: string;
  sm3: string;
}

/** An installed package: what the lockfile pins, and what its files on disk hash to. */
export interface ManifestPackage {
  path: string;
  version: string;
  integrity: string;
  files: string;
}

/** What a release consists of. It names no moment and no machine: the same tree gives the same bytes. Row SEC-BKD-02. */
export interface Manifest {
  format: 'hengchan-release-1';
  version: string;
  files: ManifestFile[];
  packages: ManifestPackage[];
  /** The built pages, which the files and packages above give again. */
  pages: ManifestFile[];
}

/** What is no source: made, installed or kept while running. As `.gitignore` has it, and the manifest itself. */
const skipped = /^(\.git|data|release|coverage)(\/|$)|(^|\/)(node_modules|dist|\.DS_Store)(\/|$)|\.log$/;
const packagesFolder = 'node_modules';
const pagesFolder = 'apps/web/dist';

/** Makes the manifest of the product under `root` as it lies there. */
export async function makeManifest(root: string): Promise<Manifest> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    format: 'hengchan-release-1',
    version,
    files: await hashSources(root),
    packages: await hashPackages(root),
    pages: await hashPages(root),
  };
}

/** One entry a line, so that two manifests can be compared by eye. */
export function writeManifest(manifest: Manifest): string {
  const { format, version, ...lists } = manifest;
  const parts = Object.entries(lists).map(
    ([name, entries]) =>
      `"${name}": [\n${entries.map((entry: object) => JSON.stringify(entry)).join(',\n')}\n]`,
  );
  return `{\n"format": "${format}",\n"version": "${version}",\n${parts.join(',\n')}\n}\n`;
}

export const hashSources = async (root: string): Promise<ManifestFile[]> =>
  hashFiles(root, await listFiles(root, '', (path) => skipped.test(path)));

export async function hashPages(root: string): Promise<ManifestFile[]> {
  const names = await listFiles(join(root, pagesFolder), '', () => false);
  return hashFiles(
    root,
    names.map((name) => `${pagesFolder}/${name}`),
  );
}

/** Every package npm installed, each with its own files and without those of the packages inside it. */
export async function hashPackages(root: string): Promise<ManifestPackage[]> {
  const locked = await readLock(join(root, packagesFolder, '.package-lock.json'));
  const found: ManifestPackage[] = [];
  for (const [path, { version, integrity = '', link }] of Object.entries(locked)) {
    if (link || version === undefined || !path.startsWith(`${packagesFolder}/`)) continue;
    const folder = join(root, path);
    const names = await listFiles(folder, '', (name) => /(^|\/)node_modules(\/|$)/.test(name));
    const whole = createHash('sha256');
    for (const name of names) {
      const content = await readFile(join(folder, name));
      whole.update(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    }
    found.push({ path, version, integrity, files: whole.digest('hex') });
  }
  return found.sort((left, right) => compare(left.path, right.path));
}

interface Locked {
  version?: string;
  integrity?: string;
  link?: boolean;
}

/** The packages of a lockfile, by path; none where there is no such file. */
export async function readLock(file: string): Promise<Record<string, Locked>> {
  const text = await readFile(file, 'utf8').catch(() => '{"packages":{}}');
  return (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
}

async function hashFiles(root: string, paths: readonly string[]): Promise<ManifestFile[]> {
  const hashed: ManifestFile[] = [];
  for (const path of paths) {
    const content = await readFile(join(root, path));
    const sha256 = createHash('sha256').update(content).digest('hex');
    hashed.push({ path, sha256, sm3: sm3(content) });
  }
  return hashed;
}

/** Files under a folder in the order of their bytes, which is the same everywhere; none where there is no folder. */
async function listFiles(root: string, folder: string, leave: (path: string) => boolean): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leave(path)) continue;
    if (entry.isDirectory()) found.push(...(await listFiles(root, path, leave)));
    else if (entry.isFile()) found.push(path);
  }
  return folder === '' ? found.sort(compare) : found;
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
