import { defineConfig } from 'vitest/config';

/** What runs in the test's own process and leaves nothing behind in it: such files share what they load. */
const inProcess = ['domain', 'store', 'usecases', 'contract', 'playbook'].map(
  (folder) => `test/${folder}/**`,
);
const apart = ['test/conformance/**', 'test/bench/**', 'node_modules/**'];
const files = '*.test.{ts,tsx}';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: inProcess.map((folder) => `${folder}/${files}`), isolate: false },
      },
      {
        extends: true,
        test: { name: 'system', include: [`test/**/${files}`], exclude: [...apart, ...inProcess] },
      },
    ],
    reporters: ['default', './test/summary-reporter.ts'],
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
