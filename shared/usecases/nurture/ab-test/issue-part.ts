import { decidedFrom, placedTests } from '../../../domain/nurture/ab-test/placed-tests.ts';
import type { Issue } from '../../../domain/nurture/sequence.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import type { Table } from '../../../store/table.ts';
import { decideAbTest } from './decide-ab-test.ts';

/** The readers of an issue who are enrolled now: those who take part in its test, or all. */
export type IssuePart = 'tested' | 'all';

/**
 * Whom an issue is for now: those who take part in its test, and all others once it is decided.
 * @param isTested those who take part are enrolled
 * @returns the moment to ask again, while it cannot be decided
 */
export async function issuePart(
  system: { table: Table; now: () => Instant; playbook: () => Promise<Playbook> },
  { test }: Issue,
  isTested: boolean,
): Promise<IssuePart | { until: Instant }> {
  if (test === undefined) return 'all';
  if (!isTested) return 'tested';
  const outcome = await decideAbTest(system, test.name);
  return outcome !== 'removed' && 'until' in outcome ? outcome : 'all';
}

/** When the test of an issue can be decided at the earliest. */
export function firstDecision(issue: Issue, playbook: Playbook, now: Instant): Instant {
  const [placed] = placedTests({ sequences: {}, newsletter: [issue] });
  const until = placed === undefined ? now : decidedFrom(placed, undefined, playbook, now);
  return until > now ? until : now;
}
