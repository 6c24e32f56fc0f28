import { type Instant, plus } from '../time.ts';
import type { Mail } from './mailing.ts';
import { formatReaction, type Reaction } from './reaction.ts';

/** How long a reaction waits for the others of its burst before it is classified. */
export const SETTLING_MS = 20_000;
const AFTER_SENDING_MS = 5_000;
const BURST_MS = 2_000;
const BURST_LINKS = 3;
/** A click within this time after a burst belongs to the burst. */
const SLOW_MS = 60_000;

/** Why a reaction does not count yet. */
export const UNCOUNTED_REASONS = [
  'settling',
  'user-agent',
  'prefetch',
  'right-after-sending',
  'all-at-once',
] as const;
type Uncounted = (typeof UNCOUNTED_REASONS)[number];

/** Whether the open of a mail, or the clicks on one of its links, count as made by a person. */
export type ClassifiedReaction = { of: 'open' | number; at: Instant } & (
  | { counts: true }
  | { counts: false; why: Uncounted }
);

type Click = Extract<Reaction, { kind: 'click' }>;
type SentMail = Pick<Mail, 'links' | 'claimedAt' | 'sentAt' | 'deliveredAt'>;

/**
 * Tells people from link scanners: one result for the open of a mail and one for each clicked link.
 * Scanners pose as browsers, but they are fast: they fetch many links at once, or any link within seconds of
 * sending. Such a click still counts if a person follows: the tracker saw the link's page, or the link is clicked
 * again later. An open counts if any click does.
 */
export function classifyReactions(
  mail: SentMail,
  reactions: readonly Reaction[],
  now: Instant,
): ClassifiedReaction[] {
  const sorted = reactions.toSorted((a, b) => (formatReaction(a) < formatReaction(b) ? -1 : 1));
  const opens = sorted.filter((reaction) => reaction.kind === 'open');
  const clicks = sorted.filter((reaction) => reaction.kind === 'click');
  const views = sorted.filter((reaction) => reaction.kind === 'view');
  const fetches = clicks.filter(({ bot }) => bot === undefined);
  const bursts = [...burstsOf(fetches, mail.links.length), ...hastyClicks(mail, opens, fetches)];
  const scannedViews = new Set(burstsOf(views, mail.links.length).flatMap(({ parts }) => parts));
  const settled = plus(now, -SETTLING_MS);
  const humanViews = views.filter((view) => view.at <= settled && !scannedViews.has(view));

  const whyUncounted = (reaction: Reaction): Uncounted | undefined => {
    if (reaction.kind === 'view') return undefined;
    if (reaction.bot) return reaction.bot;
    if (reaction.at < earliestHuman(mail)) return 'right-after-sending';
    const reach = reaction.kind === 'open' ? BURST_MS : SLOW_MS;
    const isNear = bursts.some(
      ({ from, to }) => reaction.at >= plus(from, -BURST_MS) && reaction.at <= plus(to, reach),
    );
    if (isNear) return 'all-at-once';
    return reaction.at > settled ? 'settling' : undefined;
  };

  const links = [...new Set(clicks.map(({ link }) => link))];
  const byLink = links.map((link): ClassifiedReaction => {
    const own = clicks.filter((click) => click.link === link);
    const human = own.find((click) => whyUncounted(click) === undefined);
    const first = own[0] as Click;
    if (human) return { of: link, at: human.at, counts: true };
    const view = humanViews.find((one) => one.link === link);
    if (view) {
      const before = own.findLast(({ at }) => at <= view.at) ?? first;
      return { of: link, at: before.at, counts: true };
    }
    const why = whyUncounted(own.at(-1) as Click) as Uncounted;
    return { of: link, at: first.at, counts: false, why };
  });
  const first = opens[0];
  if (first === undefined) return byLink;
  const human = opens.find((open) => whyUncounted(open) === undefined);
  const isRead = humanViews.length > 0 || byLink.some(({ counts }) => counts);
  if (human || isRead) return [{ of: 'open', at: (human ?? first).at, counts: true }, ...byLink];
  const why = whyUncounted(opens.at(-1) as Reaction) as Uncounted;
  return [{ of: 'open', at: first.at, counts: false, why }, ...byLink];
}

interface Burst<R> {
  from: Instant;
  to: Instant;
  parts: R[];
}

/** Times at which three links, or all of two or more, were fetched within two seconds. */
function burstsOf<R extends { at: Instant; link: number }>(fetched: readonly R[], all: number): Burst<R>[] {
  return fetched.flatMap(({ at }) => {
    const until = plus(at, BURST_MS);
    const parts = fetched.filter((other) => other.at >= at && other.at <= until);
    const distinct = new Set(parts.map(({ link }) => link)).size;
    const isBurst = distinct >= BURST_LINKS || (distinct > 1 && distinct >= all);
    return isBurst ? [{ from: at, to: (parts.at(-1) as R).at, parts }] : [];
  });
}

/** In a mail with one link there is no burst to see, but nobody clicks within two seconds of opening. */
function hastyClicks(mail: SentMail, opens: readonly Reaction[], clicks: readonly Click[]): Burst<Click>[] {
  if (mail.links.length > 1) return [];
  return clicks.flatMap((click) => {
    const [from, to] = [plus(click.at, -BURST_MS), plus(click.at, BURST_MS)];
    const isHasty = opens.some(({ at }) => at >= from && at <= to);
    return isHasty ? [{ from: click.at, to: click.at, parts: [click] }] : [];
  });
}

/** A reaction before this time came within seconds of sending or delivery. */
function earliestHuman({ claimedAt, sentAt = claimedAt, deliveredAt = sentAt }: SentMail): Instant {
  return plus(deliveredAt > sentAt ? deliveredAt : sentAt, AFTER_SENDING_MS);
}
