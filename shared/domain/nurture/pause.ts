import type { Instant } from '../time.ts';
import { type Calendar, calendarDaysBetween, plannedAt, type SendingHours } from './sending-times.ts';
import type { Step } from './sequence.ts';

/** The days by which the rest of a sequence is moved, and the moment its next step gets by that. */
export interface Shifted {
  shiftDays: number;
  planned: Instant;
}

/**
 * Moves a step whose moment came during a pause, and all that follows, by whole days until the step lies ahead
 * again. A pause is looked at once a day so; when it is over everybody goes on at its own hour and with the days
 * between its mails, and nothing comes in a burst.
 */
export function shiftPastPause(now: Instant, step: Step, calendar: Calendar, hours: SendingHours): Shifted {
  let shiftDays = calendar.shiftDays;
  let planned = plannedAt(step, calendar, hours);
  while (planned <= now) {
    shiftDays += Math.max(1, calendarDaysBetween(planned, now, calendar.timeZone));
    planned = plannedAt(step, { ...calendar, shiftDays }, hours);
  }
  return { shiftDays, planned };
}
