import type { Language } from '../../../domain/language.ts';
import type { FunnelBy } from '../../../domain/reports/funnel.ts';
import type { Period } from '../../../domain/reports/period.ts';

/** The reports, in the order of their tabs. */
export const REPORTS = ['framework', 'funnel', 'returns', 'responses', 'mails'] as const;
export type ReportName = (typeof REPORTS)[number];

/** How far back one may look with one press, in weeks. */
export const WEEKS = [4, 12, 52] as const;

/** What a reader chose to see. */
export interface ReportView {
  language: Language;
  report: ReportName;
  period: Period;
  /** The number of weeks, unless the reader named days. */
  weeks?: (typeof WEEKS)[number];
  by: FunnelBy;
  /** What was typed as days, and which of it is none. */
  typed?: { from: string; to: string; wrong: ('from' | 'to')[] };
}

/** The address of a report with the same choices, or other ones. */
export function reportLink(view: ReportView, other: Partial<ReportView> = {}, ending = ''): string {
  const { report, period, weeks, by } = { ...view, ...other };
  const chosen = weeks === undefined ? { ...period } : { weeks: String(weeks) };
  const query = new URLSearchParams(
    report === 'framework' ? {} : { ...chosen, ...(report === 'funnel' && { by }) },
  ).toString();
  return `/console/reports/${report}${ending}${query && `?${query}`}`;
}

/** The list of the leads behind a number that was counted in a period. A name of a report names no person. */
export function behindLink(counted: string, under: string | undefined, period: Period): string {
  const query = new URLSearchParams({ counted, ...(under !== undefined && { under }), ...period });
  return `/console/leads?${query.toString().replaceAll('%2F', '/')}`;
}

/** The list of the leads that are so now. */
export function leadsLink(filter: Record<string, string>): string {
  return `/console/leads?${new URLSearchParams(filter)}`;
}
