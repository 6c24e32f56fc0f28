import { type Instant, plus, plusDays } from '../../time.ts';
import { instantAt, isTimeZone, WEEKDAYS, wallTimeOf, weekdayOf } from '../../time-zone.ts';
import type { MailingRules } from '../mailing-rules.ts';
import type { Step } from '../sequence.ts';

export type SendingHours = MailingRules['hours'];

/** What the dates of a person's sequence are counted from. */
export interface Calendar {
  startedAt: Instant;
  /** By how many days all remaining steps were moved. */
  shiftDays: number;
  timeZone: string;
}

const MINUTE_MS = 60_000;
const UNITS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS };
/** More than a week: a time zone may skip a whole day, which may be the only sending day of that week. */
const DAYS_AHEAD = 15;

/** A duration such as `7d` in milliseconds; a day counts as 24 hours. */
export function durationMs(duration: string): number {
  return Number(duration.slice(0, -1)) * UNITS[duration.slice(-1) as keyof typeof UNITS];
}

/** The person's time zone if known, else the company's. */
export function timeZoneOf(
  profile: { values: Record<string, { value: string }> } | undefined,
  rules: Pick<MailingRules, 'timeZone'>,
): string {
  const own = profile?.values.timeZone?.value;
  return own !== undefined && isTimeZone(own) ? own : rules.timeZone;
}

/**
 * When a step is planned: its delay after the start, at the same local time; a marketing mail moves to the next
 * sending hours.
 */
export function plannedAt(
  step: Pick<Step, 'after' | 'kind'>,
  calendar: Calendar,
  hours: SendingHours,
): Instant {
  const at = addDuration(step.after ?? '0d', calendar);
  return step.kind === 'requested' ? at : nextSendingTime(at, hours, calendar.timeZone);
}

/** The first moment at or after `at` within the sending hours. */
export function nextSendingTime(at: Instant, hours: SendingHours, timeZone: string): Instant {
  const { day } = wallTimeOf(at, timeZone);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const candidate = plusDays(day, ahead);
    if (!hours.days.includes(WEEKDAYS[weekdayOf(candidate)] as (typeof WEEKDAYS)[number])) continue;
    const from = instantAt({ day: candidate, ms: msOfDay(hours.from) }, timeZone);
    const to = instantAt({ day: candidate, ms: msOfDay(hours.to) }, timeZone);
    const first = at > from ? at : from;
    if (first < to) return first;
  }
  return at;
}

/** The last moment at or before `at` within the sending hours: a minute before they end, on an earlier day. */
export function lastSendingTime(at: Instant, hours: SendingHours, timeZone: string): Instant {
  if (isSendingTime(at, hours, timeZone)) return at;
  const { day } = wallTimeOf(at, timeZone);
  for (let back = 0; back < DAYS_AHEAD; back++) {
    const ms = msOfDay(hours.to) - MINUTE_MS;
    const last = instantAt({ day: plusDays(day, -back), ms }, timeZone);
    if (last <= at && isSendingTime(last, hours, timeZone)) return last;
  }
  return at;
}

export function isSendingTime(at: Instant, hours: SendingHours, timeZone: string): boolean {
  return nextSendingTime(at, hours, timeZone) === at;
}

/** The number of calendar days between two instants, in the person's time zone. */
export function calendarDaysBetween(from: Instant, to: Instant, timeZone: string): number {
  const [first, last] = [from, to].map((at) => Date.parse(wallTimeOf(at, timeZone).day)) as [number, number];
  return (last - first) / UNITS.d;
}

function addDuration(duration: string, { startedAt, shiftDays, timeZone }: Calendar): Instant {
  const isDays = duration.endsWith('d');
  const days = shiftDays + (isDays ? Number(duration.slice(0, -1)) : 0);
  const { day, ms } = wallTimeOf(startedAt, timeZone);
  const at = days === 0 ? startedAt : instantAt({ day: plusDays(day, days), ms }, timeZone);
  return isDays ? at : plus(at, durationMs(duration));
}

/** A time of day such as `09:30`, in milliseconds since midnight. */
export function msOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
}
