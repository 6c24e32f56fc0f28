import { type Day, dayOf, type Instant, plusDays } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { earningsOf } from './points.ts';
import {
  daysOf,
  earnedOn,
  NO_POINTS,
  type Points,
  type Repeated,
  type Side,
  sideOf,
  sumOn,
  withoutExpired,
  withParts,
} from './points-by-day.ts';
import { asReceived, limitFor, limitOfAll, type Room, sumOf } from './room.ts';
import { countsFrom } from './rule-facts.ts';
import { totalOf, windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';
import { sortOutKeys, type WindowKey, windowKey, windowSums } from './window-keys.ts';

/**
 * The running score stores a set of keys for each day, one for each thing that counted. Adding a key again changes
 * nothing, so events may come in any order and with any repetition. What counts once in the window has one set for all
 * days, and counts on its latest day. `test/domain/scoring` proves the running score equal to `score`.
 */
export type Bucket = Day | 'window';

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
  const latest = new Map<string, Limited>();
  const added = { more: {}, less: {} } as Record<Side, Record<Day, number>>;
  const known = { more: points.daily, less: points.less?.daily ?? {} };
  for (const event of asReceived(events)) {
    const day = dayOf(event.at);
    if (day < start) continue;
    for (const { points: earned, key: of, once, after } of earningsOf(event, scoring)) {
      const side = sideOf(earned);
      const limit = side === 'less' ? scoring.cap : limitFor(event, scoring, room);
      if (once === 'window' || after !== undefined) {
        const id = hashKey(once === 'day' ? `${day} ${of}` : of);
        if (day <= (latest.get(id)?.day ?? '')) continue;
        latest.set(id, { id, day, points: earned, limit, ...(after && { rule: after.rule }) });
        continue;
      }
      const sum = added[side][day] ?? 0;
      if (Math.max(sum, known[side][day] ?? 0) >= limit) continue;
      const set = keys.get(day) ?? new Set();
      const key = `${hashKey(of)}${earned}`;
      if (set.has(key)) continue;
      keys.set(day, set.add(key));
      added[side][day] = sum + Math.abs(earned);
    }
  }
  const inWindow = newestUpToLimit([...latest.values()], points, scoring, room);
  return inWindow.size === 0 ? keys : keys.set('window', inWindow);
}

type Limited = WindowKey & { limit: number };

/** The keys of the window that newer ones, known or added, leave something to change. */
function newestUpToLimit(
  found: readonly Limited[],
  { window, less, repeated }: Points,
  scoring: Scoring,
  room: Room | undefined,
): Set<string> {
  const keys = new Set<string>();
  const inWindow: Points = {
    daily: {},
    window,
    less: { window: less?.window ?? {} },
    repeated: repeated ?? [],
  };
  const added = windowSums(fromIn(scoring));
  for (const [day, own] of Map.groupBy([...found].sort(byDay), (one) => one.day)) {
    const newer = bySide((side) => sumOn(inWindow, side, (one) => one > day));
    const known = bySide((side) => sumOn(inWindow, side, (one) => one === day));
    const onDay = windowSums(fromIn(scoring));
    for (const key of own) {
      const side = sideOf(key.points);
      const most = side === 'less' ? scoring.cap : limitOfAll(scoring, room);
      if (Math.max(newer[side], added.of(key)) >= most) continue;
      if (Math.max(onDay.of(key), known[side]) >= key.limit) continue;
      keys.add(windowKey(key));
      onDay.add(key);
      added.add(key);
    }
  }
  return keys;
}

function bySide(of: (side: Side) => number): Record<Side, number> {
  return { more: of('more'), less: of('less') };
}

/** From how many times on each rule counts, by its place. */
function fromIn({ rules }: Scoring): (rule: number) => number {
  return (rule) => countsFrom(rules[rule]) ?? 1;
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
  const { less, repeated } = current;
  if (bucket === 'window') {
    const kept = sortOutKeys(keys, sorting(scoring, start, room)).kept;
    const { more, less: off } = Object.groupBy(
      kept.filter(({ rule }) => rule === undefined),
      (key) => sideOf(key.points),
    );
    return withParts(
      { ...current, window: sumByDay(more ?? []) },
      { ...less, window: sumByDay(off ?? []) },
      timesByRule(kept, scoring),
    );
  }
  if (bucket < start) return current;
  const all = [...keys].map((key) => Number(key.slice(HASH_LENGTH)));
  const more = sumOf(all.filter((one) => one > 0));
  const off = sumOf(all.filter((one) => one < 0).map(Math.abs));
  return withParts(
    { ...current, daily: { ...current.daily, ...(more > 0 && { [bucket]: more }) } },
    { ...less, daily: { ...less?.daily, ...(off > 0 && { [bucket]: off }) } },
    repeated,
  );
}

/** How often each rule that counts from so many times was met, by day. */
function timesByRule(kept: readonly WindowKey[], scoring: Scoring): Repeated[] {
  const rules = Map.groupBy(
    kept.filter(({ rule }) => rule !== undefined),
    ({ rule }) => rule ?? 0,
  );
  return [...rules]
    .sort(([a], [b]) => a - b)
    .map(([rule, own]) => {
      const days = Map.groupBy(own, ({ day }) => day);
      const times = [...days].map(([day, all]) => [day, sumOf(all.map(() => 1))] as const);
      const from = fromIn(scoring)(rule);
      return { rule, from, points: own[0]?.points ?? 0, times: Object.fromEntries(times) };
    });
}

function sorting(scoring: Scoring, start: Day, room: Room | undefined) {
  return { start, most: limitOfAll(scoring, room), fromOf: fromIn(scoring) };
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
  return sortOutKeys(keys, sorting(scoring, windowStart(now, scoring), room)).needless;
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

/** The points that the events of a day earn, given those before them. */
export function pointsOn(day: Day, events: readonly AnyEvent[], scoring: Scoring): number {
  const now = `${day}T23:59:59.999Z`;
  const known = events.filter(({ at }) => dayOf(at) <= day);
  let points = NO_POINTS;
  for (const [bucket, keys] of countedKeys(known, scoring, now)) {
    points = withCountedKeys(points, bucket, keys, scoring, now);
  }
  return earnedOn(points, day);
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

const byDay = (a: WindowKey, b: WindowKey) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1);

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
