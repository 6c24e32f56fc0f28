import { isAmountIn } from '../../amount.ts';
import type { Lead } from '../../identity/lead.ts';
import { consentFor } from '../../identity/mail-consent.ts';
import { isSame } from '../../normalise-text.ts';
import type { Band } from '../../scoring/scoring.ts';
import { type Instant, plus } from '../../time.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import { matchesPath, type SamePage } from '../../tracking/same-page.ts';
import type { AnsweredStart, ClickedStart, EventStart, SequenceStartRule } from '../sequence-start.ts';

/**
 * What a browser or product did starts a sequence on the same day only: older events, such as those before the first
 * form, do not.
 */
export const FRESH_MS = 86_400_000;

/** What may start a sequence. */
export interface Trigger {
  events: readonly AnyEvent[];
  lead: Lead;
  now: Instant;
  samePage?: SamePage | undefined;
  /** The band of the lead before these events; left out, it is the same. */
  bandBefore?: Band;
}

/** When a sequence was triggered, earliest first. Order and repetition of the events do not matter. */
export function triggerTimes(start: SequenceStartRule, trigger: Trigger): Instant[] {
  const { lead, now, samePage } = trigger;
  if ('form' in start) return timesOf(trigger, (event) => isSubmissionOf(event, start.form));
  if ('imported' in start) {
    const asking = trigger.events.filter((event) => asksToConfirm(event, lead));
    return asking.map(({ receivedAt }) => receivedAt).sort();
  }
  if ('returned' in start) return isReturned(lead, start.returned, now) ? [lead.returned.at] : [];
  if ('band' in start) return hasRisenTo(start.band, trigger) ? [now] : [];
  if ('event' in start) return freshTimesOf(trigger, (event) => isEventOf(event, start));
  if ('clicked' in start) return timesOf(trigger, (event) => isClickOn(event, start.clicked, samePage));
  if ('answered' in start) return timesOf(trigger, (event) => isAnswer(event, start.answered));
  const { visited, withoutForm } = start;
  if (withoutForm !== undefined && trigger.events.some((event) => isSubmissionOf(event, withoutForm)))
    return [];
  return freshTimesOf(trigger, (event) => isVisitTo(event, visited, samePage));
}

function timesOf({ events }: Trigger, fits: (event: AnyEvent) => boolean): Instant[] {
  return events
    .filter(fits)
    .map(({ at }) => at)
    .sort();
}

function freshTimesOf(trigger: Trigger, fits: (event: AnyEvent) => boolean): Instant[] {
  const from = plus(trigger.now, -FRESH_MS);
  return timesOf(trigger, (event) => event.at > from && fits(event));
}

function isReturned(
  lead: Lead,
  reasons: readonly string[],
  now: Instant,
): lead is Lead & { returned: NonNullable<Lead['returned']> } {
  const { returned } = lead;
  return returned !== undefined && reasons.includes(returned.reason) && returned.at > plus(now, -FRESH_MS);
}

const UPWARDS: readonly Band[] = ['newsletter', 'guides', 'ads', 'call'];

/** Also past it: a form with many points may lead from the first band to the last. */
function hasRisenTo(band: Band, { lead, bandBefore = lead.band }: Trigger): boolean {
  const [from, to, now] = [bandBefore, band, lead.band].map((one) => UPWARDS.indexOf(one)) as [
    number,
    number,
    number,
  ];
  return from < to && to <= now;
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

function isEventOf(event: AnyEvent, { event: name, with: wanted = {} }: EventStart): boolean {
  if (event.type !== 'track' || event.name !== name || event.bot !== undefined) return false;
  const props = new Map(Object.entries(event.props ?? {}));
  return Object.entries(wanted).every(([property, values]) => {
    const given = props.get(property);
    return given !== undefined && [values].flat().some((one) => isSame(String(one), String(given)));
  });
}

/** The event of a click is written only once it is known to be a person's. */
function isClickOn(event: AnyEvent, { to, in: mails }: ClickedStart, samePage?: SamePage): boolean {
  if (event.type !== 'click' || event.url === undefined) return false;
  if (mails !== undefined && !mails.includes(event.template ?? '')) return false;
  return matchesPath(event.url, to, samePage);
}

function isAnswer(event: AnyEvent, { field, form, oneOf, ...range }: AnsweredStart): boolean {
  if (event.type !== 'form' || event.spam !== undefined) return false;
  const answer = new Map(Object.entries(event.values)).get(field) ?? '';
  if (answer === '' || (form !== undefined && event.form !== form)) return false;
  return oneOf === undefined ? isAmountIn(range, answer) : oneOf.some((one) => isSame(one, answer));
}
