import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const inputs = ['apps/web/**/*', 'core/standards/**/*.ts', 'engines/rules/**/*.ts', 'package-lock.json'];
const result = `${root}apps/web/dist/index.html`;

/** Builds the pages unless the last build is newer than everything it was made from. Throws with what the build said when it fails. */
export function buildWeb(say: (line: string) => void): void {
  if (!isStale()) return;
  say('Building the pages · 正在构建页面 …');
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: `${root}apps/web`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`vite build failed\n${stdout}${stderr}`);
}

function isStale(): boolean {
  const built = modified(result);
  if (built === undefined) return true;
  return globSync(inputs, { cwd: root, exclude: (path) => /(^|\/)(dist|node_modules)$/.test(path) }).some(
    (path) => (modified(root + path) ?? 0) > built,
  );
}

/** Folders do not count: writing the result touches the folder it stands in. */
function modified(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.mtimeMs : undefined;
}
