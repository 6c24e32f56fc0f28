import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../shared/playbook/load.ts';
import { toLine } from '../../shared/playbook/mistake.ts';

const shipped = join(import.meta.dirname, '../../shared/playbook');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'playbook-'));
  for (const file of globSync('{*.yaml,mails/*}', { cwd: shipped })) {
    cpSync(join(shipped, file), join(folder, file));
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the loader says after a text was replaced in a file. */
function saysAfter(file: string, before: string | RegExp, after: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(before, after);
  expect(changed).not.toBe(text);
  return saysOf(file, changed);
}

function saysOf(file: string, text: string): string[] {
  writeFileSync(join(folder, file), text);
  return says();
}

function says(): string[] {
  const loaded = loadPlaybook(folder);
  return loaded.ok ? [] : loaded.mistakes.map((mistake) => toLine(mistake).replace(`${folder}/`, ''));
}

const AGREEMENT = 'acceptWithinHours: 24\nmanagerAfterHours: 48\n';

describe('a playbook without mistakes', () => {
  it('is loaded with what the marketers left out filled in', () => {
    const loaded = loadPlaybook(folder);
    expect(loaded).toMatchObject({
      ok: true,
      content: { forms: { contact: { laterAtOnce: 1, later: [] } } },
    });
  });
});

describe('a mistake in a setting', () => {
  it('is reported with its line and column, and with what would be right', () => {
    expect(saysOf('agreement.yaml', 'acceptWithinHours: "soon"\nmanagerAfterHours: 0\n')).toEqual([
      'agreement.yaml:1:20 acceptWithinHours: "soon" is not right; it has to be a whole number, 1 or more',
      'agreement.yaml:2:20 managerAfterHours: 0 is not right; it has to be a whole number, 1 or more',
    ]);
  });

  it('is reported deep in a list', () => {
    expect(saysAfter('scoring.yaml', 'points: 10', 'points: 300')).toEqual([
      expect.stringMatching(
        /^scoring\.yaml:\d+:13 rules\[8\]\.points: 300 is not right; it has to be a whole number from 1 to 100$/,
      ),
    ]);
  });

  it('is explained by the words that can be chosen', () => {
    expect(saysAfter('fields.yaml', 'type: tel', 'type: phone')).toEqual([
      expect.stringMatching(/phone\.type: "phone" is not right; it can be text, tel, number or textarea$/),
    ]);
    expect(saysAfter('scoring.yaml', 'on: open', 'on: opn')).toContainEqual(
      expect.stringMatching(/rules\[4\]\.on: "opn" is not right; did you mean "open"\?$/),
    );
  });

  it('is explained by what the setting is for', () => {
    expect(saysAfter('scoring.yaml', '[/guides/*,', '[guides,')).toEqual([
      expect.stringMatching(
        /rules\[1\]\.paths\[0\]: "guides" is not right; a path starts with \/ and may end in \*/,
      ),
    ]);
  });
});

describe('a name of a setting that there is not', () => {
  it('is answered with the name that was meant', () => {
    expect(saysAfter('forms.yaml', 'handRaise:', 'handraise:')).toEqual([
      expect.stringMatching(
        /^forms\.yaml:\d+:3 contact\.handraise: there is no such setting; did you mean "handRaise"\?$/,
      ),
    ]);
  });

  it('shows up with the setting that is missing', () => {
    expect(saysOf('agreement.yaml', 'acceptWithinHour: 24\nmanagerAfterHours: 48\n')).toEqual([
      'agreement.yaml:1:1 acceptWithinHours: is missing; it has to be a whole number, 1 or more',
      'agreement.yaml:1:1 acceptWithinHour: there is no such setting; did you mean "acceptWithinHours"?',
    ]);
  });

  it('is answered with the names there are when none is near', () => {
    expect(saysOf('agreement.yaml', `${AGREEMENT}colour: red\n`)).toEqual([
      'agreement.yaml:3:1 colour: there is no such setting; leave it out',
    ]);
  });
});

describe('a file that is no YAML', () => {
  it.each([
    [
      'the same name twice',
      `${AGREEMENT}managerAfterHours: 72\n`,
      '3:1 this name is there twice; keep one of the two',
    ],
    [
      'a tab',
      'acceptWithinHours: 24\n\tmanagerAfterHours: 48\n',
      '2:1 the line starts with a tab; use spaces',
    ],
    ['a bracket that is not closed', 'acceptWithinHours: [24\n', 'close the bracket above it'],
    [
      'no settings at all',
      '# later\n',
      '1:1 nothing is not right; it has to be a group of settings with acceptWithinHours, managerAfterHours',
    ],
  ])('is reported when it has %s', (_, text, words) => {
    expect(saysOf('agreement.yaml', text).join('\n')).toContain(words);
  });
});

describe('files that do not fit each other', () => {
  it('are reported where a form asks a field there is not', () => {
    expect(
      saysAfter('forms.yaml', 'later: [firstName, lastName, job', 'later: [fristName, lastName, job'),
    ).toEqual([
      expect.stringMatching(
        /^forms\.yaml:\d+:11 whitepaper\.later\[0\]: there is no field "fristName" in fields\.yaml; did you mean "firstName"\?$/,
      ),
    ]);
  });

  it('are reported where a rule counts a form there is not', () => {
    expect(saysAfter('scoring.yaml', 'on: form', 'on: form\n    forms: [whitepapers]')).toEqual([
      expect.stringMatching(
        /rules\[3\]\.forms\[0\]: there is no form "whitepapers" in forms\.yaml; did you mean "whitepaper"\?$/,
      ),
    ]);
  });

  it('are reported where one of them has another name', () => {
    writeFileSync(join(folder, 'form.yaml'), '');
    expect(says()).toEqual([
      'form.yaml:1:1 no part of the playbook has this name; did you mean "forms.yaml"?',
    ]);
  });

  it('are reported where one of them is missing', () => {
    rmSync(join(folder, 'fit.yaml'));
    expect(says()).toEqual(['fit.yaml:1:1 this file is missing; bring it back from the version before']);
  });
});

describe('settings that cannot work together', () => {
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
      'bands.call: nobody gets 80 points; make it 70, the cap, at most',
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
      'an address for a domain',
      'fit.yaml',
      'excludedDomains: []',
      'excludedDomains: [a@b.nl]',
      '"a@b.nl" is no domain',
    ],
    [
      'a field that every form has',
      'fields.yaml',
      'postcode:',
      'email:',
      'email: every form has this name for something of its own',
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
      'handRaise: true',
      'handRaise: true\n  require: [company]',
      'contact.require[0]: "company" is required and not always asked',
    ],
    [
      'a manager before sales',
      'agreement.yaml',
      ': 48',
      ': 24',
      'managerAfterHours: the manager is told before sales is late; make it more than 24',
    ],
  ])('are reported: %s', (_, file, before, after, words) => {
    expect(saysAfter(file, before, after).join('\n')).toContain(words);
  });
});

describe('a sequence that cannot be carried out', () => {
  it.each([
    [
      'an unknown mail',
      'mail: tip-1,',
      'mail: tip-9,',
      /^sequences\.yaml:\d+:37 whitepaper-tips\.steps\[1\]\.mail: there is no mail "tip-9" in the folder mails; did you mean "tip-1"\?$/,
    ],
    [
      'a step twice',
      'id: two-questions',
      'id: start-at-the-end',
      /there is another step "start-at-the-end"; give each/,
    ],
    [
      'steps in another order',
      'after: 14d',
      'after: 4d',
      /steps\[2\]\.after: 4d is before 7d of the step above it/,
    ],
    [
      'an unknown form',
      '{ form: demo }',
      '{ form: demos }',
      /there is no form "demos" in forms\.yaml; did you mean "demo"/,
    ],
    [
      'an unknown subject',
      'subject: tips',
      'subject: tip',
      /whitepaper-tips\.subject: there is no subject "tip" in mailing\.yaml; did you mean "tips"/,
    ],
    [
      'no subject to leave',
      '  subject: tips\n  start: { form',
      '  start: { form',
      /people could not choose to get this mail no more/,
    ],
    [
      'a page that is none',
      '[/guides/scoring,',
      '[guides,',
      /start\.visited\[0\]: "guides" is no page; a path starts with \//,
    ],
    [
      'an unknown field',
      'notRequested: [whitepaper]',
      'knows: [shoeSize]',
      /there is no field "shoeSize" in fields\.yaml/,
    ],
    [
      'a span that is none',
      'after: 7d',
      'after: a week',
      /"a week" is not right; a span is a number with d, h or m, such as 7d/,
    ],
    [
      'an unknown setting',
      '{ form: demo }',
      '{ from: demo }',
      /start\.from: there is no such setting; it can be form$/,
    ],
    [
      'an end that never comes',
      'start: { form: whitepaper }',
      'start: { form: whitepaper }\n  again: { after: 42d }',
      /again\.after: it begins again before it ends, so it can never end; make it more than 42d, or write again: never$/,
    ],
    [
      'a mail that starts it again',
      'start: { visited: [/guides/handover, /nl/guides/handover] }',
      'start: { visited: [/whitepaper/*] }\n  again: { after: 90d }',
      /start\.visited\[0\]: its own mail "guide-handover" links to this page, which starts it again/,
    ],
    [
      'again that is no span',
      'start: { form: demo }',
      'start: { form: demo }\n  again: always',
      /again: "always" is not right; it has to be never, or a group of settings with after$/,
    ],
    [
      'a mail nobody asked for',
      'mail: guide-scoring, after: 20m',
      'mail: guide-scoring, after: 20m, kind: requested',
      /kind: nobody asked for this mail by visiting a page/,
    ],
    [
      'a permission nobody confirms',
      'mail: demo-welcome, after: 0d, kind: requested',
      'mail: tip-1, after: 0d, kind: requested',
      /^forms\.yaml:\d+:\d+ demo\.permission: no mail asks people to confirm this permission/,
    ],
  ])('is reported: %s', (_, before, after, words) => {
    expect(saysAfter('sequences.yaml', before, after)).toContainEqual(expect.stringMatching(words));
  });
});

describe('rules of mailing that cannot be kept', () => {
  it.each([
    [
      'a time zone that does not exist',
      'Europe/Amsterdam',
      'Europe/Amsterdm',
      /timeZone: there is no time zone "Europe\/Amsterdm"; did you mean "Europe\/Amsterdam"\?$/,
    ],
    [
      'hours that end before they begin',
      'to: 17:00',
      'to: 09:00',
      /hours\.to: 09:00 is not after 09:00, so no mail could go out; make it later/,
    ],
    ['a time that is none', 'to: 17:00', 'to: 25:00', /"25:00" is not right; a time of day is HH:MM/],
    [
      'an issue on a free day',
      'days: [mon, tue, ',
      'days: [mon, ',
      /newsletter\.yaml:\d+:\d+ \[0\]\.on: 2027-01-12 is a tue, on which no mail goes out/,
    ],
    [
      'a newsletter nobody can leave',
      '  newsletter: {',
      '  news: {',
      /people could not leave the newsletter/,
    ],
  ])('are reported: %s', (_, before, after, words) => {
    expect(saysAfter('mailing.yaml', before, after)).toContainEqual(expect.stringMatching(words));
  });

  it('are reported where two issues have one mail', () => {
    expect(saysAfter('newsletter.yaml', 'newsletter-one-field', 'newsletter-backwards')).toContainEqual(
      expect.stringMatching(
        /\[1\]\.mail: "newsletter-backwards" is sent by an issue above; write a mail for each/,
      ),
    );
  });
});

describe('a mail with a mistake', () => {
  const TIP = 'mails/tip-1.en.md';

  it.each([
    [
      'a link that is no URL',
      '{{ website }}/guides/readiness',
      'www.example.com',
      '23:31 "www.example.com" is no URL; write it in full',
    ],
    [
      'a path for a link',
      '{{ website }}/guides/readiness',
      '/guides/readiness',
      '23:31 "/guides/readiness" is no URL; write {{ website }}/guides/readiness',
    ],
    [
      'a link without a host',
      '{{ website }}/guides/readiness',
      'https://guides',
      '23:31 "https://guides" is no URL',
    ],
    ['a link to a script', '{{ website }}/guides/readiness', 'javascript:alert(1)', 'is no URL'],
    [
      'an unknown variable',
      '{{ firstName |',
      '{{ fristName |',
      '9:7 there is no variable "fristName"; did you mean "firstName"?',
    ],
    [
      'a name without a fallback',
      '{{ firstName | default: "there" }}',
      '{{ firstName }}',
      '9:4 firstName is not known of everybody; say what to write instead',
    ],
    ['an unknown filter', 'default: "there"', 'defalt: "there"', 'it can be default'],
    [
      'a filter that trusts strangers',
      'default: "there"',
      'default: "there" | raw',
      'raw would let strangers write in your mail',
    ],
    ['Liquid that is not closed', 'Next week:', '{{ firstName', '25:1 output "{{ firstName'],
    [
      'a tag there is not',
      'Next week:',
      '{% iff firstName %}',
      '25:1 tag "iff" not found; did you mean "if"?',
    ],
    [
      'a picture without words',
      'Next week:',
      '![](https://example.com/a.png)',
      '25:5 this picture says nothing to who cannot see it',
    ],
    ['a picture from nowhere', 'Next week:', '![A dog](dog.png)', '25:10 "dog.png" is no URL of a picture'],
    [
      'a subject phones cut off',
      'The question sales likes to be asked',
      'The question that everybody in sales would like to hear',
      '2:10 subject: 55 characters are more than a phone shows; make it 50 at most',
    ],
    ['no preheader', /preheader: .*\n/, '', '1:1 preheader: is missing; it has to be a text'],
    [
      'a preheader that says nothing',
      /preheader: .*/,
      'preheader: Hi',
      '3:12 preheader: 2 characters do not fit behind the subject; make it 30 to 110',
    ],
    ['no reason', /reason: .*\n/, '', 'reason: is missing'],
    [
      'a setting there is not',
      'preheader:',
      'preheeder:',
      'there is no such setting; did you mean "preheader"?',
    ],
    ['no settings at all', /^---\n/, '', '1:1 the settings of this mail are missing; begin with ---'],
  ])('is reported with its place: %s', (_, before, after, words) => {
    expect(saysAfter(TIP, before, after).join('\n')).toContain(words);
  });

  it('is reported when a translation is missing', () => {
    rmSync(join(folder, TIP));
    expect(says()).toEqual([
      'mails/tip-1.nl.md:1:1 this mail is there in Dutch only; write mails/tip-1.en.md too',
    ]);
  });

  it('is reported when no mail can have its name', () => {
    expect(saysOf('mails/Tip.md', 'Hello')).toEqual([
      expect.stringMatching(
        /^mails\/Tip\.md:1:1 no mail can have this name; call it by a name in small letters/,
      ),
    ]);
  });

  it('may ask to confirm only where there is something to confirm', () => {
    expect(saysAfter(TIP, 'Next week:', '[Confirm]({{ confirmUrl }})').join()).toContain(
      '25:11 confirmUrl is not known of everybody; put {% if confirmUrl %} above',
    );
  });

  it('may have a name without a fallback where it asked for it', () => {
    expect(saysAfter(TIP, 'Next week:', '{% if company %}At {{ company }}:{% endif %}')).toEqual([]);
  });
});

describe('several mistakes', () => {
  it('are all reported at once, in the order of the files and their lines', () => {
    saysAfter('forms.yaml', 'later: [firstName]', 'later: [nickname]');
    saysAfter('scoring.yaml', 'windowDays: 90', 'windowDays: no');
    const lines = saysAfter('agreement.yaml', ': 48', ': 0');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['scoring.yaml', 'forms.yaml', 'agreement.yaml']);
  });
});
