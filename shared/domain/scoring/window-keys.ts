import { DAY_MS, type Day } from '../time.ts';

/** What a key of the window says: the thing that counted, when it last did, and its points. */
export interface WindowKey {
  id: string;
  day: Day;
  points: number;
}

const ID_LENGTH = 9;
const DAY_LENGTH = 3;
const DATE_LENGTH = '2026-11-22'.length;

/** A key of the window: an id of nine characters, the number of the day since 1970 in base 36, the points. */
export function windowKey({ id, day, points }: WindowKey): string {
  return `${id}${(Date.parse(day) / DAY_MS).toString(36)}${points}`;
}

/** What a key says. Until November 2026 the day came last, as `@2026-11-22`. */
export function readWindowKey(key: string): WindowKey {
  const id = key.slice(0, ID_LENGTH);
  const rest = key.slice(ID_LENGTH);
  if (rest.includes('@')) return { id, day: rest.slice(-DATE_LENGTH), points: Number.parseInt(rest, 10) };
  return { id, day: dayIn(rest.slice(0, DAY_LENGTH)), points: Number(rest.slice(DAY_LENGTH)) };
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
 * days before the window, and what is older than keys that earn `most` points together. As the window moves on, what is
 * newer never leaves it first.
 */
export function sortOutKeys(
  keys: Iterable<string>,
  { start, most }: { start: Day; most: number },
): { kept: WindowKey[]; needless: string[] } {
  const all = [...keys].map((key) => ({ key, ...readWindowKey(key) })).sort(newestFirst);
  const kept = new Map<string, WindowKey>();
  const needless: string[] = [];
  let earned = 0;
  for (const { key, id, day, points } of all) {
    if (day < start || earned >= most || kept.has(id)) needless.push(key);
    else {
      kept.set(id, { id, day, points });
      earned += points;
    }
  }
  return { kept: [...kept.values()], needless };
}

/** In an order that all who look at the same keys agree on. */
function newestFirst(a: WindowKey & { key: string }, b: WindowKey & { key: string }): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
