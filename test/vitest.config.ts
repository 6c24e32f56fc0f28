import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Starts the tests of the whole system first: they take longest, and no core should be idle at the end. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const { slow = [], fast = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      /\/test\/(faults|journeys)\//.test(moduleId) ? 'slow' : 'fast',
    );
    return [...slow, ...fast];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/conformance/**', 'test/recipes/**', 'node_modules/**'],
    // Files run in turn in a few processes and share what these start once: the twin, the browser, a table.
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    // Long enough for a busy machine: nothing passes by waiting.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
