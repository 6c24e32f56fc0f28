import { describe, expect, it } from 'vitest';
import { fitOf } from '../../../shared/domain/fit/fit.ts';

const rules = {
  employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 },
  freeMail: 'bad' as const,
  excludedDomains: ['rival.nl'],
};
const verdict = (email: string, employees?: string) =>
  fitOf(email, employees === undefined ? {} : { employees }, rules).verdict;

describe('the fit', () => {
  it.each([
    ['ann@acme.nl', '20', 'good'],
    ['ann@acme.nl', '1000', 'good'],
    ['ann@acme.nl', '1.000', 'good'],
    ['ann@acme.nl', '50-100', 'good'],
    ['ann@acme.nl', undefined, 'unknown'],
    ['ann@acme.nl', 'many', 'unknown'],
    ['ann@acme.nl', '5', 'unknown'],
    ['ann@acme.nl', '1001', 'unknown'],
    ['ann@acme.nl', '4', 'bad'],
    ['ann@gmail.com', '50', 'bad'],
    ['ann@gmail.com', undefined, 'bad'],
    ['ann@rival.nl', '50', 'bad'],
  ])('of %s with %s employees is %s', (email, employees, expected) => {
    expect(verdict(email, employees)).toBe(expected);
  });

  it('says why, good and bad reasons alike', () => {
    expect(fitOf('ann@gmail.com', { employees: '50' }, rules).reasons).toEqual([
      { code: 'free-mail', value: 'gmail.com', says: 'bad' },
      { code: 'employees', value: '50', says: 'good' },
    ]);
  });
});
