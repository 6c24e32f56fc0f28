import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { fitPointsOf, type KnownFit } from './fit-points.ts';
import { type EarnedPoints, earningsOf } from './points.ts';
import type { Band, Scoring } from './scoring.ts';

/** One line of the explanation of a score. */
export interface LedgerEntry {
  eventId: string;
  rule: string;
  points: number;
  at: Instant;
}

export interface Score {
  total: number;
  band: Band;
  /** Oldest first. Its points less what was cut add up to the total. */
  ledger: LedgerEntry[];
  /** Absent when nothing was cut. */
  cut?: Cut;
}

/** Points above the cap, which do not count, and those below 0, which are not taken off. */
export interface Cut {
  cap?: number;
  floor?: number;
}

/** The line of a ledger that the fit makes. */
export const FIT_ENTRY = 'fit';

/** The first day whose points still count: a day counts for `windowDays` days after it, in UTC. */
export function windowStart(now: Instant, scoring: Scoring): Day {
  return plusDays(dayOf(now), -scoring.windowDays);
}

/**
 * The score of a lead from its events, in any order and with any repetition. What counts once a day counts at its
 * first time that day; what counts once in the window, at its latest. Of what counts from so many times, the first ones
 * in the window earn nothing.
 * @param fit what its profile says, if that is known
 */
export function score(events: Iterable<AnyEvent>, scoring: Scoring, now: Instant, fit?: KnownFit): Score {
  const start = windowStart(now, scoring);
  const counted = new Map<string, LedgerEntry & Pick<EarnedPoints, 'after'>>();
  for (const event of events) {
    const day = dayOf(event.at);
    if (day < start) continue;
    for (const { rule, points, key, once, after } of earningsOf(event, scoring)) {
      const daily = once === 'day';
      const own = daily ? `${day} ${key}` : key;
      const entry = { eventId: event.id, rule, points, at: event.at, ...(after && { after }) };
      const rival = counted.get(own);
      if (rival === undefined || (daily ? precedes(entry, rival) : precedes(rival, entry))) {
        counted.set(own, entry);
      }
    }
  }
  const inOrder = [...counted.values()].sort((a, b) => (precedes(a, b) ? -1 : 1));
  const ledger = withoutFirst(inOrder);
  const off = fit && fitPointsOf(fit, scoring);
  if (off !== undefined) ledger.push({ eventId: FIT_ENTRY, ...off, at: now });
  const sum = (isCounted: (points: number) => boolean) =>
    ledger.reduce((total, { points }) => total + (isCounted(points) ? Math.abs(points) : 0), 0);
  const { total, cut } = totalOf(
    { more: sum((points) => points > 0), less: sum((points) => points < 0) },
    scoring,
  );
  return { total, band: bandOf(total, scoring), ledger, ...(cut && { cut }) };
}

/** The entries without the first ones of each rule that counts from so many times. */
function withoutFirst(entries: readonly (LedgerEntry & Pick<EarnedPoints, 'after'>)[]): LedgerEntry[] {
  const times = new Map<number, number>();
  return entries.flatMap(({ after, ...entry }) => {
    if (after === undefined) return [entry];
    const time = (times.get(after.rule) ?? 0) + 1;
    times.set(after.rule, time);
    return time >= after.from ? [entry] : [];
  });
}

/** The total of what is earned, at most the cap, less what is taken off, never below 0. */
export function totalOf(
  { more, less }: { more: number; less: number },
  { cap }: Pick<Scoring, 'cap'>,
): { total: number; cut?: Cut } {
  const left = Math.min(more, cap) - less;
  const cut = { ...(more > cap && { cap: more - cap }), ...(left < 0 && { floor: -left }) };
  return { total: Math.max(0, left), ...(more > cap || left < 0 ? { cut } : {}) };
}

/** The band of a score: the highest one that starts at or below it. */
export function bandOf(total: number, scoring: Scoring): Band {
  const { guides, ads, call } = scoring.bands;
  if (total >= call) return 'call';
  if (total >= ads) return 'ads';
  return total >= guides ? 'guides' : 'newsletter';
}

/** The scores of a band: from one, and below another if a band is higher. */
export function bandRange(band: Band, { bands }: Scoring): { from: number; below?: number } {
  const below = [bands.guides, bands.ads, bands.call].find((start) => start > bands[band]);
  return { from: bands[band], ...(below !== undefined && { below }) };
}

function precedes(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.at !== b.at ? a.at < b.at : a.eventId < b.eventId;
}
