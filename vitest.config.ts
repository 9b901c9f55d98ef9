import { defineConfig } from 'vitest/config';

/** Small and medium tests live beside the code; tests/ holds those that cross rooms. */
export default defineConfig({
  test: {
    include: ['{core,engines,services,catalogue,apps,tests}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/long/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['./core/platform/testing/global-setup.ts'],
  },
});
