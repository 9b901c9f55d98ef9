import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../hengchan', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-launcher-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As from a fresh shell: nothing of the test run's own environment but the path. */
function run(args: readonly string[], environment: Record<string, string> = {}) {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'));
  return spawnSync(launcher, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: path.join(':'), HENGCHAN_DATA: join(folder, 'data'), ...environment },
  });
}

describe('the launcher', () => {
  test('says what it can do, in both languages', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    for (const command of ['start', 'test', 'bench', 'seed', 'verify', 'backup', 'restore']) {
      expect(stdout).toMatch(new RegExp(`^ {2}\\./hengchan ${command} `, 'm'));
    }
    expect(stdout).toContain('恢复');
  });

  test('refuses a command it does not know, and a backup without a file', () => {
    expect(run(['strat'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['backup'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['test', '--fast'])).toMatchObject({ status: 2 });
  });

  test('names every fault of the settings at once and starts nothing', () => {
    const { status, stdout, stderr } = run(['start'], { HENGCHAN_PROT: '1', HENGCHAN_PORT: 'many' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('HENGCHAN_PROT');
    expect(stderr).toContain('HENGCHAN_PORT');
  });

  test('takes paths from where the user stands', () => {
    const { status, stderr } = run(['restore', 'missing.backup']);
    expect(status).toBe(1);
    expect(stderr).toContain(join(folder, 'missing.backup'));
  });
});
