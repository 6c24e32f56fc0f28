import type { Lead } from '../../identity/lead.ts';
import type { Increment, TotalsByName } from '../../reports/totals.ts';
import { TRAITS, type Trait, traitsOf } from './traits.ts';

/** How leads ended in sales, by trait; under the empty name all of them together. */
export type Outcomes = TotalsByName;
export type Outcome = 'won' | 'lost';

/** How a lead that sales corrected had ended before, and how it ends now. */
export function correctedOutcomes(
  before: Lead,
  after: Lead,
): { undone?: Outcome; outcome?: Outcome } | undefined {
  const [old, now] = [before.handover, after.handover];
  if (old === undefined || old.number !== now?.number || old.corrections === now.corrections)
    return undefined;
  const [undone, outcome] = [endOf(before), endOf(after)];
  if (undone === outcome) return {};
  return { ...(undone && { undone }), ...(outcome && { outcome }) };
}

function endOf({ stage, lost, handover }: Lead): Outcome | undefined {
  if (stage === 'customer') return 'won';
  if (lost !== undefined && lost.at >= (handover?.openedAt ?? '')) return 'lost';
  return handover?.status === 'returned' && handover.answer?.reason === 'bad-fit' ? 'lost' : undefined;
}

/** The outcome in a change of a lead: it became a customer, or was lost for good; undefined when neither. */
export function outcomeOf(before: Lead | undefined, after: Lead): Outcome | undefined {
  if (before === undefined) return undefined;
  if (after.stage === 'customer' && before.stage !== 'customer') return 'won';
  if (after.lost !== undefined && after.lost.at !== before.lost?.at) return 'lost';
  const isReturned = after.returned !== undefined && after.returned.at !== before.returned?.at;
  return isReturned && after.returned?.reason === 'bad-fit' ? 'lost' : undefined;
}

/**
 * The increments of an outcome: one for all leads, and one for each trait that the lead had when sales got it.
 * @param values of its profile
 */
export function incrementsOfOutcome(
  outcome: Outcome,
  lead: Lead,
  values: Readonly<Record<string, string>>,
): Increment[] {
  const traits = traitsOf(lead, lead.handover?.score ?? lead.score, values);
  const names = TRAITS.flatMap((trait) => {
    const value = traits[trait];
    return value === undefined ? [] : nameOf(trait, value);
  });
  return ['', ...names].map((of) => ({ dimension: 'trait', of, metric: outcome, by: 1 }));
}

/** The outcomes of leads with a known trait, and the number of its values. */
export function outcomesOfTrait(outcomes: Outcomes, trait: Trait): Record<Outcome | 'values', number> {
  const names = Object.keys(outcomes).filter((name) => name.startsWith(`${trait}.`));
  const sum = { won: 0, lost: 0, values: names.length };
  for (const name of names) {
    const { won, lost } = outcomesUnder(outcomes, name);
    sum.won += won;
    sum.lost += lost;
  }
  return sum;
}

/** The outcomes of leads with a value of a trait, as `nameOf` names it; by default of all leads. */
export function outcomesUnder(outcomes: Outcomes, name = ''): Record<Outcome, number> {
  const { won = 0, lost = 0 } = outcomes[name] ?? {};
  return { won, lost };
}

export function nameOf(trait: Trait, value: string): string {
  return `${trait}.${value}`;
}
