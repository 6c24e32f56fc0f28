import * as z from 'zod/mini';
import { periodQuery } from '../../../shared/contract/report-requests.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { FUNNEL_BY } from '../../../shared/domain/reports/funnel.ts';
import { periodOf } from '../../../shared/domain/reports/period.ts';
import { dayOf, type Instant, plusDays } from '../../../shared/domain/time.ts';
import { type ReportName, type ReportView, WEEKS } from '../../../shared/web/console/reports/view.ts';

/** What is shown when nothing is chosen. */
const USUAL = { weeks: 12, by: 'week' } as const;

/** What a reader chose to see, from the address of a report. What is no day is shown as it was typed. */
export function reportView(
  report: ReportName,
  language: Language,
  query: Readonly<Record<string, string>>,
  now: Instant,
): ReportView {
  const by = FUNNEL_BY.find((one) => one === query.by) ?? USUAL.by;
  const weeks = WEEKS.find((one) => String(one) === query.weeks) ?? USUAL.weeks;
  const today = dayOf(now);
  // As many whole weeks, of which the last is not over yet.
  const from = plusDays(periodOf(today, {}).from, 7 * (USUAL.weeks - weeks));
  const usual = { ...{ report, language, by, weeks }, period: periodOf(today, { from, to: today }) };
  const { from: first = '', to: last = '' } = query;
  if (first === '' && last === '') return usual;
  const given = { ...(first !== '' && { from: first }), ...(last !== '' && { to: last }) };
  const { success, data, error } = z.safeParse(periodQuery, given);
  if (!success) {
    const wrong = [...new Set(error.issues.map(({ path }) => path[0] as 'from' | 'to'))];
    return { ...usual, typed: { from: first, to: last, wrong } };
  }
  return { report, language, by, period: periodOf(today, data) };
}
