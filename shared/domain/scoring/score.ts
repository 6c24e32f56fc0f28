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
  const counted = new Map<string, Counted>();
  for (const event of events) {
    const day = dayOf(event.at);
    if (day < start) continue;
    for (const earned of earningsOf(event, scoring)) {
      const daily = earned.once === 'day';
      const key = daily ? `${day} ${earned.key}` : earned.key;
      const entry = { eventId: event.id, rule: earned.rule, points: earned.points, at: event.at };
      const rival = counted.get(key)?.entry;
      if (rival === undefined || (daily ? precedes(entry, rival) : precedes(rival, entry))) {
        counted.set(key, { entry, earned });
      }
    }
  }
  const ledger = withoutFirst([...counted.values()].sort((a, b) => (precedes(a.entry, b.entry) ? -1 : 1)));
  const off = fit && fitPointsOf(fit, scoring);
  if (off) ledger.push({ eventId: FIT_ENTRY, rule: off.rule, points: off.points, at: now });
  const { total, cut } = totalOfLedger(ledger, scoring);
  return { total, band: bandOf(total, scoring), ledger, ...(cut && { cut }) };
}

/** The total that the lines of a ledger make. */
export function totalOfLedger(ledger: readonly LedgerEntry[], scoring: Scoring): ReturnType<typeof totalOf> {
  const sum = (isCounted: (points: number) => boolean) =>
    ledger.reduce((total, { points }) => total + (isCounted(points) ? Math.abs(points) : 0), 0);
  return totalOf({ more: sum((points) => points > 0), less: sum((points) => points < 0) }, scoring);
}

interface Counted {
  entry: LedgerEntry;
  earned: EarnedPoints;
}

/** The entries without the first ones of each rule that counts from so many times. */
function withoutFirst(counted: readonly Counted[]): LedgerEntry[] {
  const times = new Map<number, number>();
  return counted.flatMap(({ entry, earned: { place, from } }) => {
    if (from === undefined) return entry;
    const time = (times.get(place) ?? 0) + 1;
    times.set(place, time);
    return time >= from ? entry : [];
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
