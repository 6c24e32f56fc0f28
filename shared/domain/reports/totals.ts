import type { HandoverReason, ReturnReason } from '../handover/handover.ts';
import type { Lead } from '../identity/lead.ts';
import type { MailMetric, SequenceMetric } from './mail-metrics.ts';
import type { StepMetric } from './steps.ts';

/** What is counted on the way from a name to a customer. */
export type Metric =
  | 'leads'
  | `entered.${HandoverReason}`
  /** Crossed the threshold with a bad fit, so not handed over. */
  | 'held'
  | 'accepted'
  | `returned.${ReturnReason}`
  | 'qualified'
  /** Returned or lost without ever having been qualified. */
  | 'dropped'
  | 'opportunities'
  | 'won'
  /** The value of the deals won, in cents; those in another currency than that of the company by its code. */
  | 'value'
  | `value.${string}`
  | 'lost'
  /** Hand-overs that sales answered within the agreed time, and those it did not. */
  | 'kept'
  | 'late'
  /** Answers that sales corrected or took back, by version of the playbook only: these may add less than nothing. */
  | 'corrected'
  /** What was counted under a form or campaign, and moved to another that was known later: by the name that it left. */
  | 'moved'
  | StepMetric
  /** Bad fits by the criterion that sales named, and by the criterion that would have caught it before. */
  | 'told'
  | 'caught'
  | MailMetric
  | SequenceMetric
  /** Leads in a cell of the framework, or under way in a sequence, now. */
  | 'here'
  /** Of those under way, whose next mail waits for the confirmation of the permission. */
  | 'unconfirmed';

/**
 * What metrics are divided by. `cell`: of the framework; `criterion`: of the ideal customer; `trait`: of leads that
 * were won, or lost for good; `mail`: of the playbook, in a language; `link`: of such a mail; `sequence`: and the step
 * after which somebody left; `waiting`: a sequence by those who are under way in it; `member`: of the sales team, by the
 * answers to hand-overs.
 */
export const DIMENSIONS = [
  ...(['form', 'campaign', 'playbook', 'criterion', 'cell', 'trait'] as const),
  ...(['mail', 'link', 'sequence', 'waiting', 'member'] as const),
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions with names from outside: there can be any number of them. */
export const OPEN_ENDED: readonly Dimension[] = ['campaign', 'criterion', 'trait', 'link'];
/** Dimensions whose daily sum holds everything since the first day, not only that day. */
export const CUMULATIVE = ['cell', 'trait', 'waiting'] as const satisfies readonly Dimension[];
export type Cumulative = (typeof CUMULATIVE)[number];
/** The name that takes the names beyond the limit. */
export const OTHERS = 'other';

/** Whether the daily sums of a dimension hold everything since the first day. */
export function isCumulative(dimension: Dimension): dimension is Cumulative {
  return (CUMULATIVE as readonly Dimension[]).includes(dimension);
}

/** A change of one metric, for one form, campaign and so on. */
export interface Increment {
  dimension: Dimension;
  of: string;
  metric: Metric;
  by: number;
}

/** An increment of a known dimension. */
export type Count = Omit<Increment, 'dimension'>;

export type Totals = Partial<Record<Metric, number>>;
export type TotalsByName = Readonly<Record<string, Totals>>;
export type ReportTotals = Readonly<Record<Dimension, TotalsByName>>;

/** The name of a lead's cell of the framework, with its stage. */
export function cellName({ fit, readiness, stage }: Pick<Lead, 'fit' | 'readiness' | 'stage'>): string {
  return `${fit}.${readiness}.${stage}`;
}

/** The sums of increments; zeros are left out. */
export function totalsOf(increments: readonly Increment[]): ReportTotals {
  const totals = DIMENSIONS.map((dimension) => [
    dimension,
    sumByName(increments.filter((increment) => increment.dimension === dimension)),
  ]);
  return Object.fromEntries(totals);
}

/** The sums of one dimension. In maps, because a name may be anything, `__proto__` included. */
export function sumByName(increments: readonly Count[]): TotalsByName {
  const totals = [...Map.groupBy(increments, ({ of }) => of)].flatMap(([of, own]): [string, Totals][] => {
    const sums = new Map<Metric, number>();
    for (const { metric, by } of own) sums.set(metric, (sums.get(metric) ?? 0) + by);
    const counts = [...sums].filter(([, by]) => by !== 0);
    return counts.length === 0 ? [] : [[of, Object.fromEntries(counts)]];
  });
  return Object.fromEntries(totals.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What a report says of totals: nothing below zero. A correction counts on the day on which it is made, so a period may
 * take off more than happened in it. The sums of totals stay exact.
 */
export function withoutDebts(totals: Totals): Totals {
  const counts = Object.entries(totals).filter(([, by = 0]) => by > 0);
  return Object.fromEntries(counts);
}

/** The sum of totals of one dimension, by name. */
export function mergeTotals(parts: readonly TotalsByName[]): TotalsByName {
  return sumByName(parts.flatMap(countsIn));
}

/** The sum over all names. */
export function sumTotals(totals: TotalsByName): Totals {
  return sumByName(countsIn(totals).map((count) => ({ ...count, of: '' })))[''] ?? {};
}

/** At most `limit` names: those with the largest counts, the rest as `other`. The order of the names does not matter. */
export function keepLargest(totals: TotalsByName, limit: number): TotalsByName {
  const names = Object.keys(totals);
  if (names.length <= limit) return totals;
  const sizes = new Map(names.map((name) => [name, sizeOf(totals[name] ?? {})]));
  const ranked = names.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1));
  const rest = new Set(ranked.slice(limit - 1));
  return sumByName(countsIn(totals).map((count) => (rest.has(count.of) ? { ...count, of: OTHERS } : count)));
}

/** Totals with a limited number of names from outside in each dimension. */
export function withFewNames(totals: ReportTotals, limitOf: (dimension: Dimension) => number): ReportTotals {
  const few = DIMENSIONS.map((dimension) => [
    dimension,
    OPEN_ENDED.includes(dimension) ? keepLargest(totals[dimension], limitOf(dimension)) : totals[dimension],
  ]);
  return Object.fromEntries(few);
}

/** The sum of totals, by dimension. */
export function addTotals(parts: readonly ReportTotals[]): ReportTotals {
  const sums = DIMENSIONS.map((dimension) => [
    dimension,
    mergeTotals(parts.map((totals) => totals[dimension])),
  ]);
  return Object.fromEntries(sums);
}

/** The increments that add up to totals. */
export function incrementsOf(totals: ReportTotals): Increment[] {
  return DIMENSIONS.flatMap((dimension) =>
    countsIn(totals[dimension]).map((count) => ({ dimension, ...count })),
  );
}

function countsIn(totals: TotalsByName): Count[] {
  return Object.entries(totals).flatMap(([of, byMetric]) =>
    (Object.entries(byMetric) as [Metric, number][]).map(([metric, by]) => ({ of, metric, by })),
  );
}

/** Money and minutes do not say how often something was counted. What is taken off counts as much as what is added. */
function sizeOf(totals: Totals): number {
  const counts = Object.entries(totals).filter(
    ([metric]) => !metric.startsWith('value') && !metric.startsWith('minutes.'),
  );
  return counts.reduce((sum, [, by = 0]) => sum + Math.abs(by), 0);
}
