import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../../shared/domain/fit/criteria.ts';
import { fitOf } from '../../../shared/domain/fit/fit.ts';
import type { FitRules } from '../../../shared/domain/fit/fit-rules.ts';
import { missingQuestion } from '../../../shared/domain/fit/missing-question.ts';
import type { Profile } from '../../../shared/domain/identity/profile.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { LEAD, NOW } from '../builders.ts';

const { fit: shipped } = shippedPlaybook;

const rules: FitRules = {
  employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 },
  freeMail: 'unknown',
  excludedDomains: [],
  studentDomains: ['student.*'],
  postcodes: { good: ['3000-3999'], bad: ['9000-9999'] },
  countries: { good: ['NL', 'BE'], bad: ['US'] },
  criteria: [
    { field: 'budget', good: { from: 10_000 }, bad: { to: 999 } },
    { field: 'crm', bad: { oneOf: ['None', 'Paper'] } },
    { field: 'role', bad: { noneOf: ['Buyer', 'User'] } },
  ],
};

/** The verdict of an answer; undefined when it has none. */
function says(field: string, value: string, by = rules) {
  const { reasons } = fitOf('ann@acme.nl', { employees: '50', [field]: value }, by);
  const [, , reason] = reasons;
  return reason?.says;
}

describe('the criteria of a playbook', () => {
  it('are the size of the company and those that it names, in the order of the reasons', () => {
    const { employees, freeMail, excludedDomains } = rules;
    const fieldsOf = (by: FitRules) => criteriaOf(by).map(({ field }) => field);
    expect(fieldsOf({ employees, freeMail, excludedDomains })).toEqual(['employees']);
    expect(fieldsOf(rules)).toEqual(['employees', 'country', 'postcode', 'budget', 'crm', 'role']);
  });
});

describe('a job title', () => {
  it.each([
    ['Marketingmanager', 'good'],
    ['Hoofd Marketing & Sales', 'good'],
    ['Commercieel directeur', 'good'],
    ['CEO', 'good'],
    ['Student', 'bad'],
    ['STAGIAIRE marketing', 'bad'],
    ['Marketing intern', 'bad'],
    ['Intern adviseur', undefined],
    ['Internal auditor', undefined],
    ['Studentendecaan', undefined],
    ['Tuinman', undefined],
    ['Student Marketing', 'bad'],
    ['Student at the University of Amsterdam', 'bad'],
    ['Management student', 'bad'],
    ['PhD student | Data', 'bad'],
    ['Stagiair bij de directie', 'bad'],
    ['Meewerkstage, stagiaire', 'bad'],
    ['Marketing internship', 'bad'],
    ['Director Student Success', 'good'],
    ['Directeur studentenzaken', 'good'],
    ['Marketing Director, Student Housing', 'good'],
    ['Student Affairs Manager', undefined],
    ['Head of Student Recruitment', undefined],
    ['Hoofd Student & Onderwijs', undefined],
    ['Student counsellor', undefined],
    ['Intern Programme Lead', undefined],
    ['Internship Coordinator', undefined],
    ['Coördinator internship programme', undefined],
    ['Stagiairbegeleider', undefined],
    ['International Account Manager', undefined],
    ['Student, Student Housing Board', 'bad'],
    ['Board of Student Housing (student)', 'bad'],
    ['Student | Director of the debating club', 'bad'],
    ['Student - Director of the debating club', 'bad'],
    ['Student - Student Housing', 'bad'],
    ['Stagiair bij de Director Sales', 'bad'],
    ['Homeowner', undefined],
    ['---', undefined],
    ['Head of Internal Audit', undefined],
  ])('%s is %s in the playbook that ships', (title, expected) => {
    expect(says('jobTitle', title, shipped)).toBe(expected);
  });
});

describe('a job title of two words', () => {
  it.each([
    ['Hoofd marketing', 'good'],
    ['Hoofd Marketingcommunicatie', 'good'],
    ['Adjunct hoofd marketing', 'good'],
    ['Hoofd', undefined],
    ['Marketing hoofd', undefined],
    ['Hoofd van de marketing', undefined],
  ])('stands in a row: %s', (title, expected) => {
    expect(says('jobTitle', title, { ...rules, jobTitles: { good: ['hoofd marketing*'] } })).toBe(expected);
  });
});

describe('the place of a company', () => {
  it.each([
    ['postcode', '3511 AB', 'good'],
    ['postcode', '3999', 'good'],
    ['postcode', '4000 AA', undefined],
    ['postcode', '2999 ZZ', undefined],
    ['postcode', '9000', 'bad'],
    ['postcode', '90210', undefined],
    ['postcode', 'none', undefined],
    ['country', 'nl', 'good'],
    ['country', 'België', 'good'],
    ['country', 'the Netherlands', 'good'],
    ['country', 'VS', 'bad'],
    ['country', 'Duitsland', undefined],
  ])('with %s %s is %s', (field, value, expected) => {
    expect(says(field, value)).toBe(expected);
  });
});

describe("a criterion of the marketers' own", () => {
  it.each([
    ['budget', '10.000', 'good'],
    ['budget', '5000', undefined],
    ['budget', '999', 'bad'],
    ['budget', 'some', undefined],
    ['crm', 'none', 'bad'],
    ['crm', 'Paper', 'bad'],
    ['crm', 'Excel', 'good'],
    ['role', 'buyer', 'good'],
    ['role', 'Visitor', 'bad'],
  ])('judges %s %s as %s', (field, value, expected) => {
    expect(says(field, value)).toBe(expected);
  });

  it('gives the field and the answer as its reason', () => {
    expect(
      fitOf('ann@acme.nl', { employees: '50', budget: '999', postcode: '3511 AB' }, rules).reasons,
    ).toEqual([
      expect.objectContaining({ code: 'business-mail' }),
      expect.objectContaining({ code: 'employees' }),
      { code: 'postcode', value: '3511 AB', says: 'good' },
      { code: 'answer', field: 'budget', value: '999', says: 'bad' },
    ]);
  });
});

describe('an answer that cannot be read', () => {
  const bad: FitRules = {
    ...rules,
    countries: { bad: ['US'] },
    postcodes: { bad: ['9000-9999'] },
    criteria: [{ field: 'budget', bad: { to: 999 } }],
  };

  it.each([
    ['country', 'Belgium', 'Mars'],
    ['postcode', '1000', 'unknown'],
    ['budget', '1,000', '51,200'],
  ])('is not good because it is not bad: %s', (field, good, unreadable) => {
    expect(says(field, good, bad)).toBe('good');
    expect(says(field, unreadable, bad)).toBeUndefined();
  });
});

describe('a student', () => {
  it('is recognised by the domain of the university', () => {
    expect(fitOf('ann@student.uva.nl', { employees: '50' }, shipped)).toMatchObject({
      verdict: 'bad',
      reasons: [{ code: 'student-domain', value: 'student.uva.nl' }, {}],
    });
    expect(fitOf('ann@studentcompany.nl', { employees: '50' }, shipped).verdict).toBe('good');
  });
});

describe('a lead that came back as a bad fit', () => {
  const known = { value: '50', at: NOW, source: 'form demo' };
  const profile: Profile = {
    id: LEAD,
    version: 1,
    email: 'ann@acme.nl',
    values: { employees: known },
    permissions: [],
    createdAt: NOW,
    locale: 'nl',
  };
  const caught = (criterion?: string, value?: string) =>
    missingQuestion(profile, { ...(criterion && { criterion }), ...(value && { value }) }, rules);

  it.each([
    ['employees', '3'],
    ['country', 'USA'],
    ['crm', 'none'],
    ['email', 'student.uva.nl'],
    ['email', ' Student.UvA.nl '],
  ])('would not have gone to sales, had its %s been known: %s', (criterion, value) => {
    expect(caught(criterion, value)).toBe(criterion);
  });

  it.each([
    ['employees', '30'],
    ['company', 'A charity'],
    ['postcode', undefined],
    ['email', undefined],
    [undefined, 'anything'],
    [undefined, undefined],
  ])('would have gone to sales all the same with %s: %s', (criterion, value) => {
    expect(caught(criterion, value)).toBeUndefined();
  });

  it('would have been caught by what was known, whatever sales learned', () => {
    const american = { ...profile, values: { ...profile.values, country: { ...known, value: 'USA' } } };
    expect(missingQuestion(american, { criterion: 'employees', value: '30' }, rules)).toBeUndefined();
    expect(missingQuestion(american, { criterion: 'employees', value: '3' }, rules)).toBe('employees');
  });
});
