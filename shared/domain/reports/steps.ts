import type { Instant } from '../time.ts';

/** Steps on the way to a customer of which is kept how long they took. */
export const STEPS = [
  'name>lead',
  'lead>mql',
  'mql>sal',
  'sal>sql',
  'sql>opportunity',
  'opportunity>customer',
] as const;
export type Step = (typeof STEPS)[number];

/** The minutes that all took together, and how many ended in each bucket. */
export type StepMetric = `minutes.${Step}` | `took.${Step}.${number}`;

/** Upper ends of the buckets in hours; the last bucket has none. Each is about twice the one before. */
const ENDS = [1, 2, 4, 8, 16, 24, 48, 96, 168, 336, 672, 1_344, 2_688] as const;
export const BUCKETS = ENDS.length + 1;

export interface StepTime {
  count: number;
  /** In hours; null when nothing took this step. */
  mean: number | null;
  /** In hours, as near as the buckets tell. */
  median: number | null;
}

/** How long from one moment to another, in whole minutes, never less than none. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** The bucket of a length of time. */
export function bucketOf(minutes: number): number {
  const bucket = ENDS.findIndex((end) => minutes < end * 60);
  return bucket === -1 ? ENDS.length : bucket;
}

/** How long a step took, as a tally has it. */
export function stepTimeOf(totals: Partial<Record<StepMetric, number>>, step: Step): StepTime {
  const counts = Array.from({ length: BUCKETS }, (_, bucket) => totals[`took.${step}.${bucket}`] ?? 0);
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return { count, mean: null, median: null };
  return {
    count,
    mean: rounded((totals[`minutes.${step}`] ?? 0) / 60 / count),
    median: rounded(medianOf(counts, count)),
  };
}

/** Within its bucket the middle one is taken to lie as far as it is along those that are in it. */
function medianOf(counts: readonly number[], count: number): number {
  let before = 0;
  for (const [bucket, size] of counts.entries()) {
    if (size > 0 && before + size >= count / 2) {
      const start = ENDS[bucket - 1] ?? 0;
      const end = ENDS[bucket] ?? start;
      return start + (end - start) * ((count / 2 - before) / size);
    }
    before += size;
  }
  return 0;
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
