import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { mistakesWith } = playbookFolder();

const FIT = 'employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 }\nfreeMail: bad\n';

describe('an ideal customer of two lines', () => {
  it('is enough', () => {
    expect(mistakesWith('fit.yaml', FIT)).toEqual([]);
  });
});

describe('a mistake in the ideal customer', () => {
  it.each([
    [
      'studentDomains: [ann@uva.nl]',
      ':3:18 studentDomains[0]: "ann@uva.nl" is not a domain; write what stands',
    ],
    [
      'countries: { good: [nl] }',
      'countries.good[0]: "nl" is not right; a country is two capitals, such as NL',
    ],
    ['countries: { good: [UK] }', 'fit.yaml:3:21 countries.good[0]: there is no country UK; write GB'],
    ['countries: { good: [XX] }', 'there is no country XX; write its ISO code'],
    [
      'countries: { good: [NL], bad: [NL] }',
      'countries.bad[0]: "NL" is both good and bad; keep one of the two',
    ],
    ['postcodes: { good: [3000] }', 'postcodes.good[0]: 3000 is not right'],
    ['postcodes: { bad: [3999-3000] }', 'postcodes.bad[0]: 3999-3000 is not a range; write the lowest first'],
    ['sectors: { required: true }', 'fit.yaml:3:10 sectors: this is empty; write what is good'],
    ['jobTitle: { bad: [student] }', 'jobTitle: there is no such setting; did you mean "jobTitles"?'],
    ['criteria: [{ field: sectr, bad: { oneOf: [x] } }]', 'criteria[0].field: there is no field "sectr" in'],
    ['criteria: [{ field: sector, bad: { oneOf: [x] } }]', '"sector" has its own setting; write it under'],
    ['criteria: [{ field: company }]', 'criteria[0]: this is empty; write what is good'],
    ['criteria: [{ field: company, bad: {} }]', 'criteria[0].bad: this is empty; write oneOf, noneOf, or a'],
    [
      'criteria: [{ field: company, bad: { from: 9, to: 1 } }]',
      'criteria[0].bad.to: 1 is less than from; make',
    ],
    ['criteria: [{ field: company, bad: { onOf: [x] } }]', 'did you mean "oneOf"?'],
    [
      'criteria: [{ field: company, bad: { to: 1 } }, { field: company, good: { from: 2 } }]',
      'criteria[1].field: there is another criterion for "company"; merge the two',
    ],
  ])('is reported with its place: %s', (line, words) => {
    expect(mistakesWith('fit.yaml', `${FIT}${line}\n`).join('\n')).toContain(words);
  });
});
