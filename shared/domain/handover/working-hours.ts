import { type Day, type Instant, plus, plusDays } from '../time.ts';
import { instantAt, WEEKDAYS, wallTimeOf, weekdayOf } from '../time-zone.ts';
import type { Agreement } from './agreement.ts';

/** The working days and hours of the team, and its holidays. Older versions of the playbook have no office hours. */
export type WorkCalendar = Pick<Agreement, 'timeZone' | 'workingHours' | 'holidays'> &
  Partial<Pick<Agreement, 'officeHours'>>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Ten years: a calendar with too few working hours within these counts as one without any. */
const DAYS_AHEAD = 3_660;

/**
 * The instant at which the given number of working hours has passed, counted in the team's time zone. Hours outside
 * working hours, on holidays and skipped by daylight saving do not count.
 */
export function plusWorkingHours(at: Instant, hours: number, calendar: WorkCalendar): Instant {
  let left = hours * HOUR_MS;
  for (const { from, to } of shiftsSince(at, calendar)) {
    const length = Date.parse(to) - Date.parse(from);
    if (left <= length) return plus(from, left);
    left -= length;
  }
  return plus(at, hours * HOUR_MS);
}

/** An instant itself if it lies in office hours on a working day, else when the next of these begin. */
export function inOfficeHours(at: Instant, { officeHours, ...calendar }: WorkCalendar): Instant {
  if (officeHours === undefined) return at;
  const { days } = calendar.workingHours;
  // From just before, so that closing time belongs to the day.
  const [shift] = shiftsSince(plus(at, -1), { ...calendar, workingHours: { days, ...officeHours } });
  return shift !== undefined && shift.from > at ? shift.from : at;
}

/** Whole working hours between two instants. */
export function workingHoursBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  let passed = 0;
  for (const shift of shiftsSince(from, calendar)) {
    if (shift.from >= to) break;
    passed += Date.parse(shift.to < to ? shift.to : to) - Date.parse(shift.from);
  }
  return Math.floor(passed / HOUR_MS);
}

/** The next working day: today until its hours are over. */
export function nextWorkday(at: Instant, calendar: WorkCalendar): Day {
  const [shift] = shiftsSince(at, calendar);
  return shift?.day ?? wallTimeOf(at, calendar.timeZone).day;
}

/** Hours in a working day. */
export function hoursPerDay({ workingHours: { from, to } }: Pick<WorkCalendar, 'workingHours'>): number {
  return (timeOfDayMs(to) - timeOfDayMs(from)) / HOUR_MS;
}

/** Whether the team works on a day. */
export function isWorkday(
  day: Day,
  { workingHours, holidays }: Pick<WorkCalendar, 'workingHours' | 'holidays'>,
): boolean {
  const weekday = WEEKDAYS[weekdayOf(day)];
  return weekday !== undefined && workingHours.days.includes(weekday) && !holidays.includes(day);
}

/** What is left of the working hours of each day since an instant. */
function* shiftsSince(
  at: Instant,
  calendar: WorkCalendar,
): Generator<{ day: Day; from: Instant; to: Instant }> {
  const { timeZone, workingHours } = calendar;
  const today = wallTimeOf(at, timeZone).day;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = plusDays(today, ahead);
    if (!isWorkday(day, calendar)) continue;
    const from = instantAt({ day, ms: timeOfDayMs(workingHours.from) }, timeZone);
    const to = instantAt({ day, ms: timeOfDayMs(workingHours.to) }, timeZone);
    if (to > at) yield { day, from: from > at ? from : at, to };
  }
}

function timeOfDayMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
}
