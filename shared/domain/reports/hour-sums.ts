import { DAY_MS, type Day, type Instant, plus } from '../time.ts';

const HOUR_MS = 3_600_000;

/** How far the changes of an hour are summed up. */
export interface SummedHour {
  /** From `00` to `23`, in UTC. */
  hour: string;
  /** Changes before it are in the sum; undefined when one came late, and the hour has to be summed up anew. */
  until?: Instant;
}

/** A part of a day, without its end. */
export interface DayPart {
  from: Instant;
  to: Instant;
}

/** The hour of an instant. */
export function hourOf(at: Instant): string {
  return at.slice(11, 13);
}

/** An hour of a day. */
export function hourPart(day: Day, hour: string): DayPart {
  const from = `${day}T${hour}:00:00.000Z`;
  return { from, to: plus(from, HOUR_MS) };
}

/**
 * The parts of a day that are in no sum: hours that a late change opened again, and what comes after the last sum. An
 * earlier hour without a sum has no changes, because hours are summed up in order.
 */
export function openParts(day: Day, sums: readonly SummedHour[]): DayPart[] {
  const start = `${day}T00:00:00.000Z`;
  const last = sums.reduce((latest, { until = start }) => (until > latest ? until : latest), start);
  const reopened = sums.filter(({ until, hour }) => until === undefined && hourPart(day, hour).from < last);
  return [...reopened.map(({ hour }) => hourPart(day, hour)), { from: last, to: plus(start, DAY_MS) }].filter(
    ({ from, to }) => from < to,
  );
}
