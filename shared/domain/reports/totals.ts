import type { HandoverReason, ReturnReason } from '../handover/handover.ts';
import type { Lead } from '../identity/lead.ts';
import type { StepMetric } from './steps.ts';

/** What is counted of the way from a name to a customer. */
export type Metric =
  | 'leads'
  | `entered.${HandoverReason}`
  /** Crossed the threshold with a bad fit, and therefore stayed with marketing. */
  | 'held'
  | 'accepted'
  | `returned.${ReturnReason}`
  | 'qualified'
  /** Ended in sales, by a return or lost, without ever having been qualified. */
  | 'dropped'
  | 'opportunities'
  | 'won'
  /** What was won, in cents. */
  | 'value'
  | 'lost'
  /** First answers within the agreed time, and hand-overs of which that time went by. */
  | 'kept'
  | 'late'
  | StepMetric
  /** Of a bad fit: the criterion by which sales saw it, and the one that would have seen it before. */
  | 'told'
  | 'caught'
  /** Leads in a cell of the framework. */
  | 'here';

/**
 * By what facts are counted. `cell` is of the framework, `criterion` of the ideal customer; `trait` is what leads have in
 * common that were won or lost for good.
 */
export const DIMENSIONS = ['form', 'campaign', 'playbook', 'criterion', 'cell', 'trait'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Names that come from outside: of these there can be any number. */
export const OPEN_ENDED: readonly Dimension[] = ['campaign', 'criterion', 'trait'];
/** Of these a sum holds all that was counted since the first day, not only what its day added. */
export const CUMULATIVE: readonly Dimension[] = ['cell', 'trait'];
/** Where those go that are one too many. */
export const OTHERS = 'other';

/** So much more or less of a fact, of one form, campaign and so on. */
export interface Increment {
  kind: Dimension;
  of: string;
  fact: Metric;
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

/** A lead's place in the framework, and how far it came. */
export function cellName({ fit, readiness, stage }: Pick<Lead, 'fit' | 'readiness' | 'stage'>): string {
  return `${fit}.${readiness}.${stage}`;
}

/** The figures with more counted; what comes to nothing is left out. */
export function addIncrements(figures: ReportTotals, counts: readonly Increment[]): ReportTotals {
  const sums = new Map(DIMENSIONS.map((kind) => [kind, mapsOf(figures[kind])]));
  for (const { kind, of, fact, by } of counts) {
    const tallies = sums.get(kind) ?? new Map();
    const tally = tallies.get(of) ?? new Map();
    tallies.set(of, tally.set(fact, (tally.get(fact) ?? 0) + by));
  }
  return Object.fromEntries([...sums].map(([kind, tallies]) => [kind, talliesIn(tallies)])) as ReportTotals;
}

/** What tallies count, one by one. */
export function incrementsIn(kind: Dimension, tallies: TotalsByName): Increment[] {
  return Object.entries(tallies).flatMap(([of, tally]) =>
    (Object.entries(tally) as [Metric, number][]).map(([fact, by]) => ({ kind, of, fact, by })),
  );
}

/** All tallies together, by what they are of. */
export function mergeTotals(kind: Dimension, parts: readonly TotalsByName[]): TotalsByName {
  return addIncrements(
    NO_TOTALS,
    parts.flatMap((part) => incrementsIn(kind, part)),
  )[kind];
}

/** All tallies as one. */
export function sumTotals(tallies: TotalsByName): Totals {
  const counts = incrementsIn('form', tallies).map((count) => ({ ...count, of: '' }));
  return addIncrements(NO_TOTALS, counts).form[''] ?? {};
}

/** At most so many tallies: those with the largest counts, and the others as one. The same whatever their order. */
export function keepLargest(kind: Dimension, tallies: TotalsByName, most: number): TotalsByName {
  const names = Object.keys(tallies);
  if (names.length <= most) return tallies;
  const sizes = new Map(names.map((name) => [name, sizeOf(tallies[name] ?? {})]));
  const ranked = names.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1));
  const rest = new Set(ranked.slice(most - 1));
  const counts = incrementsIn(kind, tallies);
  return addIncrements(
    NO_TOTALS,
    counts.map((count) => (rest.has(count.of) ? { ...count, of: OTHERS } : count)),
  )[kind];
}

/** Money and minutes are no measure of how often something was counted. */
function sizeOf(tally: Totals): number {
  const counted = Object.entries(tally).filter(([fact]) => fact !== 'value' && !fact.startsWith('minutes.'));
  return counted.reduce((sum, [, by = 0]) => sum + by, 0);
}

type Sums = Map<string, Map<Metric, number>>;

/** Maps, since a name may be anything, `__proto__` included. */
function mapsOf(tallies: TotalsByName): Sums {
  return new Map(
    Object.entries(tallies).map(([of, tally]) => [of, new Map(Object.entries(tally) as [Metric, number][])]),
  );
}

function talliesIn(sums: Sums): TotalsByName {
  const tallies = [...sums].flatMap(([of, tally]): [string, Totals][] => {
    const facts = [...tally].filter(([, by]) => by !== 0);
    return facts.length === 0 ? [] : [[of, Object.fromEntries(facts)]];
  });
  return Object.fromEntries(tallies.sort(([a], [b]) => (a < b ? -1 : 1)));
}
