import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Which tests take longest: those of the whole system, then those that let a process die at each call or use a browser. */
const SLOWEST = [/\/test\/(faults|journeys)\//, /\/test\/(usecases|infra\/demo)\//];

/** Starts the slowest tests first: no core should be idle at the end. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      [...SLOWEST, /./].findIndex((place) => place.test(moduleId));
    return sorted.toSorted((a, b) => rank(a) - rank(b));
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
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
