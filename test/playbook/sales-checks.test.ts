import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { saysOf } = playbookFolder();

const team = `team:
  anna: { name: Anna }
  bram: { name: Bram }
`;
const routing = (...rules: string[]) => `${team}routing:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;

describe('the people of sales and their leads', () => {
  it('may be nobody at all: then every lead goes to all', () => {
    expect(saysOf('sales.yaml', 'team: {}\n')).toEqual([]);
  });

  it.each([
    [
      'a rule for somebody who is not there',
      routing('{ when: { form: [demo] }, to: [anna, bran] }'),
      'sales.yaml:5:42 routing[0].to[1]: nobody in the team is called "bran"; did you mean "bram"?',
    ],
    [
      'an account of somebody who is not there',
      `${team}accounts:\n  example.org: kees\n`,
      'sales.yaml:5:16 accounts.example.org: nobody in the team is called "kees"; it can be anna or bram',
    ],
    [
      'an account at which anybody has an address',
      `${team}accounts:\n  gmail.com: anna\n`,
      'sales.yaml:5:3 accounts.gmail.com: anybody can have an address at gmail.com; leave it out, or write the domain of one company',
    ],
    [
      'two people of one name',
      `${team}  anna-b: { name: Anna }\n`,
      'sales.yaml:4:19 team.anna-b.name: "anna" has this name too; add a last name, so that everybody knows who is meant',
    ],
    [
      'postcodes of two rules',
      routing(
        '{ when: { postcode: [1000-1999] }, to: [anna] }',
        '{ when: { postcode: [3000-3999, 1500-2500] }, to: [bram] }',
      ),
      'sales.yaml:6:37 routing[1].when.postcode[1]: 1500-1999 is in 1000-1999 of rule 1 too, which comes first; take these postcodes out of one of the two',
    ],
    [
      'postcodes from high to low',
      routing('{ when: { postcode: [2000-1000] }, to: [anna] }'),
      'sales.yaml:5:26 routing[0].when.postcode[0]: "2000-1000" is no range; write the lowest postcode, a dash and the highest, with as many digits',
    ],
    [
      'a country that is not there',
      routing('{ when: { country: [UK] }, to: [anna] }'),
      'sales.yaml:5:25 routing[0].when.country[0]: there is no country UK; write GB',
    ],
    [
      'a form that is not there',
      routing('{ when: { form: [demos] }, to: [anna] }'),
      'sales.yaml:5:22 routing[0].when.form[0]: there is no form "demos" in forms.yaml; did you mean "demo"?',
    ],
    [
      'a field that is not there',
      routing('{ when: { field: { jobTitel: [CEO] } }, to: [anna] }'),
      'sales.yaml:5:34 routing[0].when.field.jobTitel: there is no field "jobTitel" in fields.yaml; did you mean "jobTitle"?',
    ],
    [
      'a rule that says nothing',
      routing('{ when: {}, to: [anna] }'),
      'sales.yaml:5:13 routing[0].when: a group of settings is not right; name a postcode, country, employees, form, page or field',
    ],
    [
      'an absence that ends before it begins',
      team.replace('Anna', 'Anna, away: [{ from: 2027-02-26, to: 2027-02-15 }]'),
      'sales.yaml:2:54 team.anna.away[0].to: 2027-02-15 is before 2027-02-26; make it 2027-02-26 or later',
    ],
    [
      'a working day on which nobody is there',
      `team:
  anna: { name: Anna, away: [{ from: 2027-02-13, to: 2027-02-19 }] }
  bram: { name: Bram, away: [{ from: 2027-02-17, to: 2027-02-26 }] }
`,
      'sales.yaml:2:30 team.anna.away[0]: nobody of the team is there on 2027-02-17; let somebody stay, or write the day under holidays in agreement.yaml',
    ],
  ])('have no %s', (_, text, line) => {
    expect(saysOf('sales.yaml', text)).toContain(line);
  });

  it('may all be away on days on which nobody works', () => {
    const away = 'away: [{ from: 2026-12-25, to: 2026-12-27 }]';
    expect(saysOf('sales.yaml', `team:\n  anna: { name: Anna, ${away} }\n`)).toEqual([]);
  });

  it('may have postcodes in two rules that ask for something else as well', () => {
    const rules = [
      '{ when: { postcode: [1000-1999], employees: { from: 250 } }, to: [anna] }',
      '{ when: { postcode: [1000-1999] }, to: [bram] }',
    ];
    expect(saysOf('sales.yaml', routing(...rules))).toEqual([]);
  });
});
