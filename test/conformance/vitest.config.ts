import { defineConfig } from 'vitest/config';

/** The stream's own tests, and the store's tests once more, against the DynamoDB of `run.ts`. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/store/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
