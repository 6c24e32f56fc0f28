import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { pointsOf } from './points.ts';
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
  /** Oldest first. Its points add up to the total, unless the cap is reached. */
  ledger: LedgerEntry[];
}

/** The first day whose points still count: a day counts for `windowDays` days after it, in UTC. */
export function windowStart(now: Instant, scoring: Scoring): Day {
  return plusDays(dayOf(now), -scoring.windowDays);
}

/**
 * The score of a lead from its events, in any order and with any repetition. What counts once a day counts at its
 * first time that day; what counts once in the window, at its latest.
 */
export function score(events: Iterable<AnyEvent>, scoring: Scoring, now: Instant): Score {
  const start = windowStart(now, scoring);
  const counted = new Map<string, LedgerEntry>();
  for (const event of events) {
    if (dayOf(event.at) < start) continue;
    const earned = pointsOf(event, scoring);
    if (earned === undefined) continue;
    const daily = earned.once === 'day';
    const key = daily ? `${dayOf(event.at)} ${earned.key}` : earned.key;
    const entry = { eventId: event.id, rule: earned.rule, points: earned.points, at: event.at };
    const rival = counted.get(key);
    if (rival === undefined || (daily ? precedes(entry, rival) : precedes(rival, entry))) {
      counted.set(key, entry);
    }
  }
  const ledger = [...counted.values()].sort((a, b) => (precedes(a, b) ? -1 : 1));
  const total = capped(
    ledger.reduce((sum, entry) => sum + entry.points, 0),
    scoring,
  );
  return { total, band: bandOf(total, scoring), ledger };
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

export function capped(points: number, scoring: Scoring): number {
  return Math.min(points, scoring.cap);
}

function precedes(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.at !== b.at ? a.at < b.at : a.eventId < b.eventId;
}
