import type { FunnelReport } from '../../../../shared/contract/reports.ts';
import { RETURN_REASONS } from '../../../../shared/domain/handover/handover.ts';
import type { TwinClient } from '../twin-client.ts';
import type { ActionCounts } from './action-counts.ts';

export const VALUE_WON = 'value won';

/** The numbers of hand-overs by outcome. */
export type SalesFigures = ReadonlyMap<string, number>;

/** The figures according to the simulated sales. */
export function simulatedFigures(
  counts: ActionCounts,
  { entered, late }: { entered: number; late: number },
): SalesFigures {
  return new Map([
    ['entered', entered],
    ['accepted', counts.accepted],
    ...RETURN_REASONS.map((reason) => [`returned, ${reason}`, counts.returned[reason]] as const),
    ['SQL', counts.qualified],
    ['opportunities', counts.opportunities],
    ['won', counts.won],
    [VALUE_WON, counts.value],
    ['lost', counts.lost],
    ['late', late],
  ]);
}

/** The same figures for all leads according to the API's reports, since the UTC day of `since`. */
export async function reportedFigures(twin: TwinClient, since: number): Promise<SalesFigures> {
  const from = new Date(since).toISOString().slice(0, 10);
  const { total } = await twin.api<FunnelReport>(`/reports/funnel?from=${from}`);
  return new Map([
    ['entered', total.entered.total],
    ['accepted', total.accepted],
    ...RETURN_REASONS.map((reason) => [`returned, ${reason}`, total.returned[reason]] as const),
    ['SQL', total.qualified],
    ['opportunities', total.opportunities],
    ['won', total.won.total],
    [VALUE_WON, total.won.value],
    ['lost', total.lost],
    ['late', total.agreement.late],
  ]);
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
