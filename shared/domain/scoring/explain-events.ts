import { type Day, dayOf } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { hashKey } from './hash-key.ts';
import { type EarnedPoints, earningsOf } from './points.ts';
import { windowStart } from './score.ts';
import type { Scoring } from './scoring.ts';
import type { WindowKey } from './window-keys.ts';

/**
 * What an event earned by a rule. `repeated`: it counts once, and another one did. `expired`: it is older than the window.
 * `early`: the rule counts from so many times, and this is before. `perhaps`: what is not known decides, which is earlier
 * on that day or later.
 */
export interface Explanation {
  rule: string;
  points: number;
  is: 'counted' | 'repeated' | 'expired' | 'early' | 'perhaps';
  /** From how many times or days on the rule counts. */
  from?: number;
}

/** A part of a history without gaps: everything between its oldest and its newest event. */
export interface HistoryPart {
  events: readonly AnyEvent[];
  /** Nothing is older than these, at least on the day of the oldest. */
  isFromStart: boolean;
  /** Nothing is newer than these. */
  isToEnd: boolean;
  /** What is known to have counted once in the window. Only a part that does not reach to the end needs it. */
  counted?: readonly WindowKey[];
}

/**
 * The points of each event by its id, as far as this part of the history tells: never other than `score` of all of it
 * says. Events that earn nothing by any rule are left out.
 */
export function explainEvents(part: HistoryPart, scoring: Scoring, now: string): Map<string, Explanation[]> {
  const start = windowStart(now, scoring);
  const inOrder = [...part.events].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  const [oldest, newest] = [inOrder.at(0), inOrder.at(-1)].map((event) => event && dayOf(event.at));
  const latest = latestDays(part.counted ?? []);
  const explained = new Map<string, Explanation[]>();
  const seen = new Set<string>();

  /** Whether another event with the same key counts instead of this one. */
  function standing({ once, key }: EarnedPoints, day: Day, of: string): Explanation['is'] {
    if (seen.has(of)) return 'repeated';
    seen.add(of);
    if (once === 'day') return part.isFromStart || day !== oldest ? 'counted' : 'perhaps';
    if (part.isToEnd || isOwn(key)) return 'counted';
    const last = latest.get(hashKey(key)) ?? '';
    if (last > day) return 'repeated';
    return day === newest ? 'perhaps' : 'counted';
  }

  const earning = inOrder.flatMap((event) =>
    earningsOf(event, scoring).map((earned) => ({ event, earned, day: dayOf(event.at) })),
  );
  const lines = new Map<EarnedPoints, Explanation>();
  const explain = ({ earned, day }: (typeof earning)[number]) => {
    const { rule, points, once, key, from } = earned;
    const is = day < start ? 'expired' : standing(earned, day, once === 'day' ? `${day} ${key}` : key);
    lines.set(earned, { rule, points, is, ...(from && { from }) });
  };
  // What counts once a day counts at its first time that day; what counts once in the window, at its latest.
  earning.filter(({ earned }) => earned.once === 'day').forEach(explain);
  earning
    .filter(({ earned }) => earned.once === 'window')
    .reverse()
    .forEach(explain);
  const early = earlyTimes(part);
  for (const { event, earned } of earning) {
    const line = lines.get(earned);
    if (line === undefined) continue;
    const own = explained.get(event.id) ?? [];
    explained.set(event.id, [...own, { ...line, is: early(earned, line.is) }]);
  }
  return explained;
}

/**
 * Puts right what counts only from so many times, told in the order of time: without all that was before, a time may be
 * later than it seems; what is behind this part may take the place of what counts at its latest time.
 */
function earlyTimes({ isFromStart, isToEnd }: HistoryPart) {
  const times = new Map<number, number>();
  return ({ place, from }: EarnedPoints, is: Explanation['is']): Explanation['is'] => {
    if (from === undefined || is === 'repeated' || is === 'expired') return is;
    const time = (times.get(place) ?? 0) + 1;
    times.set(place, time);
    if (!isFromStart || !isToEnd) return 'perhaps';
    return time < from ? 'early' : is;
  };
}

/** An open, a click and an event without a property have a key of their own. */
function isOwn(key: string): boolean {
  return !key.startsWith('track ') && !key.startsWith('unsubscribe');
}

function latestDays(counted: readonly WindowKey[]): ReadonlyMap<string, Day> {
  const latest = new Map<string, Day>();
  for (const { id, day } of counted) if (day > (latest.get(id) ?? '')) latest.set(id, day);
  return latest;
}
