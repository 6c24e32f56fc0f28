import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { load, mistakesWith, mistakesAfter } = playbookFolder();

const HOURS = 'acceptWithinHours: 24\nmanagerAfterHours: 48\n';

describe('an agreement of two lines', () => {
  it('counts whole working days, and asks ten new points after a return', () => {
    expect(mistakesWith('agreement.yaml', HOURS)).toEqual([]);
    expect(load()).toMatchObject({
      content: {
        agreement: {
          workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '00:00', to: '24:00' },
          linkDays: 90,
          lostBackAfterDays: 180,
          returns: { 'not-ready': { newPoints: 10, resume: false }, 'bad-fit': { resume: false } },
        },
      },
    });
  });
});

describe('a mistake in the agreement', () => {
  it.each([
    [
      'timeZone: Europe/Amstrdam',
      ':3:11 timeZone: there is no time zone "Europe/Amstrdam"; did you mean "Europe/Amsterdam"?',
    ],
    ['timeZone: Mars', 'there is no time zone "Mars"; write a region and a city'],
    ['workingHours: { days: [mon], from: 17:00, to: 09:00 }', 'the day ends at 09:00, before it starts'],
    ['workingHours: { days: [mon], from: 9, to: 17:00 }', 'workingHours.from: 9 is not right'],
    [
      'workingHours: { days: [monday], from: 09:00, to: 17:00 }',
      'workingHours.days[0]: "monday" is not right',
    ],
    ['workingHours: { days: [mon], from: 09:00, to: 24:30 }', 'a time of day is HH:MM, at most 24:00'],
    ['holidays: [2026-12-25, 2026-12-25]', ':3:24 holidays[1]: 2026-12-25 appears twice'],
    ['holidays: [25-12-2026]', 'holidays[0]: "25-12-2026" is not right'],
    [
      'linkDays: 1',
      'the page of a hand-over expires before the manager is notified about it; make it at least 2',
    ],
    ['returns: { not-ready: { newPoints: 0 } }', 'returns.not-ready.newPoints: 0 is not right'],
    ['returns: { notready: { newPoints: 5 } }', 'returns.notready: there is no such setting; did you mean'],
    ['returns: { bad-fit: { newPoints: 5 } }', 'returns.bad-fit.newPoints: there is no such setting'],
  ])('is reported with its place: %s', (line, words) => {
    expect(mistakesWith('agreement.yaml', `${HOURS}${line}\n`).join('\n')).toContain(words);
  });
});

describe('a sequence for returned leads', () => {
  it('starts only on known reasons', () => {
    expect(mistakesAfter('sequences.yaml', 'returned: [not-ready]', 'returned: [notready]').join()).toMatch(
      /not-now/,
    );
    expect(mistakesAfter('sequences.yaml', 'returned: [notready]', 'returned: [duplicate]').join()).toMatch(
      /not-now/,
    );
    expect(mistakesAfter('sequences.yaml', 'returned: [duplicate]', 'returned: [not-ready, other]')).toEqual(
      [],
    );
  });

  it('has no requested mail', () => {
    const lines = mistakesAfter('sequences.yaml', 'mail: not-now-1,', 'mail: not-now-1, kind: requested,');
    expect(lines.join()).toContain('nobody requests a mail by being returned by sales; leave kind out');
  });
});
