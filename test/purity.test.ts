import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Import rules cannot check this: a clock and the environment need no import. */
describe('the domain', () => {
  it.each(globSync('shared/domain/**/*.ts'))('%s reads no clock, chance or environment', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/Date\.now|new Date\(\)|process\.env|Math\.random/);
  });
});

describe('what is deployed', () => {
  it.each(globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}']))(
    '%s does not know the twin',
    (file) => {
      expect(readFileSync(file, 'utf8')).not.toMatch(/\/_local\b|dynalite|localhost|127\.0\.0\.1/);
    },
  );
});
