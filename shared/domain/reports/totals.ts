import type { HandoverReason, ReturnReason } from '../handover/handover.ts';
import type { Lead } from '../identity/lead.ts';
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
  /** The value of the deals won, in cents. */
  | 'value'
  | 'lost'
  /** Hand-overs that sales answered within the agreed time, and those it did not. */
  | 'kept'
  | 'late'
  | StepMetric
  /** Bad fits by the criterion that sales named, and by the criterion that would have caught it before. */
  | 'told'
  | 'caught'
  /** Leads in a cell of the framework now. */
  | 'here';

/**
 * What metrics are divided by. `cell`: of the framework; `criterion`: of the ideal customer; `trait`: of leads that
 * were won, or lost for good.
 */
export const DIMENSIONS = ['form', 'campaign', 'playbook', 'criterion', 'cell', 'trait'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions with names from outside: there can be any number of them. */
export const OPEN_ENDED: readonly Dimension[] = ['campaign', 'criterion', 'trait'];
/** Dimensions whose daily sum holds everything since the first day, not only that day. */
export const CUMULATIVE: readonly Dimension[] = ['cell', 'trait'];
/** The name that takes the names beyond the limit. */
export const OTHERS = 'other';

/** A change of one metric, for one form, campaign and so on. */
export interface Increment {
  dimension: Dimension;
  of: string;
  metric: Metric;
  by: number;
}

export type Totals = Partial<Record<Metric, number>>;
export type TotalsByName = Readonly<Record<string, Totals>>;
export type ReportTotals = Readonly<Record<Dimension, TotalsByName>>;

export const NO_TOTALS: ReportTotals = {
  form: {},
  campaign: {},
  playbook: {},
  criterion: {},
  cell: {},
  trait: {},
};

/** The name of a lead's cell of the framework, with its stage. */
export function cellName({ fit, readiness, stage }: Pick<Lead, 'fit' | 'readiness' | 'stage'>): string {
  return `${fit}.${readiness}.${stage}`;
}

/** The totals with the increments added; zeros are left out. */
export function addIncrements(totals: ReportTotals, increments: readonly Increment[]): ReportTotals {
  const sums = new Map(DIMENSIONS.map((dimension) => [dimension, mapsOf(totals[dimension])]));
  for (const { dimension, of, metric, by } of increments) {
    const byName = sums.get(dimension) ?? new Map();
    const byMetric = byName.get(of) ?? new Map();
    byName.set(of, byMetric.set(metric, (byMetric.get(metric) ?? 0) + by));
  }
  return Object.fromEntries(
    [...sums].map(([dimension, byName]) => [dimension, totalsIn(byName)]),
  ) as ReportTotals;
}

/** The sum of totals of one dimension, by name. */
export function mergeTotals(dimension: Dimension, parts: readonly TotalsByName[]): TotalsByName {
  const increments = parts.flatMap((part) => incrementsIn(dimension, part));
  return addIncrements(NO_TOTALS, increments)[dimension];
}

/** The sum over all names. */
export function sumTotals(totals: TotalsByName): Totals {
  const increments = incrementsIn('form', totals).map((increment) => ({ ...increment, of: '' }));
  return addIncrements(NO_TOTALS, increments).form[''] ?? {};
}

/** At most `limit` names: those with the largest counts, the rest as `other`. The order of the names does not matter. */
export function keepLargest(dimension: Dimension, totals: TotalsByName, limit: number): TotalsByName {
  const names = Object.keys(totals);
  if (names.length <= limit) return totals;
  const sizes = new Map(names.map((name) => [name, sizeOf(totals[name] ?? {})]));
  const ranked = names.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1));
  const rest = new Set(ranked.slice(limit - 1));
  const increments = incrementsIn(dimension, totals);
  return addIncrements(
    NO_TOTALS,
    increments.map((increment) => (rest.has(increment.of) ? { ...increment, of: OTHERS } : increment)),
  )[dimension];
}

function incrementsIn(dimension: Dimension, totals: TotalsByName): Increment[] {
  return Object.entries(totals).flatMap(([of, byMetric]) =>
    (Object.entries(byMetric) as [Metric, number][]).map(([metric, by]) => ({ dimension, of, metric, by })),
  );
}

/** Money and minutes do not say how often something was counted. */
function sizeOf(totals: Totals): number {
  const counts = Object.entries(totals).filter(
    ([metric]) => metric !== 'value' && !metric.startsWith('minutes.'),
  );
  return counts.reduce((sum, [, by = 0]) => sum + by, 0);
}

type Sums = Map<string, Map<Metric, number>>;

/** Maps, because a name may be anything, `__proto__` included. */
function mapsOf(totals: TotalsByName): Sums {
  return new Map(
    Object.entries(totals).map(([of, byMetric]) => [
      of,
      new Map(Object.entries(byMetric) as [Metric, number][]),
    ]),
  );
}

function totalsIn(sums: Sums): TotalsByName {
  const totals = [...sums].flatMap(([of, byMetric]): [string, Totals][] => {
    const counts = [...byMetric].filter(([, by]) => by !== 0);
    return counts.length === 0 ? [] : [[of, Object.fromEntries(counts)]];
  });
  return Object.fromEntries(totals.sort(([a], [b]) => (a < b ? -1 : 1)));
}
