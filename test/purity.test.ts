import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What no rule about imports can tell: a clock and the environment need none. */
describe('the domain', () => {
  it.each(globSync('shared/domain/**/*.ts'))('%s reads no clock, chance or environment', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/Date\.now|new Date\(\)|process\.env|Math\.random/);
  });
});

describe('what is deployed', () => {
  // It has to know this machine's addresses: it refuses them.
  const refusal = 'shared/gateways/webhooks/public-address.ts';
  const sources = globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}']);
  it.each(sources.filter((file) => file !== refusal))('%s does not know the twin', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\/_local\b|dynalite|localhost|127\.0\.0\.1/);
  });
});
