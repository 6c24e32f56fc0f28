import type { Lead } from '../../identity/lead.ts';
import { consentFor } from '../../identity/mail-consent.ts';
import { type Instant, plus } from '../../time.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import { durationMs } from '../pace/sending-times.ts';
import type { Sequence } from '../sequence.ts';
import { salesStopReason } from '../stop-conditions.ts';
import type { Enrolment } from './enrolment.ts';
import { FRESH_MS, type Trigger, triggerTimes } from './triggers.ts';

/**
 * The sequences a lead starts because of events, its band or a return by sales, each with its start time.
 * @param facts `bandBefore`: its band before these events
 */
export function sequencesToStart(
  events: readonly AnyEvent[],
  lead: Lead,
  sequences: Readonly<Record<string, Sequence>>,
  now: Instant,
  facts: Pick<Trigger, 'samePage' | 'bandBefore'> = {},
): Record<string, Instant> {
  const starts: Record<string, Instant> = {};
  for (const [name, sequence] of Object.entries(sequences)) {
    if (!mayStart(lead, sequence)) continue;
    const earliest = earliestStart(lead.started?.[name], sequence);
    if (earliest === undefined) continue;
    const times = triggerTimes(sequence.start, { ...facts, events, lead, now });
    const at = times.find((moment) => moment >= earliest);
    if (at !== undefined) starts[name] = at > plus(now, -FRESH_MS) ? at : now;
  }
  return starts;
}

/**
 * Which part of a sequence a lead gets: the whole, or only the requested mails if it had the whole before and may
 * not repeat it. Undefined if it gets nothing. Who had no permission had not the whole.
 * @param before the lead's enrolments in the same sequence
 */
export function enrolmentScope(
  startedAt: Instant,
  before: readonly Enrolment[],
  sequence: Sequence,
): 'whole' | 'requested' | undefined {
  const last = before.filter((one) => one.startedAt < startedAt && isWhole(one)).at(-1);
  if (last === undefined) return 'whole';
  const { again } = sequence;
  const isTime = again !== 'never' && startedAt >= plus(last.startedAt, durationMs(again.after));
  if (isTime && last.status !== 'active') return 'whole';
  return hasRequestedMail(sequence) ? 'requested' : undefined;
}

function isWhole(enrolment: Enrolment): boolean {
  if (enrolment.status === 'ended' && ['no-permission', 'not-confirmed'].includes(enrolment.why))
    return false;
  return !hasOnlyRequested(enrolment);
}

/** Whether it repeats the requested mails only. */
export function hasOnlyRequested({ skipped }: Pick<Enrolment, 'skipped'>): boolean {
  return Object.values(skipped).includes('repeated');
}

function hasRequestedMail({ steps }: Sequence): boolean {
  return steps.some(({ kind }) => kind === 'requested');
}

/** Requested mails are always sent; a sequence of marketing mails needs permission and a lead that is not with sales. */
function mayStart(lead: Lead, sequence: Sequence): boolean {
  if (hasRequestedMail(sequence)) return true;
  const consent = consentFor(lead, sequence.subject);
  return (consent === 'granted' || consent === 'pending') && salesStopReason(lead) === undefined;
}

/**
 * The earliest time at which the sequence may start; undefined if it may not start again. A requested mail is sent
 * for every request.
 */
function earliestStart(started: Instant | undefined, sequence: Sequence): Instant | undefined {
  if (started === undefined) return '';
  if (hasRequestedMail(sequence)) return plus(started, 1);
  return sequence.again === 'never' ? undefined : plus(started, durationMs(sequence.again.after));
}
