import { type Instant, plus } from '../time.ts';
import type { Mail } from './mailing.ts';
import { formatReaction, type Reaction } from './reaction.ts';
import { burstsOf, machineTimes, type Span, sweepsOf } from './scanner-signs.ts';

/** How long a reaction waits for the others of its burst before it is classified. */
export const SETTLING_MS = 20_000;
const AFTER_DELIVERY_MS = 10_000;
/** Before this nobody has opened the mail, seen nothing of its images and found a link. */
const UNOPENED_MS = 30_000;
/** How near to a burst an open belongs to it; a click within a minute of one is the scanner that comes back. */
const NEAR_MS = 2_000;
const SLOW_MS = 60_000;
/** Two links so soon after each other are two tabs of a person who opened the mail, or a scanner. */
const PAIR_MS = 10_000;
/** Two links without an open wait this long, whether the others are fetched too. */
const SWEEPING_MS = 600_000;
/** A client that showed itself as a machine is one for an hour; later it may be a person at the same address. */
const MACHINE_MS = 3_600_000;

/** The pixel among the links: whoever loads it and two links within two seconds is no person. */
const PIXEL = -1;

/** Why a reaction does not count yet. */
export const UNCOUNTED_REASONS = [
  'settling',
  'user-agent',
  'prefetch',
  'right-after-sending',
  'all-at-once',
  'scanner',
] as const;
type Uncounted = (typeof UNCOUNTED_REASONS)[number];

/** Whether the open of a mail, or the clicks on one of its links, count as made by a person. */
export type ClassifiedReaction = { of: 'open' | number; at: Instant } & (
  | { counts: true }
  | { counts: false; why: Exclude<Uncounted, 'settling'> }
  | { counts: false; why: 'settling'; until: Instant }
);
type Doubt = { why: Exclude<Uncounted, 'settling'> } | { why: 'settling'; until: Instant };

type Click = Extract<Reaction, { kind: 'click' }>;
type SentMail = Pick<Mail, 'links' | 'hidden' | 'claimedAt' | 'sentAt' | 'deliveredAt'>;

/**
 * Tells people from link scanners: one result for the open of a mail and one for each clicked link. A single click counts
 * at once. A scanner poses as a browser, but gives itself away: it asks where a link leads without going there, fetches
 * the link that nobody sees, or every link once, or any link before a person can have read the mail. From then on for a
 * minute, whatever comes from other addresses too is doubted, unless the mail was opened before. What is doubted
 * still counts if a person follows: the tracker saw the link's page, or the link is clicked again later. An open
 * counts if any click does.
 */
export function classifyReactions(
  mail: SentMail,
  reactions: readonly Reaction[],
  now: Instant,
): ClassifiedReaction[] {
  const sorted = reactions.toSorted((a, b) => (formatReaction(a) < formatReaction(b) ? -1 : 1));
  const opens = sorted.filter((reaction) => reaction.kind === 'open');
  const clicks = sorted.filter((reaction) => reaction.kind === 'click');
  const doubtOf = doubts(mail, sorted, now);
  const views = provenViews(mail, sorted, plus(now, -SETTLING_MS));

  const links = [...new Set(clicks.map(({ link }) => link))];
  const byLink = links.map((link): ClassifiedReaction => {
    const own = clicks.filter((click) => click.link === link);
    const first = own[0] as Click;
    if (link === mail.hidden) return { of: link, at: first.at, counts: false, why: 'scanner' };
    const human = own.find((click) => doubtOf(click) === undefined);
    if (human) return { of: link, at: human.at, counts: true };
    const view = views.find((one) => one.link === link);
    if (view) return { of: link, at: (own.findLast(({ at }) => at <= view.at) ?? first).at, counts: true };
    return { of: link, at: first.at, counts: false, ...lastDoubt(own.map(doubtOf)) };
  });
  const first = opens[0];
  if (first === undefined) return byLink;
  const human = opens.find((open) => doubtOf(open) === undefined);
  const isRead = views.length > 0 || byLink.some(({ counts }) => counts);
  if (human || isRead) return [{ of: 'open', at: (human ?? first).at, counts: true }, ...byLink];
  return [{ of: 'open', at: first.at, counts: false, ...lastDoubt(opens.map(doubtOf)) }, ...byLink];
}

/** Why an open or a click does not count by itself; undefined when it does. */
function doubts(mail: SentMail, sorted: readonly Reaction[], now: Instant) {
  const isMachine = machineIn(mail, sorted);
  const earliest = plus(deliveryOf(mail), AFTER_DELIVERY_MS);
  const fetches = sorted.filter((one) => one.kind === 'click' && one.bot === undefined) as Click[];
  const shown = mail.links.length - (mail.hidden === undefined ? 0 : 1);
  const opens = sorted.filter(
    (one) => one.kind === 'open' && !one.bot && one.at >= earliest && !isMachine(one),
  );
  const requests = sorted.flatMap((one) =>
    one.kind === 'view' || one.bot ? [] : [{ at: one.at, link: one.kind === 'open' ? PIXEL : one.link }],
  );
  const bursts = [
    ...burstsOf(fetches, shown),
    ...burstsOf(requests, Number.POSITIVE_INFINITY),
    ...hastyClicks(shown, sorted, fetches),
  ];
  const shownUp = [...machineTimes(sorted, mail.hidden).values()].flat();
  const sweeps = sweepsOf(
    fetches.filter(({ link }) => link !== mail.hidden),
    shown,
  );
  const isOpened = ({ at }: Click) => opens.some((open) => open.at <= at);
  const isBurst = ({ at }: Reaction) => bursts.some(({ from, to }) => at >= from && at <= to);
  const doubtful = fetches.filter((click) => click.at >= earliest && !isMachine(click) && !isBurst(click));
  const others = (click: Click, within: number) =>
    doubtful.filter(
      ({ link, at }) => link !== click.link && at >= plus(click.at, -within) && at <= plus(click.at, within),
    );

  return (reaction: Exclude<Reaction, { kind: 'view' }>): Doubt | undefined => {
    if (reaction.bot) return { why: reaction.bot === 'head' ? 'scanner' : reaction.bot };
    if (reaction.at < earliest) return { why: 'right-after-sending' };
    if (isMachine(reaction)) return { why: 'scanner' };
    const reach = reaction.kind === 'open' ? NEAR_MS : SLOW_MS;
    if (bursts.some((burst) => isNear(burst, reaction.at, reach))) return { why: 'all-at-once' };
    if (reaction.kind === 'click') {
      if (sweeps.some((sweep) => isNear(sweep, reaction.at, SLOW_MS))) return { why: 'scanner' };
      if (!isOpened(reaction)) {
        if (reaction.at < plus(deliveryOf(mail), UNOPENED_MS)) return { why: 'right-after-sending' };
        // A scanner has many addresses: one asks first, or finds the hidden link, and the next one follows.
        if (shownUp.some((at) => isNear({ from: at, to: at }, reaction.at, SLOW_MS)))
          return { why: 'scanner' };
        if (others(reaction, PAIR_MS).length > 0) return { why: 'all-at-once' };
        const until = plus(reaction.at, SWEEPING_MS);
        if (until > now && shown > 2 && others(reaction, SWEEPING_MS).length > 0)
          return { why: 'settling', until };
      }
    }
    const until = plus(reaction.at, SETTLING_MS);
    return until > now ? { why: 'settling', until } : undefined;
  };
}

/** The pages that a person saw: not those that a scanner ran at once, nor after it had shown itself. */
function provenViews(mail: SentMail, sorted: readonly Reaction[], settled: Instant) {
  const isMachine = machineIn(mail, sorted);
  const views = sorted.filter((reaction) => reaction.kind === 'view');
  const scanned = new Set(burstsOf(views, mail.links.length).flatMap(({ parts }) => parts));
  return views.filter((view) => view.at <= settled && !scanned.has(view) && !isMachine(view));
}

/** Whether the client of a reaction showed itself as a machine about that time. */
function machineIn(mail: SentMail, sorted: readonly Reaction[]) {
  const machines = machineTimes(sorted, mail.hidden);
  return ({ by = '', at }: Reaction) =>
    machines.get(by)?.some((time) => at >= plus(time, -MACHINE_MS) && at <= plus(time, MACHINE_MS)) ?? false;
}

/** Of several doubts the last: what still settles may come to count. */
function lastDoubt(all: readonly (Doubt | undefined)[]): Doubt {
  return (all.find((doubt) => doubt?.why === 'settling') ?? all.at(-1)) as Doubt;
}

function isNear({ from, to }: Span, at: Instant, reach: number): boolean {
  return at >= plus(from, -NEAR_MS) && at <= plus(to, reach);
}

/** In a mail with one link there is no burst to see, but nobody clicks within two seconds of opening. */
function hastyClicks(shown: number, sorted: readonly Reaction[], clicks: readonly Click[]): Span[] {
  if (shown > 1) return [];
  const opens = sorted.filter(({ kind }) => kind === 'open');
  return clicks
    .filter((click) =>
      opens.some(({ at }) => at >= plus(click.at, -NEAR_MS) && at <= plus(click.at, NEAR_MS)),
    )
    .map(({ at }) => ({ from: at, to: at }));
}

function deliveryOf({ claimedAt, sentAt = claimedAt, deliveredAt = sentAt }: SentMail): Instant {
  return deliveredAt > sentAt ? deliveredAt : sentAt;
}
