import type { Day } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { hashKey } from './hash-key.ts';
import { type EarnedPoints, saysRule } from './points.ts';
import { bySide, type Points, type Side, sideOf, sumOn } from './points-by-day.ts';
import { limitFor, limitOfAll, type Room } from './room.ts';
import { fromIn } from './rule-facts.ts';
import type { Scoring } from './scoring.ts';
import { type Bucket, dayKey, type WindowKey, windowKey, windowSums } from './window-keys.ts';

/** An event with what it earns. */
export interface Earning {
  event: AnyEvent;
  day: Day;
  earned: EarnedPoints;
}

/** The keys of events that may change one score, with what is known of its points, by bucket. */
export function neededKeys(
  earning: readonly Earning[],
  scoring: Scoring,
  points: Points,
  room: Room | undefined,
): Map<Bucket, Set<string>> {
  const keys = new Map<Bucket, Set<string>>();
  const latest = new Map<string, Limited>();
  const added = { more: {}, less: {} } as Record<Side, Record<Day, number>>;
  const known = { more: points.daily, less: points.less?.daily ?? {} };
  for (const { event, day, earned } of earning) {
    const side = sideOf(earned.points);
    const limit = side === 'less' ? scoring.cap : limitFor(event, scoring, room);
    const rule = saysRule(earned, scoring) ? { rule: earned.place } : {};
    if (earned.once === 'window' || earned.from !== undefined) {
      const id = hashKey(earned.once === 'day' ? `${day} ${earned.key}` : earned.key);
      if (day > (latest.get(id)?.day ?? ''))
        latest.set(id, { id, day, points: earned.points, limit, ...rule });
      continue;
    }
    const sum = added[side][day] ?? 0;
    if (Math.max(sum, known[side][day] ?? 0) >= limit) continue;
    const set = keys.get(day) ?? new Set();
    const key = dayKey({ id: hashKey(earned.key), points: earned.points, ...rule });
    if (set.has(key)) continue;
    keys.set(day, set.add(key));
    added[side][day] = sum + Math.abs(earned.points);
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

const byDay = (a: WindowKey, b: WindowKey) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1);
