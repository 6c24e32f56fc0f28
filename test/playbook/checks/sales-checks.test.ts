import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { mistakesWith } = playbookFolder();

const team = `team:
  anna: { name: Anna }
  bram: { name: Bram }
`;
const routing = (...rules: string[]) => `${team}routing:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;

describe('the sales team and its routing rules', () => {
  it('may be empty', () => {
    expect(mistakesWith('sales.yaml', 'team: {}\n')).toEqual([]);
  });

  it.each([
    [
      'a rule for an unknown person',
      routing('{ when: { form: [demo] }, to: [anna, bran] }'),
      'sales.yaml:5:42 routing[0].to[1]: nobody in the team is called "bran"; did you mean "bram"?',
    ],
    [
      'an account of an unknown person',
      `${team}accounts:\n  example.org: kees\n`,
      'sales.yaml:5:16 accounts.example.org: nobody in the team is called "kees"; it can be anna or bram',
    ],
    [
      'an account at a free mail domain',
      `${team}accounts:\n  gmail.com: anna\n`,
      'sales.yaml:5:3 accounts.gmail.com: anybody can have an address at gmail.com; leave it out, or write the domain of one company',
    ],
    [
      'two people with the same name',
      `${team}  anna-b: { name: Anna }\n`,
      'sales.yaml:4:19 team.anna-b.name: "anna" has this name too; add a last name, so that everybody knows who is meant',
    ],
    [
      'postcodes in two rules',
      routing(
        '{ when: { postcode: [1000-1999] }, to: [anna] }',
        '{ when: { postcode: [3000-3999, 1500-2500] }, to: [bram] }',
      ),
      'sales.yaml:6:37 routing[1].when.postcode[1]: 1500-1999 is also in 1000-1999 of rule 1, which comes first; take these postcodes out of one of the two',
    ],
    [
      'a reversed range of postcodes',
      routing('{ when: { postcode: [2000-1000] }, to: [anna] }'),
      'sales.yaml:5:26 routing[0].when.postcode[0]: "2000-1000" is not a range; write the lowest postcode, a dash and the highest, with as many digits',
    ],
    [
      'an unknown country',
      routing('{ when: { country: [UK] }, to: [anna] }'),
      'sales.yaml:5:25 routing[0].when.country[0]: there is no country UK; write GB',
    ],
    [
      'an unknown form',
      routing('{ when: { form: [demos] }, to: [anna] }'),
      'sales.yaml:5:22 routing[0].when.form[0]: there is no form "demos" in forms.yaml; did you mean "demo"?',
    ],
    [
      'an unknown field',
      routing('{ when: { field: { jobTitel: [CEO] } }, to: [anna] }'),
      'sales.yaml:5:34 routing[0].when.field.jobTitel: there is no field "jobTitel" in fields.yaml; did you mean "jobTitle"?',
    ],
    [
      'a rule without conditions',
      routing('{ when: {}, to: [anna] }'),
      'sales.yaml:5:13 routing[0].when: this group of settings is not right; name a postcode, country, employees, form, page or field',
    ],
    [
      'an absence that ends before it starts',
      team.replace('Anna', 'Anna, away: [{ from: 2027-02-26, to: 2027-02-15 }]'),
      'sales.yaml:2:54 team.anna.away[0].to: 2027-02-15 is before 2027-02-26; make it 2027-02-26 or later',
    ],
    [
      'a working day on which everybody is away',
      `team:
  anna: { name: Anna, away: [{ from: 2027-02-13, to: 2027-02-19 }] }
  bram: { name: Bram, away: [{ from: 2027-02-17, to: 2027-02-26 }] }
`,
      'sales.yaml:2:30 team.anna.away[0]: the whole team is away on 2027-02-17; let somebody stay, or add the day to holidays in agreement.yaml',
    ],
  ])('are reported for %s', (_, text, line) => {
    expect(mistakesWith('sales.yaml', text)).toContain(line);
  });

  it('may all be away on days off', () => {
    const away = 'away: [{ from: 2026-12-25, to: 2026-12-27 }]';
    expect(mistakesWith('sales.yaml', `team:\n  anna: { name: Anna, ${away} }\n`)).toEqual([]);
  });

  it('may repeat postcodes in rules with different conditions', () => {
    const rules = [
      '{ when: { postcode: [1000-1999], employees: { from: 250 } }, to: [anna] }',
      '{ when: { postcode: [1000-1999] }, to: [bram] }',
    ];
    expect(mistakesWith('sales.yaml', routing(...rules))).toEqual([]);
  });
});
