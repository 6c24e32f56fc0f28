import type { Localised } from '../language.ts';
import type { BegunTest } from '../nurture/ab-test/begun-test.ts';
import { judge, neededForEach, type VariantStanding } from '../nurture/ab-test/judge.ts';
import type { Measure } from '../nurture/ab-test/measures.ts';
import { contentOf } from '../nurture/ab-test/variants.ts';
import { dayOf, type Instant } from '../time.ts';
import type { Period } from './period.ts';
import type { TotalsByName } from './totals.ts';
import { variantCounts } from './variant-counts.ts';

/** How far a test is. `ended`: the playbook has it no longer, and nothing was decided. */
export const TEST_STATES = ['running', 'decided', 'ended'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** A test of a mail in the report; the contract says what each number means. */
export interface AbTestRow {
  test: string;
  sequence: string;
  step: string;
  mail: string;
  measure: Measure;
  certainty: number;
  state: TestState;
  begunAt: Instant;
  until: Instant | null;
  decidedAt: Instant | null;
  chosen: string | null;
  isSeen: boolean;
  needed: number;
  variants: (VariantStanding & { mail: string; subject: Localised | null })[];
}

/** How far a test is. */
export function stateOf({ due, decision }: BegunTest): TestState {
  if (decision !== undefined) return 'decided';
  return due === undefined ? 'ended' : 'running';
}

/** The tests that went on in a period, newest first. */
export function testsIn(tests: readonly BegunTest[], { from, to }: Period): BegunTest[] {
  const isIn = ({ begunAt, decision }: BegunTest) =>
    dayOf(begunAt) <= to && (decision === undefined || dayOf(decision.at) >= from);
  return tests.filter(isIn).sort((a, b) => (a.begunAt < b.begunAt ? 1 : -1));
}

/**
 * A test in the report: by the counts of its decision, or as they are now.
 * @param mails the totals since it began; needed only before the decision
 */
export function abTestRow(begun: BegunTest, mails: TotalsByName): AbTestRow {
  const { test, sequence, step, mail, begunAt, due, decision } = begun;
  const { measure, certainty } = test;
  const { standings } = decision ?? judge(variantCounts(begun, mails), test);
  return {
    ...{ test: test.name, sequence, step, mail, measure, certainty, state: stateOf(begun), begunAt },
    ...{ until: decision === undefined ? (due ?? null) : null, decidedAt: decision?.at ?? null },
    ...{ chosen: decision?.chosen ?? null, isSeen: decision?.isSeen ?? false },
    needed: neededForEach(test),
    variants: standings.map((standing) => {
      const own = contentOf(test, standing.variant, mail);
      return { ...standing, mail: own.mail, subject: own.subject ?? null };
    }),
  };
}
