/** A time in UTC as ISO 8601 with milliseconds (`2026-11-22T10:00:00.000Z`): such texts sort by time. */
export type Instant = string;

/** A UTC day as ISO 8601 (`2026-11-22`). */
export type Day = string;

export const DAY_MS = 86_400_000;
/** Nobody plans further ahead: a later moment is a slip of the pen. */
export const TWO_YEARS_MS = 731 * DAY_MS;

/** The UTC day of an instant. */
export function dayOf(at: Instant): Day {
  return at.slice(0, 10);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): text is Day {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The instant a number of milliseconds later, or earlier if negative. */
export function plus(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** The day a number of days later, or earlier if negative. */
export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The end of a day in seconds since 1970, for DynamoDB's time to live. */
export function endOfDaySeconds(day: Day): number {
  return Date.parse(day) / 1000 + 86_400;
}
