import { describe, expect, it } from 'vitest';
import { fitSchema } from '../../../shared/domain/fit/fit-rules.ts';
import { messagesOf } from '../messages.ts';

const least = { employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 }, freeMail: 'bad' };
const isRight = (more: object) => fitSchema.safeParse({ ...least, ...more }).success;

describe('the ideal customer', () => {
  it('keeps all that the playbook says of it', () => {
    const all = {
      employees: { badBelow: 0, goodFrom: 1, goodTo: 1, required: false },
      freeMail: 'unknown',
      excludedDomains: ['rival.nl'],
      studentDomains: ['student.*'],
      jobTitles: { good: ['ceo'], bad: ['student'], unless: ['director*'], required: true },
      postcodes: { good: ['1000-1999', '10-19'], bad: ['900000-999999'], required: true },
      countries: { good: ['NL', 'BE'], bad: ['US'], required: true },
      sectors: { good: ['software'], bad: ['retail'], required: true },
      criteria: [
        { field: 'budget', good: { from: 10_000 }, bad: { from: 0, to: 999 }, required: true },
        { field: 'crm', good: { noneOf: ['none'] }, bad: { oneOf: ['none'] } },
      ],
    };
    expect(fitSchema.parse(all)).toEqual(all);
  });

  it('excludes no domains unless told to', () => {
    expect(fitSchema.parse(least)).toEqual({ ...least, excludedDomains: [] });
  });

  it.each(['NLD', 'nl', 'N', '1NL', ''])('has no country %s, but two capitals', (country) => {
    expect(isRight({ countries: { good: [country] } })).toBe(false);
  });

  it.each(['1000', '1000-', '1000-1', '1-1000', '1000-1999x', 'x1000-1999', 'AB-CD', '1000000-2000000'])(
    'has no postcodes %s, but a range of their digits',
    (range) => {
      expect(isRight({ postcodes: { bad: [range] } })).toBe(false);
    },
  );

  it('says in words what a country and postcodes look like', () => {
    const { error } = fitSchema.safeParse({
      ...least,
      countries: { good: ['nl'] },
      postcodes: { good: ['1'] },
    });
    expect(messagesOf({ error })).toEqual([
      'Postcodes are a range of their digits, such as 1000-1999',
      'A country is two capitals, such as NL',
    ]);
  });

  it.each([
    { jobTitles: { good: [] } },
    { jobTitles: { good: [''] } },
    { jobTitles: { good: ['x'.repeat(61)] } },
    { jobTitles: { god: ['ceo'] } },
    { countries: { good: [] } },
    { postcodes: { good: [] } },
    { sectors: { required: 'yes' } },
    { freeMail: 'good' },
    { employees: { badBelow: -1, goodFrom: 20, goodTo: 1000 } },
    { employees: { badBelow: 5, goodFrom: 0, goodTo: 1000 } },
    { employees: { badBelow: 5, goodFrom: 20, goodTo: 0 } },
    { employees: { badBelow: 5, goodFrom: 2.5, goodTo: 1000 } },
    { criteria: [{ bad: { oneOf: ['x'] } }] },
    { criteria: [{ field: 'crm', bad: { oneOf: ['x'], from: 1 } }] },
    { criteria: [{ field: 'crm', bad: { from: -1 } }] },
    { criteria: [{ field: 'crm', bad: { to: -1 } }] },
    { ideal: true },
  ])('is not %j', (more) => {
    expect(isRight(more)).toBe(false);
  });
});
