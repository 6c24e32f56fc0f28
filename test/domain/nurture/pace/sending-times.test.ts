import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDaysBetween,
  durationMs,
  isSendingTime,
  nextSendingTime,
  plannedAt,
  type SendingHours,
  timeZoneOf,
} from '../../../../shared/domain/nurture/pace/sending-times.ts';
import { wallTimeOf } from '../../../../shared/domain/time-zone.ts';

const office: SendingHours = { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
const always: SendingHours = {
  from: '00:00',
  to: '23:59',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
};
const WEEKS = ['0d', '7d', '14d', '21d', '28d', '35d', '42d'];

/** The times of the six weeks, in UTC to the minute. */
const sixWeeks = (startedAt: string, timeZone: string, hours = office) =>
  WEEKS.map((after) =>
    plannedAt({ after, kind: 'marketing' }, { startedAt, shiftDays: 0, timeZone }, hours).replace(
      ':00.000Z',
      '',
    ),
  );

describe('six weeks of mails', () => {
  it('keep the hour of the start in Amsterdam when winter ends (28 March 2027)', () => {
    expect(sixWeeks('2027-03-04T13:30:00.000Z', 'Europe/Amsterdam')).toEqual([
      '2027-03-04T13:30',
      '2027-03-11T13:30',
      '2027-03-18T13:30',
      '2027-03-25T13:30',
      '2027-04-01T12:30',
      '2027-04-08T12:30',
      '2027-04-15T12:30',
    ]);
  });

  it('keep it in Amsterdam when summer ends (31 October 2027)', () => {
    expect(sixWeeks('2027-10-12T07:15:00.000Z', 'Europe/Amsterdam')).toEqual([
      '2027-10-12T07:15',
      '2027-10-19T07:15',
      '2027-10-26T07:15',
      '2027-11-02T08:15',
      '2027-11-09T08:15',
      '2027-11-16T08:15',
      '2027-11-23T08:15',
    ]);
  });

  it('keep it in New York over 29 February 2028 and the start of summer (12 March)', () => {
    expect(sixWeeks('2028-02-08T14:00:00.000Z', 'America/New_York')).toEqual([
      '2028-02-08T14:00',
      '2028-02-15T14:00',
      '2028-02-22T14:00',
      '2028-02-29T14:00',
      '2028-03-07T14:00',
      '2028-03-14T13:00',
      '2028-03-21T13:00',
    ]);
  });

  it('keep it in New York when summer ends (5 November 2028)', () => {
    expect(sixWeeks('2028-10-20T20:45:00.000Z', 'America/New_York')).toEqual([
      '2028-10-20T20:45',
      '2028-10-27T20:45',
      '2028-11-03T20:45',
      '2028-11-10T21:45',
      '2028-11-17T21:45',
      '2028-11-24T21:45',
      '2028-12-01T21:45',
    ]);
  });

  it('keep it on Lord Howe Island, whose summer is half an hour (ends 2 April, starts 1 October 2028)', () => {
    expect(sixWeeks('2028-03-14T23:00:00.000Z', 'Australia/Lord_Howe')).toEqual([
      '2028-03-14T23:00',
      '2028-03-21T23:00',
      '2028-03-28T23:00',
      '2028-04-04T23:30',
      '2028-04-11T23:30',
      '2028-04-18T23:30',
      '2028-04-25T23:30',
    ]);
    expect(sixWeeks('2028-09-11T23:30:00.000Z', 'Australia/Lord_Howe').slice(2)).toEqual([
      '2028-09-25T23:30',
      '2028-10-02T23:00',
      '2028-10-09T23:00',
      '2028-10-16T23:00',
      '2028-10-23T23:00',
    ]);
  });

  it('keep it in Auckland, a day ahead of UTC, over both changes', () => {
    expect(sixWeeks('2028-03-15T21:30:00.000Z', 'Pacific/Auckland').slice(2, 4)).toEqual([
      '2028-03-29T21:30',
      '2028-04-05T22:30',
    ]);
    expect(sixWeeks('2028-09-11T22:00:00.000Z', 'Pacific/Auckland').slice(1, 4)).toEqual([
      '2028-09-18T22:00',
      '2028-09-25T21:00',
      '2028-10-02T21:00',
    ]);
  });

  it('count 29 February as a day, and go on to 1 March without it', () => {
    const march = (startedAt: string) => sixWeeks(startedAt, 'Europe/Amsterdam', always)[1];
    expect(march('2028-02-22T10:00:00.000Z')).toBe('2028-02-29T10:00');
    expect(march('2028-02-23T10:00:00.000Z')).toBe('2028-03-01T10:00');
    expect(march('2027-02-22T10:00:00.000Z')).toBe('2027-03-01T10:00');
  });
});

describe('a mail', () => {
  const amsterdam = 'Europe/Amsterdam';
  const moved = (at: string) => nextSendingTime(at, office, amsterdam);

  it('that falls before the hours of a day waits for their start', () => {
    expect(moved('2026-11-24T04:10:00.000Z')).toBe('2026-11-24T08:00:00.000Z');
  });

  it('keeps to the minutes of the hours', () => {
    const hours = { ...office, from: '09:30', to: '17:15' };
    const at = (time: string) => nextSendingTime(`2026-11-24T${time}:00.000Z`, hours, amsterdam).slice(8, 16);
    expect(['08:29', '08:31', '16:14', '16:15'].map(at)).toEqual([
      ...['24T08:30', '24T08:31', '24T16:14', '25T08:30'],
    ]);
  });

  it('that falls after them, or exactly on their end, is sent the next morning', () => {
    expect(moved('2026-11-24T16:00:00.000Z')).toBe('2026-11-25T08:00:00.000Z');
    expect(moved('2026-11-24T15:59:59.999Z')).toBe('2026-11-24T15:59:59.999Z');
    const isIn = (at: string) => isSendingTime(at, office, amsterdam);
    expect([isIn('2026-11-24T15:59:59.999Z'), isIn('2026-11-24T16:00:00.000Z')]).toEqual([true, false]);
  });

  it('that falls in a weekend is sent on Monday', () => {
    expect(moved('2026-11-27T20:00:00.000Z')).toBe('2026-11-30T08:00:00.000Z');
    expect(moved('2026-11-28T10:00:00.000Z')).toBe('2026-11-30T08:00:00.000Z');
  });

  it('that falls in the hour that clocks skip is sent when they jump', () => {
    const calendar = { startedAt: '2027-03-21T01:30:00.000Z', shiftDays: 0, timeZone: amsterdam };
    expect(plannedAt({ after: '7d', kind: 'marketing' }, calendar, always)).toBe('2027-03-28T01:00:00.000Z');
  });

  it('that falls in the hour that clocks show twice is sent the first time', () => {
    const calendar = { startedAt: '2027-10-24T00:30:00.000Z', shiftDays: 0, timeZone: amsterdam };
    expect(plannedAt({ after: '7d', kind: 'marketing' }, calendar, always)).toBe('2027-10-31T00:30:00.000Z');
  });

  it('that was requested is sent at any hour', () => {
    const calendar = { startedAt: '2026-11-28T02:00:00.000Z', shiftDays: 0, timeZone: amsterdam };
    expect(plannedAt({ after: '0d', kind: 'requested' }, calendar, office)).toBe(calendar.startedAt);
  });

  it('some hours or minutes after the start counts elapsed time, not local time', () => {
    const calendar = { startedAt: '2027-03-27T12:00:00.000Z', shiftDays: 0, timeZone: amsterdam };
    expect(plannedAt({ after: '24h', kind: 'marketing' }, calendar, always)).toBe('2027-03-28T12:00:00.000Z');
    expect(plannedAt({ after: '1d', kind: 'marketing' }, calendar, always)).toBe('2027-03-28T11:00:00.000Z');
    expect(plannedAt({ after: '30m', kind: 'marketing' }, calendar, always)).toBe('2027-03-27T12:30:00.000Z');
  });
});

describe('whatever the zone, the start, the delay and the hours', () => {
  const zones = [
    ...['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'],
    ...['Asia/Kolkata', 'America/St_Johns', 'Africa/Casablanca', 'Pacific/Apia', 'Pacific/Kiritimati'],
  ];
  const start = fc.date({ min: new Date('2011-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  const hours = fc
    .tuple(
      fc.integer({ min: 0, max: 22 }),
      fc.integer({ min: 1, max: 23 }),
      fc.subarray([...always.days], { minLength: 1 }),
    )
    .map(
      ([from, length, days]): SendingHours => ({
        from: `${String(from).padStart(2, '0')}:00`,
        to: `${String(Math.min(23, from + length)).padStart(2, '0')}:00`,
        days,
      }),
    );
  const anything = fc.record({
    startedAt: start.map((date) => date.toISOString()),
    timeZone: fc.constantFrom(...zones),
    shiftDays: fc.integer({ min: 0, max: 30 }),
    days: fc.integer({ min: 0, max: 60 }),
    hours,
  });
  interface Given {
    startedAt: string;
    timeZone: string;
    shiftDays: number;
    days: number;
    hours: SendingHours;
  }
  const planned = ({ days, hours, ...calendar }: Given) =>
    plannedAt({ after: `${days}d`, kind: 'marketing' }, calendar, hours);

  it('is in the hours, on a sending day', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const at = planned(given);
        const { day, ms } = wallTimeOf(at, given.timeZone);
        const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
        expect(given.hours.days).toContain(names[new Date(day).getUTCDay()]);
        const hour = ms / 3_600_000;
        expect(hour).toBeGreaterThanOrEqual(Number(given.hours.from.slice(0, 2)));
        expect(hour).toBeLessThan(Number(given.hours.to.slice(0, 2)));
        expect(isSendingTime(at, given.hours, given.timeZone)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is never before its number of calendar days has passed, nor before the start', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const at = planned(given);
        expect(at >= given.startedAt).toBe(true);
        expect(calendarDaysBetween(given.startedAt, at, given.timeZone)).toBeGreaterThanOrEqual(
          given.days + given.shiftDays,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('comes no earlier for a later step or a longer shift', () => {
    fc.assert(
      fc.property(anything, fc.nat(10), fc.nat(10), (given, days, shiftDays) => {
        const later = { ...given, days: given.days + days, shiftDays: given.shiftDays + shiftDays };
        expect(planned(later) >= planned(given)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the time zone of a person', () => {
  const rules = { timeZone: 'Europe/Amsterdam' };
  const living = (value: string) => ({ values: { timeZone: { value } } });

  it('is their own if known, else that of the company', () => {
    expect(timeZoneOf(living('Asia/Tokyo'), rules)).toBe('Asia/Tokyo');
    expect(timeZoneOf(living('Mars/Base'), rules)).toBe('Europe/Amsterdam');
    expect(timeZoneOf(undefined, rules)).toBe('Europe/Amsterdam');
  });
});

describe('a duration', () => {
  it('is a number of days, hours or minutes', () => {
    expect([durationMs('2d'), durationMs('3h'), durationMs('90m')]).toEqual([
      172_800_000, 10_800_000, 5_400_000,
    ]);
  });
});
