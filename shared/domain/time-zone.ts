import { DAY_MS, type Day, type Instant } from './time.ts';

/** Local time: the day, and the milliseconds that the clock shows since midnight. */
export interface WallTime {
  day: Day;
  ms: number;
}

/** Whether a time zone such as `Europe/Amsterdam` exists. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The local time of a zone at an instant. */
export function wallTimeOf(at: Instant, zone: string): WallTime {
  const time = Date.parse(at);
  const shown = time + offset(time, zone);
  return { day: new Date(shown).toISOString().slice(0, 10), ms: ((shown % DAY_MS) + DAY_MS) % DAY_MS };
}

/**
 * The instant of a local time. A time that occurs twice means the first; one that is skipped, when clocks go forward,
 * means the moment they do. So a later local time is never an earlier instant.
 */
export function instantAt({ day, ms }: WallTime, zone: string): Instant {
  const shown = Date.parse(day) + ms;
  const before = offset(shown - DAY_MS, zone);
  const after = offset(shown + DAY_MS, zone);
  const early = shown - Math.max(before, after);
  const late = shown - Math.min(before, after);
  if (early + offset(early, zone) === shown) return iso(early);
  if (late + offset(late, zone) === shown) return iso(late);
  return iso(changeBetween(early, late, zone));
}

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The index in `WEEKDAYS`. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** The first millisecond with another offset than at `from`. */
function changeBetween(from: number, to: number, zone: string): number {
  const old = offset(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** How far a zone is ahead of UTC, in milliseconds. Offsets change only at a quarter of an hour. */
function offset(time: number, zone: string): number {
  const quarter = Math.floor(time / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const found = shownAt(quarter * QUARTER_MS, zone) - quarter * QUARTER_MS;
  offsets.set(key, found);
  return found;
}

const QUARTER_MS = 900_000;
/** Intl is a hundred times slower than this cache. */
const REMEMBERED = 20_000;
const offsets = new Map<string, number>();

/** The local time of a zone, as if it were UTC. */
function shownAt(time: number, zone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(time)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = 'numeric' as const;
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
    ...{ timeZone: zone, hourCycle: 'h23' },
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
  });
  formats.set(zone, format);
  return format;
}

function iso(time: number): Instant {
  return new Date(time).toISOString();
}
