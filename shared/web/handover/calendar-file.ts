import { calendarFile } from '../../domain/calendar-file.ts';
import { type Instant, plus } from '../../domain/time.ts';

/** A call in a calendar. */
export interface PlannedCall {
  /** The same for the same call: a new time then moves the entry. */
  id: string;
  at: Instant;
  /** When the file is written. */
  writtenAt: Instant;
  title: string;
  /** Where its page is. */
  link: string;
}

const QUARTER_MS = 900_000;

/** A call of a quarter of an hour as a file for a calendar (RFC 5545), with an alarm when it is due. */
export function callFile({ id, at, writtenAt, title, link }: PlannedCall): string {
  const sequence = Math.floor(Date.parse(writtenAt) / 1000) % 2_000_000_000;
  return calendarFile({
    ...{ uid: `${id}@kansrijk`, sequence, writtenAt, title, link, description: link },
    ...{ start: at, end: plus(at, QUARTER_MS), alarm: 'PT0S' },
  });
}
