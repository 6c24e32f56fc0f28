import type { MailsReport } from '../../contract/reports.ts';
import { mailsOf } from '../../domain/reports/mails.ts';
import type { Period } from '../../domain/reports/period.ts';
import { mergeTotals } from '../../domain/reports/totals.ts';
import { totalsInPeriod, totalsSoFar } from '../../store/reports/report-totals.ts';
import type { ReadSystem } from '../lead-system.ts';
import { readAbTests } from './read-ab-tests.ts';

const DIMENSIONS = ['mail', 'link', 'sequence'] as const;

/** What became of each mail and link in a period, of those who began a sequence, and of the tests that went on in it. */
export async function readMails(system: ReadSystem, period: Period): Promise<MailsReport> {
  const { table, now, playbook } = system;
  const [parts, waiting, { sequences, newsletter }, tests] = await Promise.all([
    totalsInPeriod(table, now(), DIMENSIONS, period),
    totalsSoFar(table, now(), 'waiting'),
    playbook(),
    readAbTests(system, period),
  ]);
  const all = (dimension: (typeof DIMENSIONS)[number]) =>
    mergeTotals(parts.flatMap((part) => (part.dimension === dimension ? [part.totals] : [])));
  const totals = { mail: all('mail'), link: all('link'), sequence: all('sequence'), waiting };
  return { ...period, ...mailsOf(totals, { sequences, newsletter }), tests };
}
