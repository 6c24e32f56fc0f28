import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { pointsOf } from './points.ts';
import { capped, windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';

/**
 * The running form of a score. For each day a set of marks is kept, one for each thing that counted; adding
 * a mark again changes nothing, so events may come in any order and any number of times. What counts once in
 * the window has one set for all days, and counts on the latest day it was marked.
 * `test/domain/scoring` holds this form equal to `score`, which says what is meant.
 */
export type Bucket = Day | 'window';

/** Points by day; of the things that count once a day, and of those that count once in the window. */
export interface Points {
  daily: Record<Day, number>;
  window: Record<Day, number>;
}

export const NO_POINTS: Points = { daily: {}, window: {} };

/**
 * The marks that events leave, by scope. Events before the window leave none, and neither do those of a day
 * that has earned the whole cap by itself: they can change no total, and a tally stays small whatever comes in.
 */
export function countedKeys(
  events: Iterable<AnyEvent>,
  scoring: Scoring,
  now: Instant,
  points: Points = NO_POINTS,
): Map<Bucket, Set<string>> {
  const start = windowStart(now, scoring);
  const marks = new Map<Bucket, Set<string>>();
  const added: Points = { daily: {}, window: {} };
  for (const event of events) {
    const day = dayOf(event.at);
    const earned = day < start ? undefined : pointsOf(event, scoring);
    if (earned === undefined) continue;
    const kind = earned.once === 'day' ? 'daily' : 'window';
    const sum = added[kind][day] ?? 0;
    if (Math.max(sum, points[kind][day] ?? 0) >= scoring.cap) continue;
    const scope = kind === 'daily' ? day : 'window';
    const mark = `${hashKey(earned.key)}${earned.points}${scope === 'window' ? `@${day}` : ''}`;
    const set = marks.get(scope) ?? new Set();
    if (set.has(mark)) continue;
    marks.set(scope, set.add(mark));
    added[kind][day] = sum + earned.points;
  }
  return marks;
}

/** The points after the marks of one scope were gathered, with days outside the window forgotten. */
export function withCountedKeys(
  points: Points,
  scope: Bucket,
  marks: Iterable<string>,
  scoring: Scoring,
  now: Instant,
): Points {
  const start = windowStart(now, scoring);
  const kept = withoutExpired(points, scoring, now);
  if (scope === 'window') return { ...kept, window: since(pointsByLatestDay(marks, scoring), start) };
  if (scope < start) return kept;
  let sum = 0;
  for (const mark of marks) sum += Number(mark.slice(HASH_LENGTH));
  return { ...kept, daily: { ...kept.daily, [scope]: capped(sum, scoring) } };
}

/** The total at a moment, from 0 to the cap. */
export function totalPoints(points: Points, scoring: Scoring, now: Instant): number {
  const start = windowStart(now, scoring);
  let total = 0;
  for (const kind of [points.daily, points.window]) {
    for (const day in kind) if (day >= start) total += kind[day] ?? 0;
  }
  return capped(total, scoring);
}

/** The points that the events of a day earn on it. */
export function pointsOn(day: Day, events: readonly AnyEvent[], scoring: Scoring): number {
  const now = `${day}T23:59:59.999Z`;
  const own = events.filter(({ at }) => dayOf(at) === day);
  let points = NO_POINTS;
  for (const [scope, marks] of countedKeys(own, scoring, now)) {
    points = withCountedKeys(points, scope, marks, scoring, now);
  }
  return (points.daily[day] ?? 0) + (points.window[day] ?? 0);
}

/** The points without those that have expired. */
export function withoutExpired({ daily, window }: Points, scoring: Scoring, now: Instant): Points {
  const start = windowStart(now, scoring);
  return { daily: since(daily, start), window: since(window, start) };
}

/** When the oldest points expire: the first midnight at which their day has left the window; undefined without points. */
export function nextExpiry({ daily, window }: Points, { windowDays }: Scoring): Instant | undefined {
  const oldest = [...Object.keys(daily), ...Object.keys(window)].sort()[0];
  return oldest && `${plusDays(oldest, windowDays + 1)}T00:00:00.000Z`;
}

function pointsByLatestDay(marks: Iterable<string>, scoring: Scoring): Record<Day, number> {
  const latest = new Map<string, string>();
  for (const mark of marks) {
    const id = mark.slice(0, HASH_LENGTH);
    const rest = mark.slice(HASH_LENGTH);
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
 * 46 bits of a key in nine characters, so that a day of a hundred marks stays near one write unit.
 * The chance that two of a hundred things of one day share a mark is 1 in 10^10. (cyrb53, public domain)
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
