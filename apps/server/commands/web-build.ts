import { spawnSync } from 'node:child_process';
import { globSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const inputs = [
  'apps/web/**/*',
  '{core/standards,engines/rules}/**/*.ts',
  'services/*/*schema.ts',
  'package-lock.json',
];

/**
 * Builds the pages unless the last build is newer than everything it was made from. Built beside and put in place whole: whoever reads or
 * builds at the same time never meets half of it. Throws with what the build said when it fails.
 */
export function buildWeb(say: (line: string) => void): void {
  if (!isStale(root, inputs, 'apps/web/dist/index.html')) return;
  say('Building the pages · 正在构建页面 …');
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const made = `${root}node_modules/.hengchan-web-${process.pid}`;
  const options = ['--logLevel', 'warn', '--outDir', made, '--emptyOutDir'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', ...options], {
    cwd: `${root}apps/web`,
    encoding: 'utf8',
  });
  if (status !== 0) {
    rmSync(made, { recursive: true, force: true });
    throw new Error(`vite build failed\n${stdout}${stderr}`);
  }
  const place = `${root}apps/web/dist`;
  for (let attempt = 1; ; attempt++) {
    // Somebody else was quicker: theirs is being read from already, and is as good.
    if (!isStale(root, inputs, 'apps/web/dist/index.html')) {
      rmSync(made, { recursive: true, force: true });
      return;
    }
    try {
      rmSync(place, { recursive: true, force: true });
      renameSync(made, place);
      return;
    } catch (error) {
      // Somebody else put theirs there between the two.
      if (attempt === 5 || !['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code)))
        throw error;
    }
  }
}

/** Whether the result is missing, or older than a file it is made from. Results and dependencies among the inputs do not count. */
export function isStale(folder: string, patterns: readonly string[], result: string): boolean {
  const built = modified(`${folder}/${result}`);
  if (built === undefined) return true;
  const left = (path: string) => /(^|\/)(dist|node_modules)$/.test(path);
  const sources = globSync(patterns, { cwd: folder, exclude: left });
  return sources.some((path) => (modified(`${folder}/${path}`) ?? 0) > built);
}

/** Folders do not count: writing the result touches the folder it stands in. */
function modified(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.mtimeMs : undefined;
}
