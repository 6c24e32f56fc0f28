import { hasNoAnswer } from '../handover/handovers.ts';
import type { Lead, Origin } from '../identity/lead.ts';
import { nameInReports } from '../name-in-reports.ts';
import type { Amount } from './amounts-of-answers.ts';
import type { Increment } from './totals.ts';

/**
 * What moves to another form or campaign when a lead turns out to come from there: that it became a lead, and its
 * hand-over as long as sales never answered it. What took time, or was held back, stays as it was counted.
 */
export function incrementsOfOrigin(old: Lead | undefined, now: Lead): Increment[] {
  if (old === undefined) return [];
  const amounts = movable(old);
  return (['form', 'campaign'] as const).flatMap((dimension) => {
    const [from, to] = [nameIn(old.origin, dimension), nameIn(now.origin, dimension)];
    if (from === to || amounts.length === 0) return [];
    return [
      { dimension, of: from, metric: 'moved', by: 1 },
      ...amounts.flatMap(([metric, by]): Increment[] => [
        { dimension, of: from, metric, by: -by },
        { dimension, of: to, metric, by },
      ]),
    ];
  });
}

/** What the reports have under the origin of a lead. */
function movable(lead: Lead): Amount[] {
  const { stage, handover } = lead;
  // Who is a name again after sales returned it was counted as a lead before.
  const amounts: Amount[] = stage === 'name' && handover === undefined ? [] : [['leads', 1]];
  if (handover === undefined || handover.origin !== undefined || !hasNoAnswer(handover)) return amounts;
  amounts.push([`entered.${handover.reason}`, 1]);
  if (handover.told !== undefined) amounts.push(['late', 1]);
  return amounts;
}

function nameIn(origin: Origin | undefined, dimension: 'form' | 'campaign'): string {
  return nameInReports(origin?.[dimension]);
}
