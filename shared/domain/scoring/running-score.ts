import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { pointsOf } from './points.ts';
import { capped, windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';

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
 * The keys that events add, by bucket. Events before the window add none, nor do events of a day that has already
 * earned the whole cap: they cannot change the total, and so a bucket stays small.
 */
export function countedKeys(
  events: Iterable<AnyEvent>,
  scoring: Scoring,
  now: Instant,
  points: Points = NO_POINTS,
): Map<Bucket, Set<string>> {
  const start = windowStart(now, scoring);
  const keys = new Map<Bucket, Set<string>>();
  const added: Points = { daily: {}, window: {} };
  for (const event of events) {
    const day = dayOf(event.at);
    const earned = day < start ? undefined : pointsOf(event, scoring);
    if (earned === undefined) continue;
    const kind = earned.once === 'day' ? 'daily' : 'window';
    const sum = added[kind][day] ?? 0;
    if (Math.max(sum, points[kind][day] ?? 0) >= scoring.cap) continue;
    const bucket = kind === 'daily' ? day : 'window';
    const key = `${hashKey(earned.key)}${earned.points}${bucket === 'window' ? `@${day}` : ''}`;
    const set = keys.get(bucket) ?? new Set();
    if (set.has(key)) continue;
    keys.set(bucket, set.add(key));
    added[kind][day] = sum + earned.points;
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
): Points {
  const start = windowStart(now, scoring);
  const current = withoutExpired(points, scoring, now);
  if (bucket === 'window') return { ...current, window: since(pointsByLatestDay(keys, scoring), start) };
  if (bucket < start) return current;
  let sum = 0;
  for (const key of keys) sum += Number(key.slice(HASH_LENGTH));
  return { ...current, daily: { ...current.daily, [bucket]: capped(sum, scoring) } };
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

function pointsByLatestDay(keys: Iterable<string>, scoring: Scoring): Record<Day, number> {
  const latest = new Map<string, string>();
  for (const key of keys) {
    const id = key.slice(0, HASH_LENGTH);
    const rest = key.slice(HASH_LENGTH);
    const rival = latest.get(id);
    if (rival === undefined || rest.slice(rest.indexOf('@')) > rival.slice(rival.indexOf('@'))) {
      latest.set(id, rest);
    }
  }
  const days: Record<Day, number> = {};
  for (const rest of latest.values()) {
    const [earned = '0', day = ''] = rest.split('@');
    days[day] = capped((days[day] ?? 0) + Number(earned), scoring);
  }
  return days;
}

function since(days: Record<Day, number>, start: Day): Record<Day, number> {
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= start));
}

const HASH_LENGTH = 9;

/**
 * 46 bits of a key in nine characters, so that a day with a hundred keys stays near one write unit. The chance that
 * two of a hundred collide is 1 in 10^10. (cyrb53, public domain)
 */
function hashKey(key: string): string {
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
