import { type Day, type Instant, plus, plusDays } from '../time.ts';
import { instantAt, wallTimeOf, weekdayOf } from '../time-zone.ts';
import type { Agreement } from './agreement.ts';

/** When the team works: on which days, between which hours, and on which days not after all. */
export type WorkCalendar = Pick<Agreement, 'timeZone' | 'workingHours' | 'holidays'>;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Ten years: a calendar that has fewer working hours than are asked for within these has none. */
const DAYS_AHEAD = 3_660;

/**
 * The moment at which so many working hours have passed since an instant. The clock stands still outside working hours
 * and on holidays, as the team's time zone counts them; an hour that clocks skip is no hour.
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

/** How many working hours passed from one instant to another, whole ones. */
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

/** The day on which the team works next: this one, as long as its hours are not over. */
export function nextWorkday(at: Instant, calendar: WorkCalendar): Day {
  const { day } = wallTimeOf(at, calendar.timeZone);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const next = plusDays(day, ahead);
    const shift = shiftOf(next, calendar);
    if (shift !== undefined && at < shift[1]) return next;
  }
  return day;
}

/** How many hours a working day has. */
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

/** From when to when the team works on a day; undefined when it does not. */
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
