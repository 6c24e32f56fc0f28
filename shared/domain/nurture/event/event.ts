import { isSame } from '../../normalise-text.ts';
import { type Instant, plus, plusDays } from '../../time.ts';
import { instantAt, wallTimeOf } from '../../time-zone.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import {
  durationMs,
  lastSendingTime,
  msOfDay,
  nextSendingTime,
  type SendingHours,
} from '../pace/sending-times.ts';
import type { Step } from '../sequence.ts';
import type { EventRules, EventStep, Events } from './event-rules.ts';

/** An event of the playbook with its moments. */
export interface DatedEvent {
  /** Its name in the playbook. */
  name: string;
  rules: EventRules;
  zone: string;
  start: Instant;
  end: Instant;
  movedAt?: Instant;
}

/** An event as the playbook has it now; undefined when it has none of this name. */
export function datedEvent(
  name: string | undefined,
  events: Events | undefined,
  { timeZone }: { timeZone: string },
): DatedEvent | undefined {
  const rules = name === undefined ? undefined : events?.[name];
  if (name === undefined || rules === undefined) return undefined;
  const zone = rules.timeZone ?? timeZone;
  const momentOf = (text: string) => {
    const [day = '', time = ''] = text.split(' ');
    return instantAt({ day, ms: msOfDay(time) }, zone);
  };
  const { start, end, moved } = rules;
  return {
    ...{ name, rules, zone, start: momentOf(start), end: momentOf(end) },
    ...(moved !== undefined && { movedAt: momentOf(moved) }),
  };
}

/** A day after the end for what is planned later than that, so that nobody is thanked after weeks. */
const THANKS_MS = 3 * 86_400_000;

/**
 * When a step is sent to somebody who began at an instant; undefined when it is not for them: what it tells has not happened,
 * or it was over before they began. A marketing mail before an event comes earlier when no mail is sent at its hour.
 */
export function eventStepTime(
  { event: when, kind }: Pick<Step, 'event' | 'kind'>,
  event: DatedEvent | undefined,
  { startedAt, hours, timeZone }: { startedAt: Instant; hours: SendingHours; timeZone: string },
): Instant | undefined {
  if (event === undefined || when === undefined) return undefined;
  const at = momentOf(when, event, startedAt);
  if (at === undefined) return undefined;
  if (kind === 'requested') return at;
  if (typeof when === 'string' || 'after' in when) return nextSendingTime(at, hours, timeZone);
  const early = lastSendingTime(at, hours, timeZone);
  return early < startedAt ? undefined : early;
}

function momentOf(when: EventStep, event: DatedEvent, startedAt: Instant): Instant | undefined {
  const { start, end, movedAt, rules } = event;
  // Until it begins, it may still be cancelled or moved: then this waits for its start, when it is too late.
  const unchanged = start < startedAt ? undefined : start;
  if (when === 'cancelled') return rules.cancelled ? startedAt : unchanged;
  if (rules.cancelled) return undefined;
  if (when === 'moved' && movedAt === undefined) return unchanged;
  if (when === 'moved') return movedAt !== undefined && movedAt > startedAt ? movedAt : undefined;
  if ('after' in when) return moment(end, when.after, 1, event.zone);
  const at = moment(start, when.before, -1, event.zone);
  return at < startedAt ? undefined : at;
}

/** Days are calendar days where the event is, at the same time of day. */
function moment(from: Instant, delay: string, sign: 1 | -1, zone: string): Instant {
  if (!delay.endsWith('d')) return plus(from, sign * durationMs(delay));
  const { day, ms } = wallTimeOf(from, zone);
  return instantAt({ day: plusDays(day, sign * Number(delay.slice(0, -1))), ms }, zone);
}

/** From when on a step makes no sense any more. */
export function lastMoment(when: EventStep, event: DatedEvent): Instant {
  if (typeof when === 'string' || 'before' in when) return event.start;
  return plus(moment(event.end, when.after, 1, event.zone), THANKS_MS);
}

/** Whether somebody sent in the registration form, since they began. */
export function hasRegistered(
  { rules: { form } }: DatedEvent,
  forms: Readonly<Record<string, Instant>> | undefined,
  startedAt: Instant,
): boolean {
  return (forms?.[form] ?? '') >= startedAt;
}

/** Whether an event of the website, the product or another system says that they came. */
export function hasAttended({ name, rules }: DatedEvent, history: readonly AnyEvent[]): boolean {
  const { event, property, is } = rules.attended ?? { ...USUAL, is: name };
  return history.some((one) => {
    if (one.type === 'import') return one.attended?.includes(name) ?? false;
    if (one.type !== 'track' || one.name !== event || one.bot !== undefined) return false;
    const value = new Map(Object.entries(one.props ?? {})).get(property);
    return value !== undefined && isSame(String(value), is);
  });
}

const USUAL = { event: 'Webinar Attended', property: 'webinar' };
const DAY_MS = 86_400_000;

/**
 * When a step that waits for its event is looked at again, so that an event that is moved to an earlier day takes it along:
 * each day, and in the last days four times a day.
 */
export function lookAgainAt(planned: Instant, now: Instant): Instant {
  const isSoon = Date.parse(planned) - Date.parse(now) < 3 * DAY_MS;
  const again = plus(now, isSoon ? DAY_MS / 4 : DAY_MS);
  return again < planned ? again : planned;
}
