import { defineConfig } from 'vitest/config';

/** Use cases that depend on how the table handles conditions and sets. */
const usecases = [
  ...['score-events', 'erase-lead', 'publish-playbook'],
  ...['record-report-metrics', 'roll-up', 'perform-job', 'crash', 'lost-answers'],
].map((name) => `test/usecases/*/${name}.test.ts`);

/** The stream's own tests, and the store's tests once more, against the DynamoDB that `run.ts` starts. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/store/**/*.test.ts', ...usecases],
    reporters: ['default', './test/summary-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
