import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the first page of the portal loads, compressed: at most 250 kB. The pages' own measure says it of the last build. */
const file = fileURLToPath(new URL('../apps/web/measure-first-page.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
process.exitCode = status ?? 1;
