import { type Instant, plus } from '../time.ts';
import { type Mailing, SUPPRESSION_REASONS, type SuppressionReason } from './mailing.ts';
import type { Meaning } from './ses-reports.ts';

/** This many soft bounces in a row mean that the address is dead. */
const MAX_SOFT_BOUNCES = 5;
/** Whoever asks again this long after the address refused mail gets one new try. */
const TRY_AGAIN_MS = 86_400_000;

export type ClosedReason = Exclude<SuppressionReason, 'unsubscribed'>;

/** The mailing state after a report about a mail; the same object if nothing changes. Order and repetition do not matter. */
export function applyReport(
  mailing: Mailing,
  { mail, at }: { mail: string; at: Instant },
  { person, address }: Meaning,
): Mailing {
  if (person === 'complained') return stop(mailing, 'complaint', at);
  if (person === 'unsubscribed') return stop(mailing, 'unsubscribed', at);
  if (address === 'closed') return stop(mailing, 'hard-bounce', at);
  if (address === 'doubted') return doubt(mailing, mail, at);
  if (address !== 'works' || at <= (mailing.acceptedAt ?? '')) return mailing;
  return weigh(forgetDoubts({ ...mailing, acceptedAt: at }));
}

/** What a report stopped mail for, and since when; undefined when it did not, or no longer does. */
export function stoppedBy(
  mailing: Mailing,
  { mail, at }: { mail: string; at: Instant },
  { person, address }: Meaning,
): { why: SuppressionReason; at: Instant; mail: string } | undefined {
  const stops = stopsOf(mailing);
  if (address === 'doubted') {
    // Reports come in any order: the last bounce is what closed it, whichever was heard of last.
    const [last] = Object.entries(mailing.softBounced ?? {}).filter(
      ([, each]) => each === stops['soft-bounces'],
    );
    return last && { why: 'soft-bounces', mail: last[0], at: last[1] };
  }
  const why = person === 'complained' ? 'complaint' : (person ?? 'hard-bounce');
  return (person ?? address) !== undefined && stops[why] === at ? { why, at, mail } : undefined;
}

/** The mailing state after the person unsubscribed; the same object if mail had stopped before. */
export function unsubscribed(mailing: Mailing, at: Instant): Mailing {
  return mailing.suppressed ? mailing : stop(mailing, 'unsubscribed', at);
}

/** The mailing state after the person asked for mail, on a page that only a mail to this address leads to. */
export function welcomed(mailing: Mailing, at: Instant): Mailing {
  if (at <= (mailing.welcomedAt ?? '')) return mailing;
  return weigh(forgetDoubts({ ...mailing, welcomedAt: at }));
}

/**
 * Why mail to an address stopped, also mail that was asked for, and from when somebody who asks again gets a new try;
 * undefined when such mail may be sent.
 */
export function closedAddress({
  suppressed,
}: Pick<Mailing, 'suppressed'>): { why: ClosedReason; at: Instant; tryFrom?: Instant } | undefined {
  if (suppressed === undefined || suppressed.why === 'unsubscribed') return undefined;
  const { why, at, tried = at } = suppressed;
  return { why, at, ...(why !== 'complaint' && { tryFrom: plus(tried, TRY_AGAIN_MS) }) };
}

/**
 * Whether a mail that was asked for then is the one new try to an address that bounced: the try is remembered by when it
 * was asked for. There is none after a complaint, as a form proves nothing about who sends it.
 */
export function isNewTry(mailing: Mailing, askedAt: Instant): boolean {
  const tryFrom = closedAddress(mailing)?.tryFrom;
  return tryFrom !== undefined && (mailing.suppressed?.tried === askedAt || askedAt >= tryFrom);
}

/** The mailing state once the new try is made. */
export function triedFor({ suppressed }: Mailing, askedAt: Instant): Pick<Mailing, 'suppressed'> {
  return suppressed === undefined ? {} : { suppressed: { ...suppressed, tried: askedAt } };
}

/** Whether earlier mail bounced, so that the fate of the next one says something about the address. */
export function isDoubted(mailing: Mailing): boolean {
  return mailing.softBounces > 0 || closedAddress(mailing) !== undefined;
}

function stop(mailing: Mailing, why: SuppressionReason, at: Instant): Mailing {
  const stops = stopsOf(mailing);
  if (at <= (stops[why] ?? '') || isOver(mailing, why, at)) return mailing;
  return weigh({ ...mailing, stops: { ...stops, [why]: at } });
}

function doubt(mailing: Mailing, mail: string, at: Instant): Mailing {
  const { softBounced = {}, softBounces } = mailing;
  const isKnown = softBounced[mail] !== undefined || mailing.lastSoftBounce === mail;
  if (isKnown || isOver(mailing, 'soft-bounces', at)) return mailing;
  const before = Object.entries(softBounced);
  const all = [...before, [mail, at] as const].sort(([, a], [, b]) => (a < b ? -1 : 1));
  // The last five decide, and no more are kept.
  const kept = all.slice(-MAX_SOFT_BOUNCES);
  const unnamed = softBounces - before.length;
  return weigh({ ...mailing, softBounced: Object.fromEntries(kept), softBounces: unnamed + kept.length });
}

/** Without the soft bounces from before the last sign that mail arrives. */
function forgetDoubts({ lastSoftBounce: _, softBounced = {}, ...mailing }: Mailing): Mailing {
  const left = Object.entries(softBounced).filter(([, at]) => !isOver(mailing, 'soft-bounces', at));
  const softBounces = left.length;
  return { ...mailing, softBounces, ...(softBounces > 0 && { softBounced: Object.fromEntries(left) }) };
}

/** Of all that stopped mail, what still does. */
function weigh({ suppressed, ...mailing }: Mailing): Mailing {
  const { stops: _, ...bare } = mailing;
  const stops = stopsOf({ ...mailing, ...(suppressed && { suppressed }) });
  const lastDoubt = Object.values(mailing.softBounced ?? {})
    .sort()
    .at(-1);
  if (mailing.softBounces < MAX_SOFT_BOUNCES) delete stops['soft-bounces'];
  else if (lastDoubt !== undefined) stops['soft-bounces'] = lastDoubt;
  for (const why of SUPPRESSION_REASONS) if (isOver(mailing, why, stops[why] ?? '')) delete stops[why];
  const why = SUPPRESSION_REASONS.findLast((each) => stops[each] !== undefined);
  if (why === undefined) return bare;
  const at = stops[why] as Instant;
  const isSame = suppressed?.why === why && suppressed.at === at;
  return { ...bare, stops, suppressed: isSame ? suppressed : { why, at } };
}

/** At one instant, a bounce counts as later than a delivery, and what the person did as later than both. */
function isOver(
  { welcomedAt = '', acceptedAt = '' }: Pick<Mailing, 'welcomedAt' | 'acceptedAt'>,
  why: SuppressionReason,
  at: Instant,
): boolean {
  const isBounce = why === 'hard-bounce' || why === 'soft-bounces';
  return at <= welcomedAt || (isBounce && at < acceptedAt);
}

/** When each reason last stopped mail. */
function stopsOf({ stops, suppressed }: Pick<Mailing, 'stops' | 'suppressed'>) {
  return { ...(stops ?? (suppressed && { [suppressed.why]: suppressed.at })) } as NonNullable<
    Mailing['stops']
  >;
}
