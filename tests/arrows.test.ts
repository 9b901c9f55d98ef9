import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;

/** Names of the rules a house of these files breaks. The real house is cruised by `npm run check:arrows`. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'hengchan-house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const result = await cruise(['.'], {
      ...options,
      baseDir: house,
      ruleSet: { forbidden: forbidden ?? [] },
      validate: true,
    });
    const { summary } = result.output as ICruiseResult;
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const value = 'export const value = 1;\n';
const take = (from: string) => `import { value } from '${from}';\nexport const taken = value;\n`;

describe('an arrow that points the wrong way is refused', () => {
  test.each([
    [
      'an engine that imports a service',
      'engines/register/fold.ts',
      'services/payment/index.ts',
      'engines-know-no-business',
    ],
    [
      'an engine that imports a definition',
      'engines/rules/evaluate.ts',
      'catalogue/index.ts',
      'engines-know-no-business',
    ],
    [
      'a service that imports a definition',
      'services/payment/pay.ts',
      'catalogue/index.ts',
      'services-know-no-catalogue',
    ],
    [
      'a service that imports the server',
      'services/payment/pay.ts',
      'apps/server/compose.ts',
      'services-know-no-catalogue',
    ],
    [
      'the platform that imports an engine',
      'core/platform/platform.ts',
      'engines/register/index.ts',
      'core-knows-no-room',
    ],
    [
      'the standards that import the platform',
      'core/standards/money.ts',
      'core/platform/index.ts',
      'standards-stand-alone',
    ],
    [
      'a definition that imports the server',
      'catalogue/transfer.ts',
      'apps/server/compose.ts',
      'catalogue-knows-no-app',
    ],
    ['the web that imports the server', 'apps/web/src/main.ts', 'apps/server/compose.ts', 'apps-stand-alone'],
    [
      'the web that imports an engine',
      'apps/web/src/main.ts',
      'engines/register/index.ts',
      'web-takes-little',
    ],
    [
      'a stand-in that imports a service',
      'apps/outside/main.ts',
      'services/payment/index.ts',
      'outside-shares-no-business',
    ],
    [
      'an engine inside another engine',
      'engines/casework/step.ts',
      'engines/register/fold.ts',
      'rooms-by-their-face',
    ],
    [
      'a service inside another service',
      'services/payment/pay.ts',
      'services/registration/store.ts',
      'rooms-by-their-face',
    ],
    [
      'a definition inside a service',
      'catalogue/transfer.ts',
      'services/registration/store.ts',
      'catalogue-by-faces',
    ],
    [
      'code that imports a test’s helper',
      'services/payment/pay.ts',
      'core/platform/testing/index.ts',
      'testing-in-tests',
    ],
  ])('%s', async (_, from, to, rule) => {
    const up = '../'.repeat(from.split('/').length - 1);
    expect(await broken({ [from]: take(up + to), [to]: value })).toContain(rule);
  });

  test('types are arrows too', async () => {
    const files = {
      'engines/register/fold.ts':
        "import type { Case } from '../../services/registration/index.ts';\nexport type Kept = Case;\n",
      'services/registration/index.ts': 'export interface Case { no: string }\n',
    };
    expect(await broken(files)).toContain('engines-know-no-business');
  });

  test('two files that need each other', async () => {
    const files = {
      'engines/register/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'engines/register/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    };
    expect(await broken(files)).toEqual(['no-cycles']);
  });
});

test('the house as designed breaks nothing', async () => {
  const files = {
    'core/standards/index.ts': value,
    'core/platform/index.ts': take('../standards/index.ts'),
    'engines/register/fold.ts': value,
    'engines/register/index.ts': take('./fold.ts'),
    'services/registration/index.ts': value,
    'services/registration/plugin.ts': take('../../engines/register/index.ts'),
    'services/payment/pay.ts': take('../registration/index.ts'),
    'catalogue/index.ts': take('../services/registration/index.ts'),
    'apps/server/main.ts': take('../../catalogue/index.ts'),
  };
  expect(await broken(files)).toEqual([]);
});
