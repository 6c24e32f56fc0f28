import { describe, expect, it } from 'vitest';
import { people } from '../../../infra/demo/sample/people.ts';
import { paths } from '../../../infra/demo/website/site.tsx';

describe('a sample visitor', () => {
  it.each(people)('$id visits pages that exist, within the 90 days that points count', ({ visits }) => {
    for (const { daysAgo, pages } of visits) {
      expect(daysAgo).toBeLessThan(90);
      for (const page of pages) expect(paths).toContain(page);
    }
  });

  it('is invented: every address but one is at a domain that cannot exist', () => {
    const addresses = people.map(({ answers }) => String(answers.email));
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual(['daan.student@gmail.com']);
    expect(new Set(addresses).size).toBe(people.length);
  });
});
