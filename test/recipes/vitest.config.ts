import { defineConfig } from 'vitest/config';

/** Follows the recipes of CONTRIBUTING.md in copies of the repository. */
export default defineConfig({
  test: {
    include: ['test/recipes/*.test.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
