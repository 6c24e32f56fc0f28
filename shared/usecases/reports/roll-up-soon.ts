import type { Instant } from '../../domain/time.ts';
import { ABOUT_ROLL_UP, ROLL_UP } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';
import { bringForward } from '../jobs/bring-forward.ts';

/** What is not summed up, a report reads change by change. */
const MANY = 1_000;

/**
 * Counts changes, and brings the roll-up forward after every thousand: it then sums up the hours of today.
 * @param many less than a thousand where many processes each store a part
 */
export function rollUpSoon(
  table: Table,
  now: () => Instant,
  many = MANY,
): (changes: number) => Promise<void> {
  return bringForward(table, now, { ...ROLL_UP, about: ABOUT_ROLL_UP, many });
}
