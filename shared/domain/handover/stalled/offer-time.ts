import { type Day, type Instant, plusDays } from '../../time.ts';
import { instantAt, WEEKDAYS, wallTimeOf, weekdayOf } from '../../time-zone.ts';
import type { Agreement } from '../agreement.ts';

const WEEK = 7;

/** The next weekly offer of stalled leads after an instant, on the day and at the time of the agreement. */
export function nextOfferAt({ stalled, timeZone }: Agreement, after: Instant): Instant {
  const { day } = wallTimeOf(after, timeZone);
  const ahead = WEEKDAYS.indexOf(stalled.day) - weekdayOf(day);
  const [hours = 0, minutes = 0] = stalled.at.split(':').map(Number);
  const at = (on: Day) => instantAt({ day: on, ms: (hours * 60 + minutes) * 60_000 }, timeZone);
  const next = at(plusDays(day, ahead));
  return next > after ? next : at(plusDays(day, ahead + WEEK));
}
