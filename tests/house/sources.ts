import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Root of the repository, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  path: string;
  text: string;
}

const folders = 'core,engines,services,catalogue,apps,bench,tests';

/** The code of the product and its tests, by path from the root; dependencies and build results left out. */
export function sources(extensions: string): Source[] {
  return files(`{${folders}}/**/*.{${extensions},}`);
}

/** Everything people read or run, the documents and the launcher included. */
export function allText(): Source[] {
  return [
    ...sources('ts,tsx,cjs,mjs,js,sql,css,html,json,typ,sh'),
    ...files('docs/**/*.{md,json}'),
    ...files('*.{md,json,cjs,ts}').filter(({ path }) => path !== 'package-lock.json'),
    ...files('{hengchan,.ci/run}'),
  ];
}

/** Folders of the rooms: everything with a public face that other rooms may enter. */
export function rooms(): string[] {
  const manifests = globSync('{core,engines,services}/*/package.json', { cwd: root });
  return [...manifests.map((path) => path.replace('/package.json', '')), 'catalogue'].sort();
}

/** Folders of all npm workspaces. */
export function workspaces(): string[] {
  const manifests = globSync(
    ['{core,engines,services,apps}/*/package.json', '{catalogue,bench,tests}/package.json'],
    {
      cwd: root,
    },
  );
  return manifests.map((path) => path.replace('/package.json', '')).sort();
}

export function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, unknown>;
}

/** Code without its comments, line by line, so that a comment may name what code must not do. */
export function withoutComments(text: string): string[] {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .split('\n');
}

function files(pattern: string): Source[] {
  const skipped = (path: string) => /(^|\/)(node_modules|dist)(\/|$)/.test(path);
  return globSync(pattern, { cwd: root, withFileTypes: true, exclude: (entry) => skipped(entry.name) })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}
