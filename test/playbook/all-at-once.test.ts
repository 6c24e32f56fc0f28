import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { change, mistakes, mistakesAfter } = playbookFolder();

describe('two mistakes in one entry', () => {
  it.each([
    [
      'a step',
      'sequences.yaml',
      'mail: tip-2, after: 14d',
      'mail: tip2, after: 2weeks',
      ['there is no mail "tip2"', '"2weeks" is not right'],
    ],
    [
      'a sequence that cannot start',
      'sequences.yaml',
      /start: \{ form: whitepaper \}([\s\S]*)tip-3/,
      'start: { page: /x }$1tip3',
      ['start.page: there is no such setting', 'there is no mail "tip3"'],
    ],
    [
      'a sequence whose name cannot be used',
      'sequences.yaml',
      /whitepaper-tips:([\s\S]*)tip-3/,
      'whitepaper tips:$1tip3',
      ['whitepaper tips: this name cannot be used', 'there is no mail "tip3"'],
    ],
    [
      'a form',
      'forms.yaml',
      /, en: Talk to us([\s\S]*)message, phone/,
      '$1message, phne',
      ['title.en: is missing', 'there is no field "phne"'],
    ],
    [
      'a rule of the points',
      'scoring.yaml',
      'on: form\n    points: 2',
      'on: form\n    forms: [whitepapr]\n    points: 200',
      ['there is no form "whitepapr"', '200 is not right'],
    ],
    [
      'a rule of an unknown kind',
      'scoring.yaml',
      'on: form\n',
      'on: forms\n    forms: [whitepapr]\n',
      ['"forms" is not right', 'there is no form "whitepapr"'],
    ],
    [
      'a rule for who gets a lead',
      'sales.yaml',
      'routing: []',
      'routing: [{ when: { postcode: [1000], form: [dmo] }, to: [ana] }]',
      ['1000 is not right', 'there is no form "dmo"', 'nobody in the team is called "ana"'],
    ],
    [
      'an own criterion',
      'fit.yaml',
      /$/,
      '\ncriteria:\n  - field: shoe\n    good: { oneOf: [] }\n',
      ['there is no field "shoe"', 'oneOf: this list is not right'],
    ],
  ])('are both reported: %s', (_, file, right, wrong, said) => {
    expect(mistakesAfter(file, right, wrong)).toEqual(said.map((words) => expect.stringContaining(words)));
  });
});

describe('a wrong setting of a whole file', () => {
  it.each([
    [
      'the points',
      'scoring.yaml',
      /windowDays: 90([\s\S]*)name: Page seen/,
      'windowDays: no$1name: Guide read',
      ['windowDays: "no" is not right', 'there is another rule "Guide read"'],
    ],
    [
      'the agreement',
      'agreement.yaml',
      /Hours: 24([\s\S]*)Europe\/Amsterdam/,
      'Hours: soon$1Europe/Amsterdm',
      ['"soon" is not right', 'there is no time zone "Europe/Amsterdm"'],
    ],
    [
      'the ideal customer',
      'fit.yaml',
      /goodTo: 1000([\s\S]*)excludedDomains: \[\]/,
      'goodTo: many$1excludedDomains: [a@b.nl]',
      ['"many" is not right', '"a@b.nl" is not a domain'],
    ],
  ])('does not hide what is wrong elsewhere in it: %s', (_, file, right, wrong, said) => {
    expect(mistakesAfter(file, right, wrong)).toEqual(said.map((words) => expect.stringContaining(words)));
  });
});

describe('a name that cannot exist', () => {
  it.each([
    ['because of its letters', 'sequences.yaml', 'mail: tip-3', 'mail: Tip 3', '"Tip 3" is not right'],
    [
      'because its setting does not either',
      'scoring.yaml',
      'on: open',
      'on: open\n    forms: [x]',
      'forms: there is no such setting',
    ],
  ])('is reported once: %s', (_, file, right, wrong, words) => {
    expect(mistakesAfter(file, right, wrong)).toEqual([expect.stringContaining(words)]);
  });
});

describe('a setting that is there, but wrong', () => {
  it.each([
    ['a subject', 'sequences.yaml', 'subject: tips', 'subject: Tips'],
    ['a misspelt subject', 'sequences.yaml', 'subject: tips', 'subjct: tips'],
    ['a kind', 'sequences.yaml', 'welcome, after: 0d, kind: requested', 'welcome, after: 0d, kind: request'],
    ['a permission in one language', 'forms.yaml', / {4}en: Yes, mail me the newsletter every week.*\n/, ''],
    [
      'a misspelt permission',
      'forms.yaml',
      'permission:\n    nl: Ja, mail mij elke',
      'permision:\n    nl: Ja, mail mij elke',
    ],
    ['subjects', 'forms.yaml', 'subjects: [newsletter]', 'subjects: newsletter'],
    ['what a form asks', 'forms.yaml', 'ask: [name, message, phone]', 'ask: name, message, phone'],
  ])('is not missed elsewhere: %s', (_, file, right, wrong) => {
    expect(mistakesAfter(file, right, wrong)).toHaveLength(1);
  });
});

describe('a slip that stops a file from being read', () => {
  const TAB = 'the line starts with a tab';
  const COLON = 'a text with a colon in it has no quotes around it';
  const CHARACTER = 'a text cannot start with this character';
  it.each([
    ['a tab', 'scoring.yaml', '    points: 3', '\tpoints: 3', TAB],
    ['tabs everywhere', 'scoring.yaml', /^ {4}/gm, '\t\t', TAB],
    ['a colon', 'scoring.yaml', 'name: Page seen', 'name: Page: seen', COLON],
    ['a colon and a remark', 'scoring.yaml', 'name: Page seen', "name: It's: seen # always", COLON],
    ['a first character', 'scoring.yaml', 'name: Page seen', 'name: @Page', CHARACTER],
    ['no space behind a colon', 'scoring.yaml', '    points: 3', '    points:3', 'no space behind the colon'],
  ])('does not hide the other mistakes in it: %s', (_, file, right, wrong, words) => {
    change(file, 'points: 10', 'points: 300');
    expect(mistakesAfter(file, right, wrong)).toEqual([
      expect.stringContaining(words),
      expect.stringContaining('rules[8].points: 300 is not right'),
    ]);
  });

  it('does not hide that others name an entry which is not in the file', () => {
    change('forms.yaml', 'nl: Vertel kort', 'nl: Vertel: kort');
    expect(mistakesAfter('sequences.yaml', 'form: demo', 'form: dmo')).toEqual([
      expect.stringContaining(COLON),
      expect.stringContaining('there is no form "dmo"'),
    ]);
  });

  it('leaves the places of other mistakes as they are in the file', () => {
    change('sequences.yaml', '{ nl: Bij de demo, en:', '{ nl: Bij: de demo, eng:');
    expect(mistakesAfter('scoring.yaml', '    points: 10', '\tpoints: 300')).toEqual([
      expect.stringContaining(`scoring.yaml:134:1 ${TAB}`),
      expect.stringContaining('scoring.yaml:134:10 rules[8].points'),
      expect.stringContaining(`sequences.yaml:81:16 ${COLON}`),
      expect.stringContaining('sequences.yaml:81:30 demo-welcome.title.eng: there is no such setting'),
    ]);
  });

  it('is reported as often as it was made', () => {
    change('forms.yaml', 'en: Talk to us', 'en: Talk: to us');
    change('forms.yaml', 'button: { nl: Verstuur, en: Send }', 'button: { nl: Ver: stuur, en: S: end }');
    expect(mistakes()).toEqual([COLON, COLON, COLON].map((words) => expect.stringContaining(words)));
  });

  it.each([
    ['a text where a number belongs', 'agreement.yaml', 'Hours: 24', 'Hours: op tijd: 24'],
    ['a name that does not exist', 'sequences.yaml', 'subject: tips', 'subject: @tips'],
    ['a group on one line', 'fields.yaml', /label: \{ nl: Voornaam.*/, 'label: nl: Voornaam'],
    ['the half of a group', 'forms.yaml', 'intro:\n    nl: Vertel', 'intro: nl: Vertel'],
    ['a comma that may end the text or not', 'forms.yaml', 'Talk to us }', 'Talk: to us, or not }'],
    [
      'a tab that may stand for four spaces or six',
      'forms.yaml',
      '      en: It is usually',
      '\ten: It is usually',
    ],
    ['two texts, or one', 'sequences.yaml', '[/guides/scoring]', '[*/scoring, /x]'],
  ])('is the only mistake reported when it could have been meant otherwise: %s', (_, file, right, wrong) => {
    expect(mistakesAfter(file, right, wrong)).toHaveLength(1);
  });
});
