import { HANDOVER_REASONS, RETURN_REASONS } from '../handover/handover.ts';
import { STEPS, type Step, type StepTime, stepTimeOf } from './steps.ts';
import { sumTotals, type Totals, type TotalsByName, withoutDebts } from './totals.ts';

/** What a funnel can be divided by. */
export const FUNNEL_BY = ['week', 'form', 'campaign', 'playbook'] as const;
export type FunnelBy = (typeof FUNNEL_BY)[number];

export const CONVERSIONS = [
  'leadToMql',
  'mqlToSal',
  'salToSql',
  'sqlToOpportunity',
  'opportunityToCustomer',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/** What happened in a period, in total or for one week, form, campaign or version of the playbook. */
export type Funnel = ReturnType<typeof funnelOf>;

/** The funnel that totals describe; `funnelReport` of the contract says what each count means. */
export function funnelOf(totals: Totals) {
  const said = withoutDebts(totals);
  const { leads = 0, held = 0, accepted = 0, qualified = 0, opportunities = 0, lost = 0 } = said;
  const { won = 0, value = 0, dropped = 0, kept = 0, late = 0 } = said;
  const entered = withTotal(HANDOVER_REASONS, (reason) => totals[`entered.${reason}`]);
  const returned = withTotal(RETURN_REASONS, (reason) => totals[`returned.${reason}`]);
  return {
    ...{ leads, entered, held, accepted, returned, qualified, opportunities, lost },
    won: { total: won, value: value / 100, ...otherCurrencies(said) },
    conversions: {
      leadToMql: share(entered.total, leads),
      mqlToSal: share(accepted, entered.total),
      salToSql: share(qualified, accepted),
      sqlToOpportunity: share(opportunities, qualified),
      opportunityToCustomer: share(won, opportunities),
    },
    mqlToSql: { became: qualified, didNot: dropped, share: share(qualified, qualified + dropped) },
    agreement: { kept, late, share: share(kept, kept + late) },
    times: Object.fromEntries(STEPS.map((step) => [step, stepTimeOf(totals, step)])) as Record<
      Step,
      StepTime
    >,
  };
}

/** The value of the deals in other currencies than that of the company, by code. */
function otherCurrencies(totals: Totals): { otherCurrencies?: Record<string, number> | undefined } {
  const found = Object.entries(totals).flatMap(([metric, cents]) =>
    metric.startsWith('value.') && cents ? [[metric.slice('value.'.length), cents / 100] as const] : [],
  );
  return found.length === 0 ? {} : { otherCurrencies: Object.fromEntries(found) };
}

/** The funnel over all names. */
export function totalFunnel(totals: TotalsByName): Funnel {
  return funnelOf(sumTotals(totals));
}

/** A share from 0 to 1, in three decimals; null when the whole is zero. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}

/** The total is that of the exact counts: a reason that was corrected to another makes no return more. */
function withTotal<K extends string>(keys: readonly K[], count: (key: K) => number | undefined) {
  const total = keys.reduce((sum, key) => sum + (count(key) ?? 0), 0);
  const each = Object.fromEntries(keys.map((key) => [key, Math.max(0, count(key) ?? 0)])) as Record<
    K,
    number
  >;
  return { total: Math.max(0, total), ...each };
}
