import type { Lead } from '../../identity/lead.ts';
import type { Increment, TotalsByName } from '../../reports/totals.ts';
import type { HandedOverLead } from '../handovers.ts';
import { TRAITS, type Trait, type Traits, traitsOf } from './traits.ts';

/** How leads ended in sales, by trait; under the empty name all of them together. */
export type Outcomes = TotalsByName;
export type Outcome = 'won' | 'lost';

/**
 * How the hand-over of a lead ended before a change, and how it ends now: empty when the change makes no difference. The
 * next hand-over leaves the outcome of the one before as it is.
 */
export function outcomeChange(
  before: Lead | undefined,
  after: Lead,
): { undone?: Outcome; outcome?: Outcome } {
  if (before?.handover === undefined || before.handover.number !== after.handover?.number) return {};
  const [undone, outcome] = [endOf(before), endOf(after)];
  if (undone === outcome) return {};
  return { ...(undone && { undone }), ...(outcome && { outcome }) };
}

/** Whether the traits of a lead are to be kept with its hand-over, by `withTraits`: it has its first outcome. */
export function needsTraits(lead: Lead): lead is HandedOverLead {
  return lead.handover !== undefined && lead.handover.traits === undefined && endOf(lead) !== undefined;
}

/**
 * A lead with the traits that it had before its first outcome: whatever is learned or corrected later, what was counted
 * is taken off as it was counted.
 * @param values of its profile
 */
export function withTraits(
  before: Lead,
  after: HandedOverLead,
  values: Readonly<Record<string, string>>,
): Lead {
  const { handover } = after;
  return { ...after, handover: { ...handover, traits: traitsBefore({ ...before, handover }, values) } };
}

/** What a lead is like before an answer to its hand-over. */
export function traitsBefore(
  { fit, origin: now, handover }: HandedOverLead,
  values: Readonly<Record<string, string>>,
): Traits {
  const { score, origin = now } = handover;
  return traitsOf({ fit, ...(origin && { origin }) }, score, values);
}

function endOf({ stage, lost, handover }: Lead): Outcome | undefined {
  if (stage === 'customer') return 'won';
  if (lost !== undefined && lost.at >= (handover?.openedAt ?? '')) return 'lost';
  return handover?.status === 'returned' && handover.answer?.reason === 'bad-fit' ? 'lost' : undefined;
}

/** The increments that a change of a lead adds to the outcomes: of all leads, and of each trait that it had. */
export function outcomeIncrements(before: Lead | undefined, after: Lead): Increment[] {
  const { undone, outcome } = outcomeChange(before, after);
  const { traits = {} } = after.handover ?? {};
  return [
    ...(undone ? incrementsOfOutcome(undone, traits, -1) : []),
    ...(outcome ? incrementsOfOutcome(outcome, traits) : []),
    ...ofEarlier(before, after),
  ];
}

/** An earlier hand-over whose traits were not kept leaves its outcome as it was counted. */
function ofEarlier(before: Lead | undefined, { corrected }: Lead): Increment[] {
  if (before === undefined || corrected === undefined || corrected.action === before.corrected?.action)
    return [];
  const { traits, was, is } = corrected;
  const [wasBad, isBad] = [was?.reason === 'bad-fit', is?.reason === 'bad-fit'];
  if (traits === undefined || wasBad === isBad) return [];
  return incrementsOfOutcome('lost', traits, isBad ? 1 : -1);
}

/** The increments of an outcome: one for all leads, and one for each trait. */
export function incrementsOfOutcome(metric: Outcome, traits: Traits, by = 1): Increment[] {
  const names = TRAITS.flatMap((trait) => {
    const value = traits[trait];
    return value === undefined ? [] : nameOf(trait, value);
  });
  return ['', ...names].map((of) => ({ dimension: 'trait', of, metric, by }));
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
