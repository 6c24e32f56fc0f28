import type { TotalsByName } from '../../domain/reports/totals.ts';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/time.ts';
import { sumsBetween } from '../../store/reports/report-sums.ts';
import type { Table } from '../../store/table.ts';

/** For so many days a roll-up may fail, and what it counted before is still shown, with its day. */
const DAYS_BACK = 7;

/**
 * The last sum of those who are under way in each sequence (`here`), and of those who did not confirm; undefined before the
 * first, or when the roll-up failed for long. One read unit.
 */
export async function peopleInSequences(
  table: Table,
  now: Instant,
): Promise<{ from: Day; totals: TotalsByName } | undefined> {
  const today = dayOf(now);
  const range = { span: 'day', dimension: 'waiting', from: plusDays(today, -DAYS_BACK), to: today } as const;
  return (await sumsBetween(table, range)).at(-1);
}
