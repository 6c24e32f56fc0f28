import { issueDayStart } from '../../domain/nurture/newsletter-issue.ts';
import { type Instant, plus } from '../../domain/time.ts';
import type { PlaybookContent } from '../../playbook/playbook.ts';
import { putIssueRun } from '../../store/nurture/issues.ts';
import type { Table } from '../../store/table.ts';

/** From its dawn on an issue has a day everywhere on earth for so long: after that it is old news. */
const DAY_EVERYWHERE_MS = 50 * 3_600_000;

/**
 * Orders the issues of the newsletter that are still to come. Those that were ordered before stay as they are; what
 * the playbook no longer has is dropped when its day comes.
 */
export async function planIssues(
  { table, now }: { table: Table; now: () => Instant },
  { newsletter }: Pick<PlaybookContent, 'newsletter'>,
): Promise<void> {
  for (const { mail, on } of newsletter) {
    const due = issueDayStart({ on });
    if (plus(due, DAY_EVERYWHERE_MS) <= now()) continue;
    await putIssueRun(table, { mail, on, version: 1, due });
  }
}
