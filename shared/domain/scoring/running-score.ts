import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { neededKeys } from './needed-keys.ts';
import { earningsOf } from './points.ts';
import {
  bySide,
  daysOf,
  earnedOnDay,
  NO_POINTS,
  type Points,
  type Repeated,
  sideOf,
  sumOn,
  withoutExpired,
  withParts,
} from './points-by-day.ts';
import { asReceived, limitOfAll, type Room, sumOf } from './room.ts';
import { fromIn } from './rule-facts.ts';
import { totalOf, windowStart } from './score.ts';
import { type Account, accountsOf, isFor, pointsFor, roomFor, withScores } from './scores.ts';
import type { Scoring } from './scoring.ts';
import {
  type Bucket,
  readDayKey,
  readWindowKey,
  sortOutKeys,
  type WindowKey,
  windowKey,
} from './window-keys.ts';

/**
 * The keys that events add, by bucket. Events add none that cannot change the total or another score, so a bucket stays
 * small: those before the window or of a day that has earned the whole cap, and what counts once in the window if newer
 * things earn the cap.
 * @param room for new points of a day that is full
 */
export function countedKeys(
  events: Iterable<AnyEvent>,
  scoring: Scoring,
  now: Instant,
  points: Points = NO_POINTS,
  room?: Room,
): Map<Bucket, Set<string>> {
  const start = windowStart(now, scoring);
  const earning = asReceived(events).flatMap((event) => {
    const day = dayOf(event.at);
    return day < start ? [] : earningsOf(event, scoring).map((earned) => ({ event, day, earned }));
  });
  const all = new Map<Bucket, Set<string>>();
  for (const account of accountsOf(scoring)) {
    const own = earning.filter(({ earned }) => isFor(account, earned.place, scoring));
    const known = pointsFor(account, points);
    for (const [bucket, keys] of neededKeys(own, scoring, known, roomFor(account, room)))
      all.set(bucket, (all.get(bucket) ?? new Set()).union(keys));
  }
  return all;
}

/** The points after adding the keys of one bucket, without the days that have left the window. */
export function withCountedKeys(
  points: Points,
  bucket: Bucket,
  keys: Iterable<string>,
  scoring: Scoring,
  now: Instant,
  room?: Room,
): Points {
  const all = [...keys];
  const after = (account: Account) => {
    const current = withoutExpired(pointsFor(account, points), scoring, now);
    return withKeysOfOne(current, bucket, all, { account, scoring, now, room: roomFor(account, room) });
  };
  return withScores(after(undefined), scoring, after);
}

/** What the keys of a bucket are counted by. */
interface Counting {
  account: Account;
  scoring: Scoring;
  now: Instant;
  room: Room | undefined;
}

function withKeysOfOne(current: Points, bucket: Bucket, keys: readonly string[], by: Counting): Points {
  const { account, scoring, now } = by;
  const { less, repeated } = current;
  const isOwn = ({ rule }: { rule?: number }) => isFor(account, rule, scoring);
  if (bucket === 'window') {
    const { kept } = sortOut(keys, by);
    const { more, less: off } = Object.groupBy(
      kept.filter(({ rule }) => fromIn(scoring)(rule) === undefined),
      (key) => sideOf(key.points),
    );
    return withParts(
      { ...current, window: sumByDay(more ?? []) },
      { ...less, window: sumByDay(off ?? []) },
      timesByRule(kept, scoring),
    );
  }
  if (bucket < windowStart(now, scoring)) return current;
  const all = keys.map(readDayKey).filter(isOwn);
  const more = sumOf(all.map((one) => Math.max(0, one.points)));
  const off = sumOf(all.map((one) => Math.max(0, -one.points)));
  return withParts(
    { ...current, daily: { ...current.daily, ...(more > 0 && { [bucket]: more }) } },
    { ...less, daily: { ...less?.daily, ...(off > 0 && { [bucket]: off }) } },
    repeated,
  );
}

/** How often each rule that counts from so many times was met, by day. */
function timesByRule(kept: readonly WindowKey[], scoring: Scoring): Repeated[] {
  const fromOf = fromIn(scoring);
  const rules = Map.groupBy(
    kept.filter(({ rule }) => fromOf(rule) !== undefined),
    ({ rule }) => rule ?? 0,
  );
  return [...rules]
    .sort(([a], [b]) => a - b)
    .map(([rule, own]) => {
      const days = Map.groupBy(own, ({ day }) => day);
      const times = [...days].map(([day, all]) => [day, sumOf(all.map(() => 1))] as const);
      return { rule, from: fromOf(rule) ?? 1, points: own[0]?.points ?? 0, times: Object.fromEntries(times) };
    });
}

/** The keys of the window that still count for one score, and the others of it. */
function sortOut(keys: readonly string[], { account, scoring, now, room }: Counting) {
  const own =
    account === undefined ? keys : keys.filter((key) => isFor(account, readWindowKey(key).rule, scoring));
  const by = { start: windowStart(now, scoring), most: limitOfAll(scoring, room), fromOf: fromIn(scoring) };
  return sortOutKeys(own, by);
}

/** The keys of a bucket that can never change a total again. */
export function needlessKeys(
  bucket: Bucket,
  keys: Iterable<string>,
  scoring: Scoring,
  now: Instant,
  room?: Room,
): string[] {
  if (bucket !== 'window') return [];
  const all = [...keys];
  const [ofAll = [], ...ofScores] = accountsOf(scoring).map((account) => {
    const own = sortOut(all, { account, scoring, now, room: roomFor(account, room) });
    return account === undefined ? own.needless : own.kept.map(windowKey);
  });
  const needed = new Set(ofScores.flat());
  return ofAll.filter((key) => !needed.has(key));
}

/** The total at an instant, from 0 to the cap. */
export function totalPoints(points: Points, scoring: Scoring, now: Instant): number {
  return totalWithCut(points, scoring, now).total;
}

/** The same, with what the cap and the floor cut. */
export function totalWithCut(points: Points, scoring: Scoring, now: Instant): ReturnType<typeof totalOf> {
  const start = windowStart(now, scoring);
  const { more, less } = bySide((side) => sumOn(points, side, (day) => day >= start));
  return totalOf({ more, less: less + (points.less?.fit ?? 0) }, scoring);
}

/** The points that the events of a day earn, given those before them; of the total, and of each other score. */
export function pointsOn(
  day: Day,
  events: readonly AnyEvent[],
  scoring: Scoring,
): { points: number; of?: Record<string, number> } {
  const now = `${day}T23:59:59.999Z`;
  const known = events.filter(({ at }) => dayOf(at) <= day);
  let points = NO_POINTS;
  for (const [bucket, keys] of countedKeys(known, scoring, now)) {
    points = withCountedKeys(points, bucket, keys, scoring, now);
  }
  return earnedOnDay(points, day);
}

/** When the oldest points expire, at a midnight in UTC; undefined without points. */
export function nextExpiry(points: Points, { windowDays }: Scoring): Instant | undefined {
  const oldest = daysOf(points).sort()[0];
  return oldest && `${plusDays(oldest, windowDays + 1)}T00:00:00.000Z`;
}

function sumByDay(keys: readonly WindowKey[]): Record<Day, number> {
  const days = Map.groupBy(keys, ({ day }) => day);
  const sum = (own: readonly WindowKey[]) => sumOf(own.map(({ points }) => Math.abs(points)));
  return Object.fromEntries([...days].map(([day, own]) => [day, sum(own)]));
}
