import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { toLine } from '../../../shared/playbook/mistake.ts';
import { playbookFolder } from '../folder.ts';

const { change, load, mistakes, mistakesAfter, mistakesWithout, path } = playbookFolder();
const EVENT = `talk:
  title: { nl: Webinar, en: Webinar }
  start: 2027-02-09 15:00
  end: 2027-02-09 16:00
  link: https://meet.example.com/talk
  form: demo
`;
const SEQUENCE = `
talk:
  title: { nl: Webinar, en: Webinar }
  subject: tips
  start: { form: demo }
  event: talk
  steps:
    - { id: answer, mail: tip-1, after: 0d, kind: requested, calendar: true }
    - { id: moved, mail: tip-2, event: moved, kind: requested }
    - { id: reminder, mail: tip-3, event: { before: 1d }, kind: requested }
    - { id: thanks, mail: tip-4, event: { after: 1d }, when: { attended: true } }
    - { id: late, mail: tip-5, after: 30d, when: { registered: false } }
`;
beforeEach(() => {
  writeFileSync(join(path(), 'events.yaml'), EVENT);
  change('sequences.yaml', /$/, SEQUENCE);
});

describe('an event', () => {
  it('has a sequence with mails before and after it', () => {
    expect(load()).toMatchObject({ ok: true, content: { events: { talk: { cancelled: false } } } });
    change('mails/tip-3.nl.md', /$/, '\n{{ eventTitle }}, {{ eventWhen }}: {{ eventLink }}\n');
    // The same mail is also in a sequence about nothing.
    expect(mistakes()).toEqual(
      ['eventTitle', 'eventWhen', 'eventLink'].map((name) =>
        expect.stringContaining(`"tip-3" says {{ ${name} }}, and this sequence is not about an event`),
      ),
    );
  });

  it('needs no file when there is none', () => {
    change('sequences.yaml', SEQUENCE, '');
    expect(mistakesWithout('events.yaml')).toEqual([]);
  });

  it.each([
    ['start: 2027-02-09 15:00', 'start: 2027-02-30 15:00', /talk\.start: there is no 2027-02-30/],
    [
      'start: 2027-02-09 15:00',
      'start: tomorrow',
      /talk\.start: "tomorrow" is not right; a moment is a day and a/,
    ],
    ['end: 2027-02-09 16:00', 'end: 2027-02-09 15:00', /talk\.end: 2027-02-09 15:00 is not after the start/],
    ['  link: https://meet.example.com/talk\n', '', /talk: nobody would know where it is; add place/],
    ['link: https', 'link: http', /talk\.link: .* is not right; a link begins with https/],
    ['form: demo', 'form: dmo', /talk\.form: there is no form "dmo" .* "demo"/],
    ['form: demo', 'form: demo\n  timeZone: Europe/Amstrdam', /talk\.timeZone: there is no time zone/],
    ['form: demo', 'form: demo\n  room: 3', /talk\.room: there is no such setting/],
  ])('is reported with %s as %s', (before, after, expected) => {
    expect(mistakesAfter('events.yaml', before, after)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    [
      'event: talk\n  steps',
      'event: tlk\n  steps',
      /talk\.event: there is no event "tlk" in events\.yaml; did you/,
    ],
    [
      'after: 0d, kind: requested, calendar',
      'kind: requested, calendar',
      /steps\[0\]\.after: is missing; write how/,
    ],
    [
      'event: moved',
      'event: moved, after: 1d',
      /steps\[1\]\.after: it cannot be sent both after the start and/,
    ],
    ['event: moved', 'event: changed', /steps\[1\]\.event/],
    [
      '{ before: 1d }, kind',
      '{ before: soon }, kind',
      /steps\[2\]\.event\.before: "soon" is not right; a duration is/,
    ],
  ])('does not let a sequence say %s as %s', (before, after, expected) => {
    expect(mistakesAfter('sequences.yaml', before, after)).toEqual([expect.stringMatching(expected)]);
  });

  it('is what such steps need', () => {
    expect(mistakesAfter('sequences.yaml', '  event: talk\n', '')).toEqual(
      [/steps\[0\]\.calendar/, /steps\[1\]\.event/, /steps\[2\]\.event/, /steps\[3\]\.event/]
        .flatMap((place, n) => {
          const more =
            n === 3 ? [expect.stringMatching(/steps\[3\]\.when\.attended: this sequence is not about/)] : [];
          return [
            expect.stringMatching(new RegExp(`${place.source}: this sequence is not about an event; add`)),
            ...more,
          ];
        })
        .concat([expect.stringMatching(/steps\[4\]\.when\.registered: this sequence is not about an event/)]),
    );
  });

  it('is told apart from another by its form', () => {
    writeFileSync(
      join(path(), 'events.yaml'),
      EVENT + EVENT.replace('talk:', 'second:').replaceAll('-09', '-09'),
    );
    const loaded = load();
    expect(loaded.ok && loaded.warnings.map(toLine)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/second\.form: "talk" has the same form and is not over/),
      ]),
    );
  });
});
