import { type Instant, plus, plusDays } from '../time.ts';
import { instantAt, isTimeZone, wallTimeOf, weekdayOf } from '../time-zone.ts';
import type { MailingRules } from './mailing-rules.ts';
import type { Step } from './sequence.ts';

export type SendingHours = MailingRules['hours'];

/** Where the dates of somebody's sequence are counted from. */
export interface Calendar {
  startedAt: Instant;
  /** By how many days everything that is still to come was moved. */
  shiftDays: number;
  timeZone: string;
}

const MINUTE_MS = 60_000;
const UNITS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS };
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** More than a week: where clocks skip a whole day, the only sending day of a week may not exist. */
const DAYS_AHEAD = 15;

/** The length of a span such as `7d`, in milliseconds; a day counts as 24 hours. */
export function durationMs(span: string): number {
  return Number(span.slice(0, -1)) * UNITS[span.slice(-1) as keyof typeof UNITS];
}

/** The zone in which a person's days are counted: its own if it is known, else the company's. */
export function timeZoneOf(
  profile: { values: Record<string, { value: string }> } | undefined,
  rules: Pick<MailingRules, 'timeZone'>,
): string {
  const own = profile?.values.timeZone?.value;
  return own !== undefined && isTimeZone(own) ? own : rules.timeZone;
}

/**
 * When a step is planned: so many days after the start, at the time the clocks showed then; for a marketing mail
 * moved on into sending hours.
 */
export function plannedAt(
  step: Pick<Step, 'after' | 'kind'>,
  calendar: Calendar,
  hours: SendingHours,
): Instant {
  const at = addDuration(step.after, calendar);
  return step.kind === 'requested' ? at : nextSendingTime(at, hours, calendar.timeZone);
}

/** The first moment from here on that lies in sending hours: days of the week, from an hour up to another. */
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

export function isSendingTime(at: Instant, hours: SendingHours, timeZone: string): boolean {
  return nextSendingTime(at, hours, timeZone) === at;
}

/** How many days of the calendar, as the person's clocks show it, lie between two instants. */
export function calendarDaysBetween(from: Instant, to: Instant, timeZone: string): number {
  const [first, last] = [from, to].map((at) => Date.parse(wallTimeOf(at, timeZone).day)) as [number, number];
  return (last - first) / UNITS.d;
}

function addDuration(span: string, { startedAt, shiftDays, timeZone }: Calendar): Instant {
  const isDays = span.endsWith('d');
  const days = shiftDays + (isDays ? Number(span.slice(0, -1)) : 0);
  const { day, ms } = wallTimeOf(startedAt, timeZone);
  const at = days === 0 ? startedAt : instantAt({ day: plusDays(day, days), ms }, timeZone);
  return isDays ? at : plus(at, durationMs(span));
}

function msOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
}
