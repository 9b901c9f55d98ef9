import { defineConfig } from 'vitest/config';

const everywhere = '{core,engines,services,catalogue,apps,tests}/**';

/** The few that also run on the embedded database (HENGCHAN_TEST_DATABASE=embedded): what is SQL more than logic. */
const embedded = [
  'core/platform/database/*.test.ts',
  `${everywhere}/store.test.ts`,
  `${everywhere}/*.embedded.test.ts`,
];

/**
 * Small and medium tests live beside the code; tests/ holds those that cross rooms.
 * `--mode long` adds tests/long: slow seeds and soaks.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: process.env.HENGCHAN_TEST_DATABASE === 'embedded' ? embedded : [`${everywhere}/*.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'long' ? [] : ['tests/long/**'])],
    testTimeout: mode === 'long' ? 3_600_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['./core/platform/testing/global-setup.ts'],
  },
}));
