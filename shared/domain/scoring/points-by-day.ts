import type { Day, Instant } from '../time.ts';
import { windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';

/**
 * The points of a lead by day: of what counts once a day, and of what counts once in the window. The parts that special
 * rules and points below 0 need are there only when they hold something.
 */
export interface Points {
  daily: Record<Day, number>;
  window: Record<Day, number>;
  /** What is taken off, as numbers above 0; `fit` as long as the profile says so. */
  less?: { daily?: Record<Day, number>; window?: Record<Day, number>; fit?: number };
  /** For each rule that counts from so many times: how often, by day. */
  repeated?: Repeated[];
}

/** How often something happened for which a rule gives points from so many times. */
export interface Repeated {
  /** The place of the rule. */
  rule: number;
  from: number;
  points: number;
  times: Record<Day, number>;
}

export const NO_POINTS: Points = { daily: {}, window: {} };

/** What is earned, or what is taken off. */
export type Side = 'more' | 'less';

export function sideOf(points: number): Side {
  return points < 0 ? 'less' : 'more';
}

/** The points of one side that count on some days, without a cap; those of the fit are left out. */
export function sumOn(points: Points, side: Side, isCounted: (day: Day) => boolean): number {
  let sum = 0;
  for (const days of daysOfSide(points, side)) {
    for (const day in days) if (isCounted(day)) sum += days[day] ?? 0;
  }
  for (const { from, points: each, times } of points.repeated ?? []) {
    if (sideOf(each) !== side) continue;
    let count = 0;
    for (const day in times) if (isCounted(day)) count += times[day] ?? 0;
    sum += Math.max(0, count - from + 1) * Math.abs(each);
  }
  return sum;
}

/** The points of one side by day. What counts from so many times counts on the days of the later ones. */
export function pointsByDay(points: Points, side: Side): Record<Day, number> {
  const sums: Record<Day, number> = {};
  const add = (day: Day, sum: number) => {
    if (sum > 0) sums[day] = (sums[day] ?? 0) + sum;
  };
  for (const days of daysOfSide(points, side)) for (const day in days) add(day, days[day] ?? 0);
  for (const { from, points: each, times } of points.repeated ?? []) {
    if (sideOf(each) !== side) continue;
    let before = 0;
    for (const day of Object.keys(times).sort()) {
      const count = before + (times[day] ?? 0);
      add(day, (Math.max(0, count - from + 1) - Math.max(0, before - from + 1)) * Math.abs(each));
      before = count;
    }
  }
  return sums;
}

/** All days on which something counted, in any order and perhaps twice. */
export function daysOf(points: Points): Day[] {
  const { daily, window, less = {}, repeated = [] } = points;
  const all = [daily, window, less.daily ?? {}, less.window ?? {}, ...repeated.map(({ times }) => times)];
  return all.flatMap((days) => Object.keys(days));
}

/** What was earned since a day by what happened on that day and later; what was taken off is not among it. */
export function earnedOn(points: Points, day: Day): number {
  return pointsByDay(points, 'more')[day] ?? 0;
}

/** The points that have not expired. */
export function withoutExpired(points: Points, scoring: Scoring, now: Instant): Points {
  const start = windowStart(now, scoring);
  const { daily, window, less, repeated } = points;
  return withParts(
    { daily: since(daily, start), window: since(window, start) },
    {
      ...(less?.daily && { daily: since(less.daily, start) }),
      ...(less?.window && { window: since(less.window, start) }),
      ...(less?.fit !== undefined && { fit: less.fit }),
    },
    repeated?.map((one) => ({ ...one, times: since(one.times, start) })),
  );
}

/** Points of which parts that hold nothing are left out. */
export function withParts(
  { daily, window }: Points,
  less: Points['less'] = {},
  repeated: readonly Repeated[] = [],
): Points {
  const lessened = {
    ...(isFull(less.daily) && { daily: less.daily }),
    ...(isFull(less.window) && { window: less.window }),
    ...(less.fit && { fit: less.fit }),
  };
  const times = repeated.filter((one) => isFull(one.times));
  return {
    ...{ daily, window },
    ...(isFull(lessened) && { less: lessened }),
    ...(times.length > 0 && { repeated: times }),
  };
}

/** The points with what the fit takes off. */
export function withFitPoints(points: Points, off: number): Points {
  return withParts(points, { ...points.less, fit: off }, points.repeated);
}

function daysOfSide({ daily, window, less = {} }: Points, side: Side): Record<Day, number>[] {
  return side === 'more' ? [daily, window] : [less.daily ?? {}, less.window ?? {}];
}

function since(days: Record<Day, number>, start: Day): Record<Day, number> {
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= start));
}

function isFull<T extends object>(part: T | undefined): part is T {
  return part !== undefined && Object.keys(part).length > 0;
}
