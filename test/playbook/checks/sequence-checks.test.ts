import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { mistakesAfter } = playbookFolder();

describe('a permission in a form', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    [
      'that does not say what it is for',
      '  subjects: [tips]\n  handRaise',
      '  handRaise',
      /^forms\.yaml:\d+:\d+ contact\.permission: this permission does not say which mails people get, .* subjects: \[tips\]/,
    ],
    [
      'for an unknown subject',
      'subjects: [newsletter]',
      'subjects: [newsletters]',
      /newsletter\.subjects\[0\]: there is no subject "newsletters" in mailing\.yaml; did you mean "newsletter"/,
    ],
    [
      'that is required and not asked',
      / {2}permission:\n {4}nl: Ja, mail mij elke week.*\n.*\n.*\n/,
      '',
      /newsletter\.require\[0\]: the permission is required, but this form does not ask it; add permission/,
    ],
  ])('%s is reported', (_, before, after, expected) => {
    expect(mistakesAfter('forms.yaml', before, after)).toEqual([expect.stringMatching(expected)]);
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
      'no form chosen yet',
      'form: demo }',
      'form: "" }',
      /start\.form: nothing is chosen; it can be whitepaper, /,
    ],
    [
      'a step twice',
      'id: two-questions',
      'id: start-at-the-end',
      /there is another step "start-at-the-end"; give each/,
    ],
    [
      'steps out of order',
      'after: 14d',
      'after: 4d',
      /steps\[2\]\.after: 4d is before the 7d of the step above it/,
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
      'no subject to unsubscribe from',
      '  subject: tips\n  start: { form',
      '  start: { form',
      /people could not unsubscribe from this mail/,
    ],
    [
      'an invalid page',
      '[/guides/scoring]',
      '[guides]',
      /start\.visited\[0\]: "guides" is not a page; a path starts with \//,
    ],
    [
      'an unknown field',
      'notRequested: [whitepaper]',
      'knows: [shoeSize]',
      /there is no field "shoeSize" in fields\.yaml/,
    ],
    [
      'an invalid duration',
      'after: 7d',
      'after: a week',
      /"a week" is not right; a duration is a number with d, h or m, such as 7d/,
    ],
    [
      'an unknown setting',
      '{ form: demo }',
      '{ from: demo }',
      /start\.from: there is no such setting; it can be form, visited, withoutForm, imported, returned, event, with, band, clicked or answered$/,
    ],
    [
      'a repetition before its end',
      'start: { form: whitepaper }',
      'start: { form: whitepaper }\n  again: { after: 42d }',
      /again\.after: it would start again before it ends, so it would never end; make it more than 42d, or write again: never$/,
    ],
    [
      'a mail that starts it again',
      'start: { visited: [/guides/handover] }',
      'start: { visited: [/whitepaper/*] }\n  again: { after: 90d }',
      /start\.visited\[0\]: its own mail "guide-handover" links to this page, which starts it again/,
    ],
    [
      'a request to confirm without a button',
      'mail: confirm-permission,',
      'mail: tip-1,',
      /confirm-permission\.start: no mail of this sequence lets people confirm their permission; use \{\{ confirmUrl/,
    ],
    [
      'an invalid repetition',
      'start: { form: demo }',
      'start: { form: demo }\n  again: always',
      /again: "always" is not right; it has to be never, or a group of settings with after$/,
    ],
    [
      'a requested mail that nobody requests',
      'mail: guide-scoring, after: 20m',
      'mail: guide-scoring, after: 20m, kind: requested',
      /kind: nobody requests a mail by visiting a page/,
    ],
    [
      'a permission that no mail asks to confirm',
      'mail: demo-welcome, after: 0d, kind: requested',
      'mail: tip-1, after: 0d, kind: requested',
      /^forms\.yaml:\d+:\d+ demo\.permission: no mail asks people to confirm this permission/,
    ],
  ])('is reported: %s', (_, before, after, words) => {
    expect(mistakesAfter('sequences.yaml', before, after)).toContainEqual(expect.stringMatching(words));
  });
});
