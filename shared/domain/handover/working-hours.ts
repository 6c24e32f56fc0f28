import { type Day, type Instant, plus, plusDays } from '../time.ts';
import { instantAt, WEEKDAYS, wallTimeOf, weekdayOf } from '../time-zone.ts';
import type { Agreement } from './agreement.ts';

/** The working days and hours of the team, and its holidays. */
export type WorkCalendar = Pick<Agreement, 'timeZone' | 'workingHours' | 'holidays'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Ten years: a calendar with too few working hours within these counts as one without any. */
const DAYS_AHEAD = 3_660;

/**
 * The instant at which the given number of working hours has passed, counted in the team's time zone. Hours outside
 * working hours, on holidays and skipped by daylight saving do not count.
 */
export function plusWorkingHours(at: Instant, hours: number, calendar: WorkCalendar): Instant {
  const { day } = wallTimeOf(at, calendar.timeZone);
  let left = hours * HOUR_MS;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const [from, to] = shiftOf(plusDays(day, ahead), calendar) ?? [at, at];
    const start = from > at ? from : at;
    const length = Math.max(0, Date.parse(to) - Date.parse(start));
    if (left <= length) return plus(start, left);
    left -= length;
  }
  return plus(at, hours * HOUR_MS);
}

/** Whole working hours between two instants. */
export function workingHoursBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  const last = wallTimeOf(to, calendar.timeZone).day;
  let passed = 0;
  for (let { day } = wallTimeOf(from, calendar.timeZone); day <= last; day = plusDays(day, 1)) {
    const [start, end] = shiftOf(day, calendar) ?? [to, to];
    const worked = Date.parse(end < to ? end : to) - Date.parse(start > from ? start : from);
    passed += Math.max(0, worked);
  }
  return Math.floor(passed / HOUR_MS);
}

/** The next working day: today until its hours are over. */
export function nextWorkday(at: Instant, calendar: WorkCalendar): Day {
  const { day } = wallTimeOf(at, calendar.timeZone);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const next = plusDays(day, ahead);
    const shift = shiftOf(next, calendar);
    if (shift !== undefined && at < shift[1]) return next;
  }
  return day;
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

/** The start and end of work on a day; undefined on a day off. */
function shiftOf(day: Day, calendar: WorkCalendar): [Instant, Instant] | undefined {
  if (!isWorkday(day, calendar)) return undefined;
  const { timeZone, workingHours } = calendar;
  const { from, to } = workingHours;
  return [
    instantAt({ day, ms: timeOfDayMs(from) }, timeZone),
    instantAt({ day, ms: timeOfDayMs(to) }, timeZone),
  ];
}

function timeOfDayMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
}
