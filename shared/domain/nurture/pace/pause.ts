import type { Instant } from '../../time.ts';
import type { Step } from '../sequence.ts';
import { type Calendar, calendarDaysBetween, plannedAt, type SendingHours } from './sending-times.ts';

/** By how many days the rest of a sequence is moved, and the resulting time of its next step. */
export interface Shifted {
  shiftDays: number;
  planned: Instant;
}

/**
 * Moves a step that came due during a pause, and all later steps, by whole days until the step is in the future
 * again. So a pause is checked once a day, and after it each sequence goes on at its own hour and pace: no burst.
 */
export function shiftPastPause(now: Instant, step: Step, calendar: Calendar, hours: SendingHours): Shifted {
  // An event does not wait for anybody: what is about it is decided again at once.
  if (step.event !== undefined) return { shiftDays: calendar.shiftDays, planned: now };
  let shiftDays = calendar.shiftDays;
  let planned = plannedAt(step, calendar, hours);
  while (planned <= now) {
    shiftDays += Math.max(1, calendarDaysBetween(planned, now, calendar.timeZone));
    planned = plannedAt(step, { ...calendar, shiftDays }, hours);
  }
  return { shiftDays, planned };
}
