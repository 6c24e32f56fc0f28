import type { Lead } from '../../identity/lead.ts';
import { consentFor } from '../../identity/mail-consent.ts';
import { type Instant, plus } from '../../time.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import { matchesPath, type SamePage } from '../../tracking/same-page.ts';
import { durationMs } from '../pace/sending-times.ts';
import type { Sequence } from '../sequence.ts';
import { salesStopReason } from '../stop-conditions.ts';
import type { Enrolment } from './enrolment.ts';

/** Visits start a sequence on the same day only: older ones, such as those before the first form, do not. */
const FRESH_MS = 86_400_000;

/** The sequences a lead starts because of events or a return by sales, each with its start time. */
export function sequencesToStart(
  events: readonly AnyEvent[],
  lead: Lead,
  sequences: Readonly<Record<string, Sequence>>,
  now: Instant,
  samePage?: SamePage,
): Record<string, Instant> {
  const starts: Record<string, Instant> = {};
  for (const [name, sequence] of Object.entries(sequences)) {
    if (!mayStart(lead, sequence)) continue;
    const earliest = earliestStart(lead.started?.[name], sequence);
    if (earliest === undefined) continue;
    const at = triggerTimes(events, lead, sequence, now, samePage).find((moment) => moment >= earliest);
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

/** When the sequence was triggered, earliest first. */
function triggerTimes(
  events: readonly AnyEvent[],
  lead: Lead,
  { start }: Sequence,
  now: Instant,
  samePage: SamePage | undefined,
): Instant[] {
  if ('form' in start) return timesOf(events.filter((event) => isSubmissionOf(event, start.form)));
  if ('imported' in start) {
    const asking = events.filter((event) => asksToConfirm(event, lead));
    return asking.map(({ receivedAt }) => receivedAt).sort();
  }
  if ('returned' in start) return isReturned(lead, start.returned, now) ? [lead.returned.at] : [];
  const { visited, withoutForm } = start;
  if (withoutForm !== undefined && events.some((event) => isSubmissionOf(event, withoutForm))) return [];
  return timesOf(
    events.filter((event) => event.at > plus(now, -FRESH_MS) && isVisitTo(event, visited, samePage)),
  );
}

function isReturned(
  lead: Lead,
  reasons: readonly string[],
  now: Instant,
): lead is Lead & { returned: NonNullable<Lead['returned']> } {
  const { returned } = lead;
  return returned !== undefined && reasons.includes(returned.reason) && returned.at > plus(now, -FRESH_MS);
}

function isSubmissionOf(event: AnyEvent, form: string): boolean {
  return event.type === 'form' && event.form === form && event.spam === undefined;
}

/** Not when it was confirmed already, or withdrawn since. */
function asksToConfirm(event: AnyEvent, lead: Lead): boolean {
  if (event.type !== 'import' || !event.confirm) return false;
  return (event.permission?.subjects ?? [undefined]).some(
    (subject) => consentFor(lead, subject) === 'pending',
  );
}

function isVisitTo(event: AnyEvent, paths: readonly string[], samePage: SamePage | undefined): boolean {
  if (event.type !== 'page' || event.bot !== undefined || event.url === undefined) return false;
  return matchesPath(event.url, paths, samePage);
}

function timesOf(events: readonly AnyEvent[]): Instant[] {
  return events.map(({ at }) => at).sort();
}
