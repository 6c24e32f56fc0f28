import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingNames } from '../../../../shared/playbook/edit/setting-names.ts';
import { suggestionsIn, variablesIn } from '../../../../shared/web/console/playbook/text/complete.ts';
import { explanationOf } from '../../../../shared/web/console/playbook/text/explain.ts';

const names = {
  fields: ['firstName', 'company'],
  questions: ['firstName', 'company'],
  forms: ['whitepaper', 'contact'],
  mails: ['tip-1'],
  subjects: ['tips'],
  people: ['anna'],
  sequences: [],
  pictures: [],
  events: [],
};
const settings = settingNames();
const suggested = (part: string, before: string) => {
  const found = suggestionsIn(before, names, settings[part] ?? {});
  return found?.options.map(({ name }) => name);
};

describe('what the text editor suggests', () => {
  it.each([
    ['sequences', 'a:\n  start: { form: whi', 'whitepaper'],
    ['sequences', 'a:\n  steps:\n    - { id: x, mail: ', 'tip-1'],
    ['sequences', 'a:\n  subject: t', 'tips'],
    ['forms', 'whitepaper:\n  ask: [firstName, c', 'company'],
    ['sales', 'routing:\n  - when: { form: [con', 'contact'],
    ['sales', 'routing:\n  - to:\n      - a', 'anna'],
    ['scoring', 'rules:\n  - on: t', 'track'],
    ['mailing', 'doubleOptIn: ', 'true'],
    ['sequences', 'a:\n  steps:\n    - { id: x, la', 'late'],
    ['agreement', 'sta', 'stalled'],
  ])('in %s behind %j: %s', (part, before, name) => {
    expect(suggested(part, before)).toContain(name);
  });

  it('is nothing in a remark, or where any text may stand', () => {
    expect(suggested('scoring', '# form: ')).toBeUndefined();
    expect(suggested('scoring', 'rules:\n  - name: Pri')).toBeUndefined();
  });

  it('is what stands for something of the reader in a mail', () => {
    expect(variablesIn('Hi {{ fir')).toMatchObject({ typed: 3 });
    expect(variablesIn('Hi {{ firstName }} and')).toBeUndefined();
  });
});

describe('what the text editor says of a setting', () => {
  const text = (part: string) =>
    readFileSync(join(import.meta.dirname, `../../../../shared/playbook/${part}.yaml`), 'utf8');

  it.each([
    ['scoring', 'oncePer', 'only for track: counts once for each different value of this property'],
    ['scoring', 'windowDays', 'Points count for this many days, then they expire. Days are in UTC.'],
    ['scoring', 'ads', 'advertisements for the product'],
    ['sequences', 'paused', 'true: no mail is sent; the days of the pause are added to the remaining steps'],
    ['sequences', 'after', 'how long after the start: 7d, 12h or 20m'],
    [
      'forms',
      'subjects',
      'what these words promise: subjects of mailing.yaml. People get mail about these, and about no others; those they can tick themselves on their preferences page',
    ],
    [
      'mailing',
      'doubleOptIn',
      'Double opt-in. true: permission counts only after the owner of the address confirms it with the button in the first mail. Until then only requested mails are sent. false: the checkbox of the form is enough.',
    ],
  ])('in %s of %s', (part, setting, words) => {
    expect(explanationOf(text(part), setting)).toBe(words);
  });

  it('is nothing for what nobody explained', () => {
    expect(explanationOf('a: 1\n', 'a')).toBeUndefined();
    expect(explanationOf('a: 1\n', 'other')).toBeUndefined();
  });
});
