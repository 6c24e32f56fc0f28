import { defineConfig } from 'vitest/config';

/** The stream's own tests, and the store's tests once more, against the DynamoDB that `run.ts` starts. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/store/**/*.test.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
