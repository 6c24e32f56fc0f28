import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/conformance/**', 'test/recipes/**', 'node_modules/**'],
    // Files run in turn in a few processes and share what these start once: the twin, the browser, a table.
    isolate: false,
    pool: 'forks',
    maxWorkers: 3,
    // Long enough for a busy machine: nothing passes by waiting.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
