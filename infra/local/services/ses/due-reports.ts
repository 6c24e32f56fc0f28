import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { ReportEvent } from './report.ts';

type ScheduledReport = Pick<ReportEvent, 'detailType' | 'detail' | 'at'>;

/** Publishes each report when it is due; future reports wait in the journal. */
export function dueReports(
  { journal, clock }: { journal: Journal; clock: Clock },
  publish: (detailType: string, detail: object) => void,
) {
  return {
    add({ detailType, detail, at }: ScheduledReport): void {
      const report = JSON.stringify({ detailType, detail });
      if (at <= clock.now()) publish(detailType, detail);
      else journal.run('INSERT INTO mail_reports (due, report) VALUES (?, ?)', at, report);
    },
    nextDue(): number | undefined {
      const first = journal.first<{ due: number | null }>('SELECT min(due) AS due FROM mail_reports');
      return first?.due ?? undefined;
    },
    async runDue(): Promise<void> {
      const due = 'SELECT id, report FROM mail_reports WHERE due <= ? ORDER BY due, id';
      for (const { id, report } of journal.all<{ id: number; report: string }>(due, clock.now())) {
        journal.transaction(() => {
          const { detailType, detail }: ScheduledReport = JSON.parse(report);
          publish(detailType, detail);
          journal.run('DELETE FROM mail_reports WHERE id = ?', id);
        });
      }
    },
  };
}
