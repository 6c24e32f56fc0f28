import { sumTotals, type Totals } from '../../domain/reports/totals.ts';
import { compareWithUsual, USUAL_WEEKS, type Yesterday } from '../../domain/reports/usual.ts';
import { type Day, dayOf, plusDays } from '../../domain/time.ts';
import { totalsOfDay } from '../../store/reports/day-totals.ts';
import { sumsBetween } from '../../store/reports/report-sums.ts';
import type { ReportSystem } from './read-framework.ts';

/** How yesterday went against the usual for that weekday. Some two read units, and more while yesterday has no sum yet. */
export async function readYesterday({ table, now }: ReportSystem): Promise<Yesterday> {
  const day = plusDays(dayOf(now()), -1);
  const from = plusDays(day, -7 * USUAL_WEEKS);
  // Few versions of the playbook are in use on a day: the smallest sums that count every lead.
  const sums = await sumsBetween(table, { span: 'day', dimension: 'playbook', from, to: day });
  const totals = new Map<Day, Totals>(sums.map((sum) => [sum.from, sumTotals(sum.totals)]));
  const first = sums[0]?.from;
  if (!totals.has(day)) totals.set(day, sumTotals((await totalsOfDay(table, day)).playbook));
  return { day, numbers: compareWithUsual(day, totals, first) };
}
