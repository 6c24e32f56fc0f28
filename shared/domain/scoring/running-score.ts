import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { pointsOf } from './points.ts';
import { asReceived, limitFor, limitOfAll, type Room, sumOf } from './room.ts';
import { capped, windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';
import { sortOutKeys, type WindowKey, windowKey } from './window-keys.ts';

/**
 * The running score stores a set of keys for each day, one for each thing that counted. Adding a key again changes
 * nothing, so events may come in any order and with any repetition. What counts once in the window has one set for all
 * days, and counts on its latest day. `test/domain/scoring` proves the running score equal to `score`.
 */
export type Bucket = Day | 'window';

/** Points by day: of what counts once a day, and of what counts once in the window. */
export interface Points {
  daily: Record<Day, number>;
  window: Record<Day, number>;
}

export const NO_POINTS: Points = { daily: {}, window: {} };

/**
 * The keys that events add, by bucket. Events add none that cannot change the total, so a bucket stays small: those
 * before the window or of a day that has earned the whole cap, and what counts once in the window if newer things earn
 * the cap.
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
  const keys = new Map<Bucket, Set<string>>();
  const latest = new Map<string, WindowKey & { limit: number }>();
  const added: Record<Day, number> = {};
  for (const event of asReceived(events)) {
    const day = dayOf(event.at);
    const earned = day < start ? undefined : pointsOf(event, scoring);
    if (earned === undefined) continue;
    const id = hashKey(earned.key);
    const limit = limitFor(event, scoring, room);
    if (earned.once === 'window') {
      if (day > (latest.get(id)?.day ?? '')) latest.set(id, { id, day, points: earned.points, limit });
      continue;
    }
    const sum = added[day] ?? 0;
    if (Math.max(sum, points.daily[day] ?? 0) >= limit) continue;
    const set = keys.get(day) ?? new Set();
    const key = `${id}${earned.points}`;
    if (set.has(key)) continue;
    keys.set(day, set.add(key));
    added[day] = sum + earned.points;
  }
  const inWindow = newestUpToLimit([...latest.values()], points.window, limitOfAll(scoring, room));
  return inWindow.size === 0 ? keys : keys.set('window', inWindow);
}

/** The keys of the window that newer ones, known or added, leave something to change. */
function newestUpToLimit(
  found: readonly (WindowKey & { limit: number })[],
  known: Record<Day, number>,
  most: number,
): Set<string> {
  const keys = new Set<string>();
  let total = 0;
  for (const [day, own] of Map.groupBy([...found].sort(byDay), ({ day }) => day)) {
    const newer = sumOf(Object.entries(known).map(([one, sum]) => (one > day ? sum : 0)));
    let sum = 0;
    for (const key of own) {
      if (Math.max(newer, total) >= most || Math.max(sum, known[day] ?? 0) >= key.limit) continue;
      keys.add(windowKey(key));
      sum += key.points;
      total += key.points;
    }
  }
  return keys;
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
  const start = windowStart(now, scoring);
  const current = withoutExpired(points, scoring, now);
  if (bucket === 'window') {
    const { kept } = sortOutKeys(keys, { start, most: limitOfAll(scoring, room) });
    return { ...current, window: pointsByDay(kept) };
  }
  if (bucket < start) return current;
  const sum = sumOf([...keys].map((key) => Number(key.slice(HASH_LENGTH))));
  return { ...current, daily: { ...current.daily, [bucket]: sum } };
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
  return sortOutKeys(keys, { start: windowStart(now, scoring), most: limitOfAll(scoring, room) }).needless;
}

/** The total at an instant, from 0 to the cap. */
export function totalPoints(points: Points, scoring: Scoring, now: Instant): number {
  const start = windowStart(now, scoring);
  let total = 0;
  for (const kind of [points.daily, points.window]) {
    for (const day in kind) if (day >= start) total += kind[day] ?? 0;
  }
  return capped(total, scoring);
}

/** The points that a day's events earn. */
export function pointsOn(day: Day, events: readonly AnyEvent[], scoring: Scoring): number {
  const now = `${day}T23:59:59.999Z`;
  const own = events.filter(({ at }) => dayOf(at) === day);
  let points = NO_POINTS;
  for (const [bucket, keys] of countedKeys(own, scoring, now)) {
    points = withCountedKeys(points, bucket, keys, scoring, now);
  }
  return (points.daily[day] ?? 0) + (points.window[day] ?? 0);
}

/** The points that have not expired. */
export function withoutExpired({ daily, window }: Points, scoring: Scoring, now: Instant): Points {
  const start = windowStart(now, scoring);
  return { daily: since(daily, start), window: since(window, start) };
}

/** When the oldest points expire, at a midnight in UTC; undefined without points. */
export function nextExpiry({ daily, window }: Points, { windowDays }: Scoring): Instant | undefined {
  const oldest = [...Object.keys(daily), ...Object.keys(window)].sort()[0];
  return oldest && `${plusDays(oldest, windowDays + 1)}T00:00:00.000Z`;
}

function pointsByDay(keys: readonly WindowKey[]): Record<Day, number> {
  const days = Map.groupBy(keys, ({ day }) => day);
  return Object.fromEntries([...days].map(([day, own]) => [day, sumOf(own.map(({ points }) => points))]));
}

const byDay = (a: WindowKey, b: WindowKey) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1);

function since(days: Record<Day, number>, start: Day): Record<Day, number> {
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= start));
}

const HASH_LENGTH = 9;

/**
 * 46 bits of a key in nine characters, so that a day with a hundred keys stays near one write unit. The chance that
 * two of a hundred collide is 1 in 10^10. (cyrb53, public domain)
 */
export function hashKey(key: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const bits = (b & 0x3fff) * 0x100000000 + (a >>> 0);
  return bits.toString(36).padStart(HASH_LENGTH, '0');
}
