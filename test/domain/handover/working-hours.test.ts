import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hoursPerDay,
  inOfficeHours,
  isWorkday,
  nextWorkday,
  plusWorkingHours,
  type WorkCalendar,
  workingHoursBetween,
} from '../../../shared/domain/handover/working-hours.ts';
import { plus } from '../../../shared/domain/time.ts';
import { wallTimeOf, weekdayOf } from '../../../shared/domain/time-zone.ts';
import { agreement } from './agreement.ts';

const whole: WorkCalendar = { ...agreement, holidays: ['2026-12-25'] };
const office: WorkCalendar = {
  ...whole,
  workingHours: { ...whole.workingHours, from: '09:00', to: '17:00' },
};
const at = (day: string, time: string, hours: number, calendar = whole) =>
  plusWorkingHours(`${day}T${time}:00.000Z`, hours, calendar);

describe('working hours that last a whole day', () => {
  it('make 24 hours one working day', () => {
    expect(at('2026-11-24', '14:00', 24)).toBe('2026-11-25T14:00:00.000Z');
  });

  it('pause over the weekend', () => {
    expect(at('2026-11-27', '14:00', 24)).toBe('2026-11-30T14:00:00.000Z');
    expect(at('2026-11-28', '09:00', 24)).toBe('2026-11-30T23:00:00.000Z');
  });

  it('pause on a holiday', () => {
    expect(at('2026-12-24', '14:00', 24)).toBe('2026-12-28T14:00:00.000Z');
  });

  it('count 23 and 25 hours on the days of daylight saving, when the team works on Sundays', () => {
    const days = ['sun', 'mon'] as const;
    const sundays = { ...whole, workingHours: { ...whole.workingHours, days: [...days] } };
    expect(at('2026-03-28', '23:00', 23, sundays)).toBe('2026-03-29T22:00:00.000Z');
    expect(at('2026-03-28', '23:00', 24, sundays)).toBe('2026-03-29T23:00:00.000Z');
    expect(at('2026-10-24', '22:00', 26, sundays)).toBe('2026-10-26T00:00:00.000Z');
  });
});

describe('working hours of an office', () => {
  it('continue the next morning', () => {
    expect(at('2026-11-24', '15:00', 2, office)).toBe('2026-11-25T09:00:00.000Z');
  });

  it('start in the morning for a hand-over at night', () => {
    expect(at('2026-11-24', '22:00', 1, office)).toBe('2026-11-25T09:00:00.000Z');
  });

  it('end at closing time, not the next morning', () => {
    expect(at('2026-11-24', '08:00', 8, office)).toBe('2026-11-24T16:00:00.000Z');
  });
});

describe('office hours', () => {
  const reminded = (at: string, calendar = whole) => inOfficeHours(`${at}:00.000Z`, calendar);

  it.each([
    ['during the day', '2026-11-24T14:00', '2026-11-24T14:00'],
    ['at opening time', '2026-11-24T08:00', '2026-11-24T08:00'],
    ['at closing time', '2026-11-24T16:00', '2026-11-24T16:00'],
    ['just after closing time', '2026-11-24T16:01', '2026-11-25T08:00'],
    ['at midnight', '2026-11-30T23:00', '2026-12-01T08:00'],
    ['when a Friday ends', '2026-11-27T23:00', '2026-11-30T08:00'],
    ['on a holiday', '2026-12-25T10:00', '2026-12-28T08:00'],
  ])('let what is due %s wait for nothing but the office', (_, due, then) => {
    expect(reminded(due)).toBe(`${then}:00.000Z`);
  });

  it('that an older playbook has not change nothing', () => {
    const { officeHours: _, ...older } = whole;
    expect(reminded('2026-11-30T23:00', older)).toBe('2026-11-30T23:00:00.000Z');
  });
});

describe('working hours of any calendar', () => {
  const moment = fc
    .integer({ min: 0, max: 60 * 24 * 400 })
    .map((m) => plus('2026-01-01T00:00:00.000Z', m * 60_000));
  const hours = fc.integer({ min: 1, max: 100 });

  it('add up', () => {
    fc.assert(
      fc.property(moment, hours, hours, (start, some, more) => {
        const halfway = plusWorkingHours(start, some, office);
        expect(plusWorkingHours(halfway, more, office)).toBe(plusWorkingHours(start, some + more, office));
      }),
      { numRuns: 100 },
    );
  });

  it('end within working hours', () => {
    fc.assert(
      fc.property(moment, hours, (start, some) => {
        const { day, ms } = wallTimeOf(plusWorkingHours(start, some, office), office.timeZone);
        expect([0, 6]).not.toContain(weekdayOf(day));
        expect(ms).toBeGreaterThan(9 * 3_600_000);
        expect(ms).toBeLessThanOrEqual(17 * 3_600_000);
      }),
      { numRuns: 100 },
    );
  });

  it('are clock hours in a calendar without working hours', () => {
    const never = { ...office, workingHours: { ...office.workingHours, from: '24:00', to: '24:00' } };
    expect(at('2026-11-24', '10:00', 24, never)).toBe('2026-11-25T10:00:00.000Z');
  });
});

describe('working hours between two moments', () => {
  it('leave out the weekend and the night', () => {
    const [friday, monday] = ['2026-11-27T14:00:00.000Z', '2026-11-30T15:59:00.000Z'];
    expect(workingHoursBetween(friday, monday, whole)).toBe(25);
    expect(workingHoursBetween(friday, monday, office)).toBe(2 + 7);
    expect(workingHoursBetween(monday, friday, whole)).toBe(0);
  });

  it('are the inverse of adding working hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 80 }), (later, hours) => {
        const start = plus('2026-11-20T12:00:00.000Z', later * 3_600_000);
        for (const calendar of [whole, office]) {
          expect(workingHoursBetween(start, plusWorkingHours(start, hours, calendar), calendar)).toBe(hours);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the next working day', () => {
  it.each([
    ['2026-11-27T15:59:00.000Z', '2026-11-27'],
    ['2026-11-27T16:00:00.000Z', '2026-11-30'],
    ['2026-11-28T12:00:00.000Z', '2026-11-30'],
    ['2026-12-24T20:00:00.000Z', '2026-12-28'],
    ['2026-11-30T05:00:00.000Z', '2026-11-30'],
  ])('after %s is %s', (moment, day) => {
    expect(nextWorkday(moment, office)).toBe(day);
  });
});

describe('a working day', () => {
  it('has the hours between opening and closing time', () => {
    const from = (opens: string, closes: string) =>
      hoursPerDay({ workingHours: { days: ['mon'], from: opens, to: closes } });
    expect([from('00:00', '24:00'), from('09:00', '17:30'), from('08:45', '12:00')]).toEqual([24, 8.5, 3.25]);
  });

  it('is one of the agreed days of the week, unless it is a holiday', () => {
    const days = ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'];
    expect(days.filter((day) => isWorkday(day, office))).toEqual(['2026-12-23', '2026-12-24', '2026-12-28']);
  });
});
