import { describe, expect, it } from 'vitest';
import { type FitReason, fitOf, withSalesVerdict } from '../../../shared/domain/fit/fit.ts';
import type { FitRules } from '../../../shared/domain/fit/fit-rules.ts';
import { criterionOf } from '../../../shared/domain/fit/reasons.ts';

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
    ['ann@acme.nl', '1-10', 'bad'],
    ['ann@acme.nl', '500+', 'good'],
    ['ann@acme.nl', '0,5K', 'good'],
    ['ann@acme.nl', '> 999', 'good'],
    ['ann@acme.nl', '> 1000', 'unknown'],
    ['ann@acme.nl', '<5', 'bad'],
    ['ann@acme.nl', '<10', 'unknown'],
    ['ann@acme.nl', '<100', 'unknown'],
    ['ann@acme.nl', '51,200', 'unknown'],
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

  it.each([
    ['ann@gmail.com', { code: 'free-mail', value: 'gmail.com', says: 'bad' }],
    ['ann@rival.nl', { code: 'excluded-domain', value: 'rival.nl', says: 'bad' }],
    ['ann@acme.nl', { code: 'business-mail', value: 'acme.nl', says: 'good' }],
  ])('gives what the address %s says as its first reason', (email, reason) => {
    expect(fitFor({}, {}, email).reasons[0]).toEqual(reason);
  });

  it.each<[string | undefined, FitReason]>([
    ['50', { code: 'employees', value: '50', says: 'good' }],
    ['10', { code: 'employees', value: '10', says: 'unknown' }],
    ['4', { code: 'employees', value: '4', says: 'bad' }],
    ['many', { code: 'employees-unknown', says: 'unknown' }],
    [undefined, { code: 'employees-unknown', says: 'unknown' }],
  ])('gives what %s employees say as its second', (employees, reason) => {
    expect(fitFor({ ...(employees && { employees }) }, {}).reasons).toEqual([
      { code: 'business-mail', value: 'acme.nl', says: 'good' },
      reason,
    ]);
  });

  it('is not known yet with free mail, if the playbook says so', () => {
    expect(fitFor({ employees: '50' }, { freeMail: 'unknown' }, 'ann@gmail.com').verdict).toBe('unknown');
  });

  it('lists the fields to ask for as long as an answer can decide', () => {
    expect(fitFor({}, {})).toMatchObject({ verdict: 'unknown', ask: ['employees'] });
    expect(fitFor({ employees: 'many' }, {}).ask).toEqual(['employees']);
    expect(fitFor({ employees: '10' }, {})).toMatchObject({ verdict: 'unknown', ask: [] });
    expect(fitFor({}, {}, 'ann@gmail.com')).toMatchObject({ verdict: 'bad', ask: [] });
  });

  it('is the verdict of sales, whatever else is known', () => {
    const good = fitFor({ employees: '50' }, {});
    expect(withSalesVerdict(good, undefined)).toBe(good);
    expect(withSalesVerdict(good, 'bad')).toMatchObject({
      verdict: 'bad',
      reasons: [{ code: 'sales' }, {}, {}],
    });
    expect(withSalesVerdict(fitFor({}, {}), 'bad').ask).toEqual([]);
  });
});

describe('a criterion that is not required', () => {
  const more: Partial<FitRules> = { jobTitles: { good: ['director'], bad: ['student'] } };
  const known = { employees: '50' };

  it('changes nothing while it is unknown, or neither good nor bad', () => {
    expect(fitFor(known, more)).toEqual(fitFor(known, {}));
    expect(fitFor({ ...known, jobTitle: 'Gardener' }, more)).toEqual(fitFor(known, {}));
    expect(fitFor({ jobTitle: 'Director' }, more).verdict).toBe('unknown');
  });

  it('can make the fit bad, or add a reason', () => {
    expect(fitFor({ ...known, jobTitle: 'Student' }, more)).toMatchObject({
      verdict: 'bad',
      reasons: [{}, {}, { code: 'job-title', value: 'Student', says: 'bad' }],
    });
    expect(fitFor({ ...known, jobTitle: 'Director' }, more)).toMatchObject({
      verdict: 'good',
      reasons: [{}, {}, { code: 'job-title', value: 'Director', says: 'good' }],
    });
  });

  it('can be the size of the company', () => {
    const employees = { ...rules.employees, required: false };
    expect(fitFor({}, { employees })).toMatchObject({ verdict: 'good', ask: [] });
    expect(fitFor({ employees: '3' }, { employees }).verdict).toBe('bad');
  });
});

describe('a criterion that is required', () => {
  const more: Partial<FitRules> = { sectors: { good: ['Software'], required: true } };

  it('must be good for a good fit, and is asked for', () => {
    expect(fitFor({ employees: '50' }, more)).toMatchObject({
      verdict: 'unknown',
      reasons: [{}, {}, { code: 'answer-unknown', field: 'sector', says: 'unknown' }],
      ask: ['sector'],
    });
    expect(fitFor({ employees: '50', sector: ' software ' }, more).verdict).toBe('good');
    expect(fitFor({ employees: '50', sector: 'Retail' }, more)).toMatchObject({
      verdict: 'unknown',
      reasons: [{}, {}, { code: 'sector', value: 'Retail', says: 'unknown' }],
      ask: [],
    });
  });

  it('is good with any answer that is not bad, when no good answers are listed', () => {
    const bad: Partial<FitRules> = { sectors: { bad: ['Retail'], required: true } };
    expect(fitFor({ employees: '50', sector: 'Software' }, bad).verdict).toBe('good');
    expect(fitFor({ employees: '50', sector: 'retail' }, bad).verdict).toBe('bad');
    expect(fitFor({ employees: '50', sector: '  ' }, bad)).toMatchObject({
      verdict: 'unknown',
      ask: ['sector'],
    });
  });
});

describe('a reason', () => {
  it.each<[FitReason, string | undefined]>([
    [{ code: 'business-mail', value: 'acme.nl', says: 'good' }, 'email'],
    [{ code: 'employees-unknown', says: 'unknown' }, 'employees'],
    [{ code: 'job-title', value: 'CEO', says: 'good' }, 'jobTitle'],
    [{ code: 'answer', field: 'crm', value: 'none', says: 'bad' }, 'crm'],
    [{ code: 'answer-unknown', field: 'sector', says: 'unknown' }, 'sector'],
    [{ code: 'sales', says: 'bad' }, undefined],
  ])('%j is about the field %s', (reason, field) => {
    expect(criterionOf(reason)).toBe(field);
  });
});
