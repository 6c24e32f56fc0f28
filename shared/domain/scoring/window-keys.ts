import { DAY_MS, type Day } from '../time.ts';
import { HASH_LENGTH as ID_LENGTH } from './hash-key.ts';
import { sideOf } from './points-by-day.ts';

/**
 * The running score stores a set of keys for each day, one for each thing that counted. Adding a key again changes
 * nothing, so events may come in any order and with any repetition. What counts once in the window has one set for all
 * days, and counts on its latest day. `test/domain/scoring` proves the running score equal to `score`.
 */
export type Bucket = Day | 'window';

/** What a key of the window says: the thing that counted, when it last did, and its points. */
export interface WindowKey {
  id: string;
  day: Day;
  points: number;
  /** The place of its rule, if that counts from so many times, or for other scores than the total. */
  rule?: number;
}

const DAY_LENGTH = 3;
const DATE_LENGTH = '2026-11-22'.length;

/** A key of the window: an id of nine characters, the number of the day since 1970 in base 36, the points, `/` and a rule. */
export function windowKey({ id, day, points, rule }: WindowKey): string {
  const own = rule === undefined ? '' : `/${rule}`;
  return `${id}${(Date.parse(day) / DAY_MS).toString(36)}${points}${own}`;
}

/** What a key says. Until November 2026 the day came last, as `@2026-11-22`. */
export function readWindowKey(key: string): WindowKey {
  const id = key.slice(0, ID_LENGTH);
  const rest = key.slice(ID_LENGTH);
  if (rest.includes('@')) return { id, day: rest.slice(-DATE_LENGTH), points: Number.parseInt(rest, 10) };
  const [points, rule] = rest.slice(DAY_LENGTH).split('/');
  const known = { id, day: dayIn(rest.slice(0, DAY_LENGTH)), points: Number(points) };
  return rule === undefined ? known : { ...known, rule: Number(rule) };
}

/** Keys by the thousand share their days. */
const days = new Map<string, Day>();

function dayIn(text: string): Day {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = new Date(Number.parseInt(text, 36) * DAY_MS).toISOString().slice(0, 10);
  days.set(text, day);
  return day;
}

/**
 * Splits keys into those that may still change a total, now or later, and the rest: the same thing on an earlier day,
 * days before the window, and what is older than keys that earn `most` points together, or take so many off. As the window
 * moves on, what is newer never leaves it first.
 * @param fromOf from how many times on a rule counts
 */
export function sortOutKeys(
  keys: Iterable<string>,
  { start, most, fromOf = () => undefined }: { start: Day; most: number; fromOf?: FromOf },
): { kept: WindowKey[]; needless: string[] } {
  const all = [...keys].map((key) => ({ key, ...readWindowKey(key) })).sort(newestFirst);
  const kept = new Map<string, WindowKey>();
  const needless: string[] = [];
  const sums = windowSums(fromOf);
  for (const { key, ...one } of all) {
    if (one.day < start || sums.of(one) >= most || kept.has(one.id)) needless.push(key);
    else {
      kept.set(one.id, one);
      sums.add(one);
    }
  }
  return { kept: [...kept.values()], needless };
}

type FromOf = (rule: number | undefined) => number | undefined;

/** The points that some keys earn by themselves, and those that they take off. */
export function windowSums(fromOf: FromOf) {
  const sums = { more: 0, less: 0 };
  const times = new Map<number, number>();
  return {
    /** The sum on the side of a key. */
    of: ({ points }: WindowKey): number => sums[sideOf(points)],
    add({ points, rule }: WindowKey): void {
      const from = fromOf(rule);
      if (rule !== undefined && from !== undefined) {
        const time = (times.get(rule) ?? 0) + 1;
        times.set(rule, time);
        if (time < from) return;
      }
      sums[sideOf(points)] += Math.abs(points);
    },
  };
}

/** A key of a day: an id, its points, `/` and a rule. */
export function dayKey({ id, points, rule }: Omit<WindowKey, 'day'>): string {
  return `${id}${points}${rule === undefined ? '' : `/${rule}`}`;
}

/** What the key of a day says. */
export function readDayKey(key: string): Omit<WindowKey, 'day'> {
  const [points, rule] = key.slice(ID_LENGTH).split('/');
  const known = { id: key.slice(0, ID_LENGTH), points: Number(points) };
  return rule === undefined ? known : { ...known, rule: Number(rule) };
}

/** In an order that all who look at the same keys agree on. */
function newestFirst(a: WindowKey & { key: string }, b: WindowKey & { key: string }): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
