import type { Instant } from '../time.ts';

/** The steps on the way to a customer whose duration is measured. */
export const STEPS = [
  'name>lead',
  'lead>mql',
  'mql>sal',
  'sal>sql',
  'sql>opportunity',
  'opportunity>customer',
] as const;
export type Step = (typeof STEPS)[number];

/** The minutes of all durations together, and the number of durations in each bucket. */
export type StepMetric = `minutes.${Step}` | `took.${Step}.${number}`;

/** Upper bounds of the buckets in hours; the last bucket has none. Each is about twice the one before. */
const BOUNDS = [1, 2, 4, 8, 16, 24, 48, 96, 168, 336, 672, 1_344, 2_688] as const;
export const BUCKETS = BOUNDS.length + 1;

/** How long a step took, in hours; null when no lead took it. */
export interface StepTime {
  count: number;
  mean: number | null;
  /** Estimated from the buckets. */
  median: number | null;
}

/** Whole minutes between two instants, never negative. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** The bucket of a duration in minutes. */
export function bucketOf(minutes: number): number {
  const bucket = BOUNDS.findIndex((end) => minutes < end * 60);
  return bucket === -1 ? BOUNDS.length : bucket;
}

/** The duration of a step over all leads that the totals count. */
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

/** Interpolates within the bucket of the median. */
function medianOf(counts: readonly number[], count: number): number {
  let before = 0;
  for (const [bucket, size] of counts.entries()) {
    if (size > 0 && before + size >= count / 2) {
      const start = BOUNDS[bucket - 1] ?? 0;
      const end = BOUNDS[bucket] ?? start;
      return start + (end - start) * ((count / 2 - before) / size);
    }
    before += size;
  }
  return 0;
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
