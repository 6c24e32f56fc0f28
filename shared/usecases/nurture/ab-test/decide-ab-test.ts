import type { BegunTest, Decision } from '../../../domain/nurture/ab-test/begun-test.ts';
import { judge } from '../../../domain/nurture/ab-test/judge.ts';
import { decidedFrom, type PlacedTest, placedTests } from '../../../domain/nurture/ab-test/placed-tests.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { getAbTest, moveTestDue, putAbTest, putDecision } from '../../../store/nurture/ab-tests.ts';
import type { Table } from '../../../store/table.ts';
import type { PlaybookSource } from '../../playbook/current-playbook.ts';
import { countVariants } from './count-variants.ts';

interface DecidingSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
}

/** What was decided, or when to look again. `removed`: the playbook has the test no longer. */
type Outcome = { decision: Decision } | { until: Instant } | 'removed';

const SOON_MS = 60_000;

/**
 * Decides a test whose moment has come: once, by the reports as they are then. Repeating it gives the same decision.
 * A test of the playbook that sent no mail until its moment goes on with the first.
 */
export async function decideAbTest(system: DecidingSystem, name: string): Promise<Outcome> {
  const { table, now } = system;
  const [playbook, begun] = await Promise.all([system.playbook(), getAbTest(table, name)]);
  if (begun?.decision !== undefined) return { decision: begun.decision };
  const placed = placedTests(playbook).find(({ test }) => test.name === name);
  if (placed === undefined) {
    if (begun?.due !== undefined) await moveTestDue(table, name, undefined);
    return 'removed';
  }
  const until = await notBefore(system, placed, begun, playbook);
  if (until !== undefined) {
    if (begun !== undefined && begun.due !== until) await moveTestDue(table, name, until);
    return { until };
  }
  const counts = await countVariants(system, placed, begun?.begunAt ?? now());
  const decision = { at: now(), ...judge(counts, placed.test) };
  const written =
    begun === undefined
      ? await putAbTest(table, { ...placed, begunAt: now(), decision })
      : await putDecision(table, name, decision);
  if (written === 'written') return { decision };
  // Another was faster, or the first mail went out this moment: what is stored holds.
  const stored = await getAbTest(table, name);
  return stored?.decision === undefined ? { until: plus(now(), SOON_MS) } : { decision: stored.decision };
}

/** When to look again, if the test cannot be decided yet. */
async function notBefore(
  system: DecidingSystem,
  placed: PlacedTest,
  begun: BegunTest | undefined,
  playbook: Playbook,
): Promise<Instant | undefined> {
  const now = system.now();
  const from = decidedFrom(placed, begun?.begunAt, playbook, now);
  const { decide } = placed.test;
  if (!('recipients' in decide)) return from > now ? from : undefined;
  if (begun === undefined) return from;
  const counts = await countVariants(system, placed, begun.begunAt);
  const all = counts.reduce((sum, { recipients }) => sum + recipients, 0);
  return all < decide.recipients ? from : undefined;
}
