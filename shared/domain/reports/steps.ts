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

/** What takes time: the steps, and sales' answer to a hand-over, counted for each member of the team. */
export const TIMED = [...STEPS, 'handover>answer'] as const;
export type Timed = (typeof TIMED)[number];

/** The minutes of all durations together, and the number of durations in each bucket. */
export type StepMetric = `minutes.${Timed}` | `took.${Timed}.${number}`;

/**
 * The buckets, shortest first, each up to its bound in minutes; the last has none. A number never changes: stored
 * counts use it. Those of before December 2026 have everything below an hour in bucket 0.
 */
export const BUCKETS: readonly { number: number; below: number | null }[] = [
  ...[1, 5, 15].map((below, n) => ({ number: 14 + n, below })),
  ...[1, 2, 4, 8, 16, 24, 48, 96, 168, 336, 672, 1_344, 2_688].map((hours, number) => ({
    number,
    below: hours * 60,
  })),
  { number: 13, below: null },
];

/** How long a step took, in hours; null when no lead took it, and the mean also when corrections hide it. */
export interface StepTime {
  count: number;
  mean: number | null;
  /** Estimated from the buckets. */
  median: number | null;
}

type StepTotals = Partial<Record<StepMetric, number>>;

/** Minutes between two instants, with their seconds; never negative. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
}

/** The number of the bucket of a duration in minutes. */
export function bucketOf(minutes: number): number {
  return BUCKETS.find(({ below }) => below === null || minutes < below)?.number ?? 0;
}

/** How many durations of a step are in each bucket, shortest first. */
export function distributionOf(totals: StepTotals, step: Timed): { below: number | null; count: number }[] {
  return bucketsOf(totals, step).map(({ below, count }) => ({ below, count: Math.max(0, count) }));
}

/** With what corrections take off: a bucket may have less than nothing. */
function bucketsOf(totals: StepTotals, step: Timed) {
  return BUCKETS.map(({ number, below }) => ({ below, count: totals[`took.${step}.${number}`] ?? 0 }));
}

/** The duration of a step over all leads that the totals count. */
export function stepTimeOf(totals: StepTotals, step: Timed): StepTime {
  const exact = bucketsOf(totals, step);
  const count = sizeOf(exact);
  if (count <= 0) return { count: 0, mean: null, median: null };
  const shown = distributionOf(totals, step);
  // Minutes that are taken off of what is not in these buckets say nothing of those that are.
  const minutes = totals[`minutes.${step}`] ?? 0;
  const isWhole = minutes >= 0 && exact.every((one) => one.count >= 0);
  const mean = isWhole ? inHours(minutes / count) : null;
  return { count, mean, median: inHours(medianOf(shown, sizeOf(shown))) };
}

function sizeOf(buckets: readonly { count: number }[]): number {
  return buckets.reduce((sum, one) => sum + one.count, 0);
}

/** Interpolates within the bucket of the median. */
function medianOf(buckets: readonly { below: number | null; count: number }[], count: number): number {
  let before = 0;
  let start = 0;
  for (const { below, count: size } of buckets) {
    const end = below ?? start;
    if (size > 0 && before + size >= count / 2) return start + (end - start) * ((count / 2 - before) / size);
    before += size;
    start = end;
  }
  return start;
}

/** To four seconds. */
function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 1_000) / 1_000;
}
