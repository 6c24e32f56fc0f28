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
  /** What of it counts for each other score than the total. */
  of?: Record<string, Points>;
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

export function bySide(of: (side: Side) => number): Record<Side, number> {
  return { more: of('more'), less: of('less') };
}

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

/** What was earned on a day, in all and for each other score that has points; what was taken off is not among it. */
export function earnedOnDay(points: Points, day: Day): { points: number; of?: Record<string, number> } {
  const earned = (one: Points) => pointsByDay(one, 'more')[day] ?? 0;
  const of = Object.entries(points.of ?? {}).flatMap(([name, own]) => {
    const sum = earned(own);
    return sum > 0 ? [[name, sum] as const] : [];
  });
  return { points: earned(points), ...(of.length > 0 && { of: Object.fromEntries(of) }) };
}

/** The points that have not expired. */
export function withoutExpired(points: Points, scoring: Scoring, now: Instant): Points {
  const start = windowStart(now, scoring);
  const { daily, window, less, repeated, of } = points;
  const own = withParts(
    { daily: since(daily, start), window: since(window, start) },
    {
      ...(less?.daily && { daily: since(less.daily, start) }),
      ...(less?.window && { window: since(less.window, start) }),
      ...(less?.fit !== undefined && { fit: less.fit }),
    },
    repeated?.map((one) => ({ ...one, times: since(one.times, start) })),
  );
  return withOthers(
    own,
    mapValues(of ?? {}, (other) => withoutExpired(other, scoring, now)),
  );
}

/** The points with those of the other scores that have any. */
export function withOthers({ of: _, ...points }: Points, others: Readonly<Record<string, Points>>): Points {
  const full = Object.entries(others).filter(([, own]) => !isDeepEmpty(own));
  return full.length === 0 ? points : { ...points, of: Object.fromEntries(full) };
}

function isDeepEmpty({ daily, window, less, repeated }: Points): boolean {
  return !isFull(daily) && !isFull(window) && less === undefined && repeated === undefined;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
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

/** The points with what the fit takes off, in all and of other scores. */
export function withFitPoints(points: Points, off: number, scores: readonly string[] = []): Points {
  const own = withParts(points, { ...points.less, fit: off }, points.repeated);
  const names = [...new Set([...Object.keys(points.of ?? {}), ...scores])];
  const others = names.map((name) => {
    const other = points.of?.[name] ?? NO_POINTS;
    return [name, withFitPoints(other, scores.includes(name) ? off : 0)] as const;
  });
  return withOthers(own, Object.fromEntries(others));
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
