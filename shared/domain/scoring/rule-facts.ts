import type { Rule, Scoring } from './scoring.ts';

/**
 * Whether a rule counts by itself, besides every other rule: it says from how many times or days on, or how long somebody
 * stayed.
 */
export function isSpecial(rule: Rule): boolean {
  return countsFrom(rule) !== undefined || secondsOf(rule) !== undefined;
}

/** From how many times or days on a rule counts; undefined when each time does. */
export function countsFrom(rule: Rule | undefined): number | undefined {
  if (rule === undefined || rule.on === 'unsubscribe' || rule.on === 'fit') return undefined;
  return rule.onDays ?? rule.atLeast;
}

/** From how many times on each rule counts, by its place; undefined when each time does. */
export function fromIn({ rules }: Pick<Scoring, 'rules'>): (place: number | undefined) => number | undefined {
  return (place) => (place === undefined ? undefined : countsFrom(rules[place]));
}

/** How many seconds somebody has to stay. */
export function secondsOf(rule: Rule): number | undefined {
  return rule.on === 'page' ? rule.seconds : undefined;
}

/** Whether any rule counts how long somebody stays on a page. */
export function asksForStays({ rules }: Pick<Scoring, 'rules'>): boolean {
  return rules.some((rule) => secondsOf(rule) !== undefined);
}
