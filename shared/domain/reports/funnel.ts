import { type HandoverReason, RETURN_REASONS, type ReturnReason } from '../handover/handover.ts';
import { STEPS, type Step, type StepTime, stepTimeOf } from './steps.ts';
import { sumTotals, type Totals, type TotalsByName } from './totals.ts';

/** By what a funnel is divided. */
export const FUNNEL_BY = ['week', 'form', 'campaign', 'playbook'] as const;
export type FunnelBy = (typeof FUNNEL_BY)[number];

const REASONS: readonly HandoverReason[] = ['threshold', 'hand-raiser', 'stalled'];

/** What happened in a period, all together or to the leads of one form, campaign or version of the playbook. */
export interface Funnel {
  leads: number;
  entered: { total: number } & Record<HandoverReason, number>;
  /** Crossed the threshold with a bad fit, and were not handed over. */
  held: number;
  accepted: number;
  returned: { total: number } & Record<ReturnReason, number>;
  qualified: number;
  opportunities: number;
  /** `value` in euros. */
  won: { total: number; value: number };
  lost: number;
  /** Of each count how many there were of the one before it, both in this period; null when that was none. */
  conversions: Record<Conversion, number | null>;
  /** Of the hand-overs on which sales decided: how many became an SQL. */
  mqlToSql: { became: number; didNot: number; share: number | null };
  /** Whether sales answered within the agreed time. */
  agreement: { kept: number; late: number; share: number | null };
  /** Hours, by step. */
  times: Record<Step, StepTime>;
}

export const CONVERSIONS = [
  'leadToMql',
  'mqlToSal',
  'salToSql',
  'sqlToOpportunity',
  'opportunityToCustomer',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/** What a tally says. */
export function funnelOf(tally: Totals): Funnel {
  const { leads = 0, held = 0, accepted = 0, qualified = 0, opportunities = 0, lost = 0 } = tally;
  const { won = 0, value = 0, dropped = 0, kept = 0, late = 0 } = tally;
  const entered = withTotal(REASONS, (reason) => tally[`entered.${reason}`]);
  const returned = withTotal(RETURN_REASONS, (reason) => tally[`returned.${reason}`]);
  return {
    ...{ leads, entered, held, accepted, returned, qualified, opportunities, lost },
    won: { total: won, value: value / 100 },
    conversions: {
      leadToMql: share(entered.total, leads),
      mqlToSal: share(accepted, entered.total),
      salToSql: share(qualified, accepted),
      sqlToOpportunity: share(opportunities, qualified),
      opportunityToCustomer: share(won, opportunities),
    },
    mqlToSql: { became: qualified, didNot: dropped, share: share(qualified, qualified + dropped) },
    agreement: { kept, late, share: share(kept, kept + late) },
    times: Object.fromEntries(STEPS.map((step) => [step, stepTimeOf(tally, step)])) as Funnel['times'],
  };
}

/** The funnel of everything that the tallies count. */
export function totalFunnel(tallies: TotalsByName): Funnel {
  return funnelOf(sumTotals(tallies));
}

/** A part of a whole, in thousandths; null when there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}

function withTotal<K extends string>(keys: readonly K[], count: (key: K) => number | undefined) {
  const each = Object.fromEntries(keys.map((key) => [key, count(key) ?? 0])) as Record<K, number>;
  return { total: keys.reduce((sum, key) => sum + each[key], 0), ...each };
}
