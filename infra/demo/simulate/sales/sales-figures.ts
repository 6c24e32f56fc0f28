import type { FunnelReport } from '../../../../shared/contract/reports.ts';
import { RETURN_REASONS } from '../../../../shared/domain/handover/handover.ts';
import type { TwinClient } from '../twin-client.ts';
import type { ActionCounts } from './action-counts.ts';

export const VALUE_WON = 'value won';

/** The numbers of hand-overs by outcome. */
export type SalesFigures = ReadonlyMap<string, number>;

type Counts = Omit<ActionCounts, 'calls'> & { entered: number };

function figures({ entered, accepted, returned, qualified, opportunities, ...rest }: Counts): SalesFigures {
  return new Map([
    ['entered', entered],
    ['accepted', accepted],
    ...RETURN_REASONS.map((reason) => [`returned, ${reason}`, returned[reason]] as const),
    ['SQL', qualified],
    ['opportunities', opportunities],
    ['won', rest.won],
    [VALUE_WON, rest.value],
    ['lost', rest.lost],
    ['late', rest.late],
  ]);
}

/** The figures according to the simulated sales. */
export function simulatedFigures(
  counts: ActionCounts,
  { entered, late }: { entered: number; late: number },
): SalesFigures {
  return figures({ ...counts, entered, late });
}

/** The same figures for all leads according to the API's reports, since the UTC day of `since`. */
export async function reportedFigures(twin: TwinClient, since: number): Promise<SalesFigures> {
  const from = new Date(since).toISOString().slice(0, 10);
  const { total } = await twin.api<FunnelReport>(`/reports/funnel?from=${from}`);
  const { entered, won, agreement } = total;
  return figures({
    ...total,
    entered: entered.total,
    won: won.total,
    value: won.value,
    late: agreement.late,
  });
}

/** The increase from `before` to `after`. */
export function increase(before: SalesFigures, after: SalesFigures): SalesFigures {
  return new Map([...after].map(([name, number]) => [name, number - (before.get(name) ?? 0)]));
}

/** Each figure that differs in the reports, in words. */
export function differences(own: SalesFigures, reported: SalesFigures): string[] {
  return [...own].flatMap(([name, number]) => {
    const other = reported.get(name) ?? 0;
    return other === number ? [] : [`${name} ${other}, not ${number}`];
  });
}
