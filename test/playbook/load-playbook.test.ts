import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { path, load, change, mistakes, mistakesWith, mistakesAfter, mistakesWithout } = playbookFolder();

const AGREEMENT = 'acceptWithinHours: 24\nmanagerAfterHours: 48\n';

describe('a playbook without mistakes', () => {
  it('is loaded with defaults for what was left out', () => {
    const loaded = load();
    expect(loaded).toMatchObject({
      ok: true,
      content: { forms: { contact: { laterAtOnce: 1, later: [] } } },
    });
  });
});

describe('a mistake in a setting', () => {
  it('is reported with its line and column, and with what is expected', () => {
    expect(mistakesWith('agreement.yaml', 'acceptWithinHours: "soon"\nmanagerAfterHours: 0\n')).toEqual([
      'agreement.yaml:1:20 acceptWithinHours: "soon" is not right; it has to be a whole number, 1 or more',
      'agreement.yaml:2:20 managerAfterHours: 0 is not right; it has to be a whole number, 1 or more',
    ]);
  });

  it('is reported deep in a list', () => {
    expect(mistakesAfter('scoring.yaml', 'points: 10', 'points: 300')).toEqual([
      expect.stringMatching(
        /^scoring\.yaml:\d+:13 rules\[8\]\.points: 300 is not right; it has to be a whole number from -100 to 100$/,
      ),
    ]);
  });

  it('is explained by the allowed words', () => {
    expect(mistakesAfter('fields.yaml', 'type: tel', 'type: phone')).toEqual([
      expect.stringMatching(/phone\.type: "phone" is not right; it can be text, tel, number or textarea$/),
    ]);
    expect(mistakesAfter('scoring.yaml', 'on: open', 'on: opn')).toContainEqual(
      expect.stringMatching(/rules\[4\]\.on: "opn" is not right; did you mean "open"\?$/),
    );
  });

  it('is explained by what the setting is for', () => {
    expect(mistakesAfter('scoring.yaml', '[/guides/*]', '[guides]')).toEqual([
      expect.stringMatching(
        /rules\[1\]\.paths\[0\]: "guides" is not right; a path starts with \/ and may end in \*/,
      ),
    ]);
  });
});

describe('an unknown setting', () => {
  it('is answered with the name that was probably meant', () => {
    expect(mistakesAfter('forms.yaml', 'handRaise:', 'handraise:')).toEqual([
      expect.stringMatching(
        /^forms\.yaml:\d+:3 contact\.handraise: there is no such setting; did you mean "handRaise"\?$/,
      ),
    ]);
  });

  it('is reported once when it is a missing one, misspelt', () => {
    expect(mistakesWith('agreement.yaml', 'acceptWithinHour: 24\nmanagerAfterHours: 48\n')).toEqual([
      'agreement.yaml:1:1 acceptWithinHour: there is no such setting; did you mean "acceptWithinHours"?',
    ]);
  });

  it.each([
    [
      'visited: [/guides/scoring',
      'visit: [/guides/scoring',
      'visit: there is no such setting; did you mean "visited"?',
    ],
    ['form: newsletter', 'forms: newsletter', 'forms: there is no such setting; did you mean "form"?'],
    [
      'form: newsletter',
      'page: /newsletter',
      'page: there is no such setting; it can be form, visited, withoutForm, imported, returned, event, with, band, clicked or answered',
    ],
  ])('is answered with the setting of its kind: %s as %s', (right, wrong, words) => {
    const mistakes = mistakesAfter('sequences.yaml', right, wrong);
    expect(mistakes).toEqual([expect.stringContaining(words)]);
  });

  it('is answered with all names when none is similar', () => {
    expect(mistakesWith('agreement.yaml', `${AGREEMENT}colour: red\n`)).toEqual([
      'agreement.yaml:3:1 colour: there is no such setting; it can be timeZone, workingHours, officeHours, holidays, linkDays, lostBackAfterDays, returns or stalled',
    ]);
  });
});

describe('a file that is not valid YAML', () => {
  it.each([
    [
      'the same name twice',
      `${AGREEMENT}managerAfterHours: 72\n`,
      '3:1 this name appears twice; keep one of the two',
    ],
    [
      'a tab',
      'acceptWithinHours: 24\n\tmanagerAfterHours: 48\n',
      '2:1 the line starts with a tab; use spaces',
    ],
    ['a bracket that is not closed', 'acceptWithinHours: [24\n', 'close the bracket above it'],
    [
      'a colon in a text',
      'acceptWithinHours: op tijd: 24\n',
      '1:20 a text with a colon in it has no quotes around it; put quotes around the whole text: "…"',
    ],
    ['a text that starts with *', 'timeZone: *Amsterdam\n', '1:11 a text cannot start with this character'],
    ['a text that starts with @', 'timeZone: @Amsterdam\n', '1:11 a text cannot start with this character'],
    [
      'a backslash',
      'timeZone: "Europe\\Amsterdam"\n',
      'a backslash has a special meaning between double quotes',
    ],
    [
      'a # in a text',
      `${AGREEMENT}timeZone: Europe #1\n`,
      '3:18 what follows the # in this text would be left out; put quotes around the whole text',
    ],
    ['dashes in the middle', `${AGREEMENT}---\nholidays: []\n`, '3:1 three dashes end the settings'],
    [
      'no settings at all',
      '# later\n',
      '1:1 an empty value is not right; it has to be a group of settings with acceptWithinHours, managerAfterHours',
    ],
  ])('is reported when it has %s', (_, text, words) => {
    expect(mistakesWith('agreement.yaml', text).join('\n')).toContain(words);
  });
});

describe('a file that others take names from', () => {
  it.each([
    ['a tab', /^ {2}label/m, '\tlabel'],
    ['an unquoted colon', 'nl: Voornaam', 'nl: Uw: voornaam'],
    ['a doubled name', /$/, '\nfirstName:\n  label: { nl: a, en: b }\n  type: text\n'],
  ])('with %s is the only one that is reported', (_, before, after) => {
    expect(mistakesAfter('fields.yaml', before, after)).toHaveLength(1);
  });

  it('is checked further when all that is wrong is a doubled name', () => {
    change('fields.yaml', 'type: tel', 'type: phone');
    const doubled = '\nfirstName:\n  label: { nl: a, en: b }\n  type: text\n';
    expect(mistakesAfter('fields.yaml', /$/, doubled)).toEqual([
      expect.stringContaining('phone.type: "phone" is not right'),
      expect.stringContaining('this name appears twice'),
    ]);
  });
});

describe('a mistake that the rest of a file seems to suffer from', () => {
  it.each([
    [
      'an entry without its dash',
      'scoring.yaml',
      '- name: Guide read',
      '  name: Guide read',
      'begin it with a dash',
    ],
    ['a # between brackets', 'forms.yaml', 'Terug naar de website', 'Terug naar #1', 'what follows the #'],
  ])('is reported once: %s', (_, file, before, after, words) => {
    expect(mistakesAfter(file, before, after)).toEqual([expect.stringContaining(words)]);
  });

  it('is no mistake when it is a remark', () => {
    change('scoring.yaml', 'cap: 100', 'cap: 100 #percent');
    expect(mistakesAfter('sales.yaml', 'name: Anna', 'name: Anna # the first')).toEqual([]);
  });
});

describe('a file that was not saved as UTF-8', () => {
  it('is reported at its first lost letter, and not checked further', () => {
    const latin = Buffer.from('team:\n  anna:\n    name: Zo\u00eb\n    nmae: x\n', 'latin1');
    writeFileSync(join(path(), 'sales.yaml'), latin);
    expect(mistakes()).toEqual([
      'sales.yaml:3:13 this letter cannot be read; save the file with the encoding UTF-8',
    ]);
    writeFileSync(join(path(), 'sales.yaml'), Buffer.from('team: {}', 'utf16le'));
    expect(mistakes()).toEqual([expect.stringContaining('sales.yaml:1:2 this letter cannot be read')]);
  });

  it('is reported in a mail too', () => {
    const file = join(path(), 'mails/tip-1.en.md');
    writeFileSync(file, Buffer.from(readFileSync(file, 'utf8').replace('Next week', 'Caf\u00e9'), 'latin1'));
    expect(mistakes()).toEqual([expect.stringContaining('tip-1.en.md:25:4 this letter cannot be read')]);
  });
});

describe('files that do not match', () => {
  it('are reported where a form asks an unknown field', () => {
    expect(
      mistakesAfter('forms.yaml', 'later: [firstName, lastName, job', 'later: [fristName, lastName, job'),
    ).toEqual([
      expect.stringMatching(
        /^forms\.yaml:\d+:11 whitepaper\.later\[0\]: there is no field "fristName" in fields\.yaml; did you mean "firstName"\?$/,
      ),
    ]);
  });

  it('are reported where a rule names an unknown form', () => {
    expect(mistakesAfter('scoring.yaml', 'on: form', 'on: form\n    forms: [whitepapers]')).toEqual([
      expect.stringMatching(
        /rules\[3\]\.forms\[0\]: there is no form "whitepapers" in forms\.yaml; did you mean "whitepaper"\?$/,
      ),
    ]);
  });

  it('are reported where a file has an unknown name', () => {
    expect(mistakesWith('form.yaml', '')).toEqual([
      'form.yaml:1:1 the playbook has no file of this name; did you mean "forms.yaml"?',
    ]);
  });

  it('are reported where a file is missing', () => {
    expect(mistakesWithout('fit.yaml')).toEqual([
      'fit.yaml:1:1 this file is missing; restore it from an earlier version',
    ]);
  });
});

describe('settings that contradict each other', () => {
  it.each([
    [
      'bands that do not rise',
      'scoring.yaml',
      'ads: 60',
      'ads: 20',
      'bands.ads: 20 is not above guides; make it more than 20',
    ],
    [
      'a band above the cap',
      'scoring.yaml',
      'cap: 100',
      'cap: 70',
      'bands.call: nobody gets 80 points; make it at most 70, the cap',
    ],
    [
      'two rules of one name',
      'scoring.yaml',
      'name: Page seen',
      'name: Guide read',
      'rules[2].name: there is another rule "Guide read"',
    ],
    [
      'a rule that never counts',
      'scoring.yaml',
      'on: open',
      'on: click',
      'rules[5]: this rule never counts, because "Mail opened" above it',
    ],
    [
      'a reversed range',
      'fit.yaml',
      'goodTo: 1000',
      'goodTo: 10',
      'employees.goodTo: 10 is less than goodFrom; make it 20 or more',
    ],
    [
      'an address instead of a domain',
      'fit.yaml',
      'excludedDomains: []',
      'excludedDomains: [a@b.nl]',
      '"a@b.nl" is not a domain',
    ],
    [
      'a field that every form has',
      'fields.yaml',
      'postcode:',
      'email:',
      'email: every form uses this name itself',
    ],
    [
      'a field that is asked twice',
      'forms.yaml',
      'ask: [name, message, phone]',
      'ask: [name, phone, phone]',
      'contact.ask[2]: "phone" is asked twice',
    ],
    [
      'a required field that is not asked',
      'forms.yaml',
      'require: [message]',
      'require: [company]',
      'contact.require[0]: "company" is required but not always asked',
    ],
    [
      'a manager who is notified too early',
      'agreement.yaml',
      ': 48',
      ': 24',
      'managerAfterHours: the manager is notified before sales is late; make it more than 24',
    ],
  ])('are reported: %s', (_, file, before, after, words) => {
    expect(mistakesAfter(file, before, after).join('\n')).toContain(words);
  });
});

describe('several mistakes', () => {
  it('of every kind are reported at once', () => {
    change('scoring.yaml', 'points: 10', 'points: 300');
    change('scoring.yaml', 'name: Page seen', 'name: Guide read');
    change('sequences.yaml', 'mail: tip-1,', 'mail: tip-9,');
    change('newsletter.yaml', 'on: 2027-01-12', 'on: 2027-01-10');
    const lines = mistakesAfter('sales.yaml', /$/, 'colour: red\n');
    expect(lines).toEqual([
      expect.stringContaining('rules[2].name: there is another rule "Guide read"'),
      expect.stringContaining('rules[8].points: 300 is not right'),
      expect.stringContaining('colour: there is no such setting'),
      expect.stringContaining('steps[1].mail: there is no mail "tip-9"'),
      expect.stringContaining('is a sun, when no mail is sent'),
    ]);
  });

  it('keep their lines when one above them is wrong too', () => {
    change('scoring.yaml', 'on: open', 'on: opn');
    expect(
      mistakesAfter(
        'scoring.yaml',
        /oncePer: step\n {4}points: 2/,
        'oncePer: step\n    points: 2\n\n  - name: Mail opened\n    on: click\n    points: 1',
      ),
    ).toContainEqual(
      expect.stringMatching(/rules\[7\]: this rule never counts, because "Link in a mail clicked" above it/),
    );
  });

  it('are all reported at once, in the order of the files and their lines', () => {
    mistakesAfter('forms.yaml', 'later: [firstName]', 'later: [nickname]');
    mistakesAfter('scoring.yaml', 'windowDays: 90', 'windowDays: no');
    const lines = mistakesAfter('agreement.yaml', ': 48', ': 0');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['scoring.yaml', 'forms.yaml', 'agreement.yaml']);
  });
});

describe('a slip of the keyboard', () => {
  const INDENT = 'the line is indented too little or too much; align it';
  it.each([
    [
      'a quote that is never closed',
      'forms.yaml',
      'en: Talk to us }',
      'en: "Talk to us }',
      ':56:35 this quote is',
    ],
    [
      'an apostrophe',
      'forms.yaml',
      'nl: Praat met ons,',
      "nl: 't Is goed,",
      ':56:16 this quote is never closed',
    ],
    ['a line too far left', 'scoring.yaml', '    on: open', '   on: open', `:113:1 ${INDENT}`],
    ['a line too far right', 'agreement.yaml', '  to: 17:00', '    to: 17:00', `:23:5 ${INDENT}`],
    [
      'no space in the first setting',
      'agreement.yaml',
      'Hours: 24',
      'Hours:24',
      ':5:1 there is no space behind',
    ],
    [
      'no space further on',
      'scoring.yaml',
      '    points: 3',
      '    points:3',
      ':97:5 there is no space behind the',
    ],
    [
      'no space between braces',
      'sequences.yaml',
      'mail: tip-1,',
      'mail:tip-1,',
      'put a space behind the colon',
    ],
    [
      'a first word that would be lost',
      'forms.yaml',
      'nl: Vertel kort',
      'nl: &Vertel kort',
      'this character; put quotes',
    ],
    ['an hour alone', 'agreement.yaml', 'from: 09:00', 'from: 9', '9 is not right; a time of day is HH:MM'],
    [
      'days without their letter',
      'sequences.yaml',
      'after: 7d',
      'after: 7',
      '7 is not right; a duration is a num',
    ],
    [
      'a number as a title',
      'forms.yaml',
      'nl: Praat met ons',
      'nl: 2026',
      '2026 is not right; put quotes around',
    ],
    [
      'a day of here',
      'agreement.yaml',
      '2026-12-25',
      '25-12-2026',
      'a day is written as year, month and day',
    ],
    [
      'a second sequence of one name',
      'sequences.yaml',
      /$/,
      'not-now:\n  start: { form: demo }\n  steps: []\n',
      'this name appears twice; keep one of the two',
    ],
  ])('is one mistake, where it was made: %s', (_, file, right, wrong, said) => {
    expect(mistakesAfter(file, right, wrong)).toEqual([expect.stringContaining(said)]);
  });

  it('is told from a folder that is lost', () => {
    rmSync(join(path(), 'mails'), { recursive: true });
    expect(mistakes()).toEqual(['mails:1:1 there are no mails; restore this folder from an earlier version']);
  });
});
