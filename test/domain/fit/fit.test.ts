import { describe, expect, it } from 'vitest';
import { fitOf, withSalesVerdict } from '../../../shared/domain/fit/fit.ts';
import type { FitRules } from '../../../shared/domain/fit/fit-rules.ts';

const rules: FitRules = {
  employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 },
  freeMail: 'bad',
  excludedDomains: ['rival.nl'],
};
const fitFor = (values: Record<string, string>, more: Partial<FitRules>, email = 'ann@acme.nl') =>
  fitOf(email, values, { ...rules, ...more });
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
    ['ann@sales.rival.nl', '50', 'bad'],
    ['ann@notrival.nl', '50', 'good'],
  ])('of %s with %s employees is %s', (email, employees, expected) => {
    expect(verdict(email, employees)).toBe(expected);
  });

  it('says why, good and bad reasons alike', () => {
    expect(fitOf('ann@gmail.com', { employees: '50' }, rules).reasons).toEqual([
      { code: 'free-mail', value: 'gmail.com', says: 'bad' },
      { code: 'employees', value: '50', says: 'good' },
    ]);
  });

  it('says what to ask as long as an answer can decide', () => {
    expect(fitFor({}, {})).toMatchObject({ verdict: 'unknown', ask: ['employees'] });
    expect(fitFor({ employees: 'many' }, {}).ask).toEqual(['employees']);
    expect(fitFor({ employees: '10' }, {})).toMatchObject({ verdict: 'unknown', ask: [] });
    expect(fitFor({}, {}, 'ann@gmail.com')).toMatchObject({ verdict: 'bad', ask: [] });
  });

  it('is what sales said of it, whatever else is known', () => {
    const good = fitFor({ employees: '50' }, {});
    expect(withSalesVerdict(good, undefined)).toBe(good);
    expect(withSalesVerdict(good, 'bad')).toMatchObject({
      verdict: 'bad',
      reasons: [{ code: 'sales' }, {}, {}],
    });
  });
});

describe('a criterion that is not required', () => {
  const more: Partial<FitRules> = { jobTitles: { good: ['director'], bad: ['student'] } };
  const known = { employees: '50' };

  it('changes nothing as long as it is not known, or neither good nor bad', () => {
    expect(fitFor(known, more)).toEqual(fitFor(known, {}));
    expect(fitFor({ ...known, jobTitle: 'Gardener' }, more)).toEqual(fitFor(known, {}));
    expect(fitFor({ jobTitle: 'Director' }, more).verdict).toBe('unknown');
  });

  it('makes the fit bad, or tells more', () => {
    expect(fitFor({ ...known, jobTitle: 'Student' }, more)).toMatchObject({
      verdict: 'bad',
      reasons: [{}, {}, { code: 'job-title', value: 'Student', says: 'bad' }],
    });
    expect(fitFor({ ...known, jobTitle: 'Director' }, more)).toMatchObject({
      verdict: 'good',
      reasons: [{}, {}, { code: 'job-title', value: 'Director', says: 'good' }],
    });
  });

  it('can be the size of the company as well', () => {
    const employees = { ...rules.employees, required: false };
    expect(fitFor({}, { employees })).toMatchObject({ verdict: 'good', ask: [] });
    expect(fitFor({ employees: '3' }, { employees }).verdict).toBe('bad');
  });
});

describe('a criterion that is required', () => {
  const more: Partial<FitRules> = { sectors: { good: ['Software'], required: true } };

  it('has to be good for a good fit, and is asked for', () => {
    expect(fitFor({ employees: '50' }, more)).toMatchObject({
      verdict: 'unknown',
      reasons: [{}, {}, { code: 'answer-unknown', field: 'sector' }],
      ask: ['sector'],
    });
    expect(fitFor({ employees: '50', sector: ' software ' }, more).verdict).toBe('good');
    expect(fitFor({ employees: '50', sector: 'Retail' }, more)).toMatchObject({
      verdict: 'unknown',
      reasons: [{}, {}, { code: 'sector', value: 'Retail', says: 'unknown' }],
      ask: [],
    });
  });

  it('is good with any answer that is not bad, when nobody says what is good', () => {
    const bad: Partial<FitRules> = { sectors: { bad: ['Retail'], required: true } };
    expect(fitFor({ employees: '50', sector: 'Software' }, bad).verdict).toBe('good');
    expect(fitFor({ employees: '50', sector: 'retail' }, bad).verdict).toBe('bad');
  });
});
