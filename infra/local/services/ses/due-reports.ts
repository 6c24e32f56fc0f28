import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { ReportEvent } from './report.ts';

type Told = Pick<ReportEvent, 'detailType' | 'detail' | 'at'>;

/** Tells each report when its time has come; one that lies ahead is kept in the journal. */
export function dueReports(
  { journal, clock }: { journal: Journal; clock: Clock },
  tell: (detailType: string, detail: object) => void,
) {
  return {
    add({ detailType, detail, at }: Told): void {
      const report = JSON.stringify({ detailType, detail });
      if (at <= clock.now()) tell(detailType, detail);
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
          const { detailType, detail }: Told = JSON.parse(report);
          tell(detailType, detail);
          journal.run('DELETE FROM mail_reports WHERE id = ?', id);
        });
      }
    },
  };
}
