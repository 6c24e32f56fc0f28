import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import { type Points, pointsByDay, sumOn, withoutExpired } from './points-by-day.ts';
import { totalPoints, totalWithCut } from './running-score.ts';
import { type Cut, totalOf, windowStart } from './score.ts';
import { pointsFor } from './scores.ts';
import type { Scoring } from './scoring.ts';

/** A UTC day with the points that it earned and that still count, and the score that they and all before them make. */
export interface ScoreDay {
  day: Day;
  points: number;
  /** What was taken off, as a number above 0, if anything was. */
  less?: number;
  total: number;
}

/** Points that are about to expire. */
export interface Expiry {
  at: Instant;
  /** Below 0 when more expires of what was taken off. */
  points: number;
  /** The score from then on, if nothing else happens. */
  total: number;
}

/** How a score grew, from what counts today: points that have expired are not known any more. */
export interface ScoreLine {
  total: number;
  /** What the cap and the floor cut, at least: days that are full say no more. */
  cut?: Cut;
  /** What the fit takes off. */
  fit?: number;
  /** The scores beside the total. */
  others: { name: string; total: number; threshold: number }[];
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
  const [more, less] = [pointsByDay(current, 'more'), pointsByDay(current, 'less')];
  const fit = current.less?.fit ?? 0;
  const start = windowStart(now, scoring);
  const sums = { more: 0, less: fit };
  const days = Array.from({ length: scoring.windowDays + 1 }, (_, n) => {
    const day = plusDays(start, n);
    sums.more += more[day] ?? 0;
    sums.less += less[day] ?? 0;
    const off = less[day];
    return { day, points: more[day] ?? 0, ...(off && { less: off }), total: totalOf(sums, scoring).total };
  });
  const last = plusDays(dayOf(now), SOON_DAYS);
  const expiring = days.flatMap(({ day }) => {
    const until = plusDays(day, scoring.windowDays + 1);
    const left = balanceSince(current, day) - balanceSince(current, plusDays(day, 1));
    if (left === 0 || until > last) return [];
    const at = `${until}T00:00:00.000Z`;
    return { at, points: left, total: totalWithCut(current, scoring, at).total };
  });
  const { total, cut } = totalWithCut(current, scoring, now);
  const others = Object.entries(scoring.scores ?? {}).map(([key, { name, threshold }]) => {
    return { name, threshold, total: totalPoints(pointsFor(key, current), scoring, now) };
  });
  return { total, ...(cut && { cut }), ...(fit > 0 && { fit }), others, days, expiring };
}

/** What was earned less what was taken off from a day on. */
function balanceSince(points: Points, from: Day): number {
  const since = (day: Day) => day >= from;
  return sumOn(points, 'more', since) - sumOn(points, 'less', since);
}
