import { defineConfig } from 'vitest/config';
import { LongestFirst } from './core/platform/testing/longest-first.ts';

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
    // One more than the cores of a small machine: journeys and browsers spend much of their time waiting for others.
    maxWorkers: 3,
    // Nothing replaces a module or a global, and each file has a database of its own: a worker reads the product once, not once a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['./core/platform/testing/global-setup.ts'],
  },
}));
