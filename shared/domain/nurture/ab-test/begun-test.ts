import type { Instant } from '../../time.ts';
import type { Verdict } from './judge.ts';
import type { PlacedTest } from './placed-tests.ts';

/** What was decided of a test, and by which counts. */
export interface Decision extends Verdict {
  at: Instant;
}

/** A test that began: as it was then, and what was decided. */
export interface BegunTest extends PlacedTest {
  begunAt: Instant;
  /** When to see whether it can be decided; undefined once it is, or when the playbook has it no longer. */
  due?: Instant;
  decision?: Decision;
}
