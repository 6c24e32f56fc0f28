import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import { type Points, totalPoints, withoutExpired } from './running-score.ts';
import { capped, windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';

/** A UTC day with the points that it earned and that still count, and the score that they and all before them make. */
export interface ScoreDay {
  day: Day;
  points: number;
  total: number;
}

/** Points that are about to expire. */
export interface Expiry {
  at: Instant;
  points: number;
  /** The score from then on, if nothing else happens. */
  total: number;
}

/** How a score grew, from what counts today: points that have expired are not known any more. */
export interface ScoreLine {
  total: number;
  /** Every day of the window, oldest first. */
  days: ScoreDay[];
  /** Of the next days, the first to expire first. */
  expiring: Expiry[];
}

/** How far ahead expiries are told. */
const SOON_DAYS = 30;

/** The line of a score at a moment, and what expires in the next thirty days. */
export function scoreLine(points: Points, scoring: Scoring, now: Instant): ScoreLine {
  const current = withoutExpired(points, scoring, now);
  const pointsOf = (day: Day) => (current.daily[day] ?? 0) + (current.window[day] ?? 0);
  const start = windowStart(now, scoring);
  let sum = 0;
  const days = Array.from({ length: scoring.windowDays + 1 }, (_, n) => {
    const day = plusDays(start, n);
    sum += pointsOf(day);
    return { day, points: pointsOf(day), total: capped(sum, scoring) };
  });
  const last = plusDays(dayOf(now), SOON_DAYS);
  const expiring = days.flatMap(({ day, points: earned }) => {
    const until = plusDays(day, scoring.windowDays + 1);
    if (earned === 0 || until > last) return [];
    const at = `${until}T00:00:00.000Z`;
    return { at, points: earned, total: totalPoints(current, scoring, at) };
  });
  return { total: totalPoints(current, scoring, now), days, expiring };
}
