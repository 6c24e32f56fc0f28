import type { AnyEvent, TrackedEvent } from '../tracking/event.ts';
import { matchesPath, pageNameOf, type SamePage } from '../tracking/same-page.ts';
import { countsFrom, isSpecial, secondsOf } from './rule-facts.ts';
import type { Rule, Scoring } from './scoring.ts';

/** What an event earns, and the key under which it counts once. */
export interface EarnedPoints {
  rule: string;
  /** Below 0 when they are taken off. */
  points: number;
  /** Events with the same key count once: per UTC day, or in the whole window. */
  key: string;
  once: 'day' | 'window';
  /** The place of the rule. */
  place: number;
  /** From how many times it counts, if not each time. */
  from?: number;
}

/**
 * What an event earns: by the first rule that matches, and besides by each special rule that does. The points of a rule
 * that counts only from so many times are those that it may earn.
 */
export function earningsOf(event: AnyEvent, scoring: Scoring): EarnedPoints[] {
  if ('bot' in event || 'spam' in event) return [];
  const { plain, special } = rulesOf(scoring);
  const earned: EarnedPoints[] = [];
  for (const { rule, place } of plain) {
    const key = keyOf(event, rule, scoring.samePage);
    if (key === undefined) continue;
    earned.push(byRule(event, rule, place, key));
    break;
  }
  for (const { rule, place } of special) {
    const key = keyOf(event, rule, scoring.samePage);
    if (key !== undefined) earned.push(bySpecial(event, rule, place, key));
  }
  return earned;
}

interface PlacedRule {
  rule: Rule;
  place: number;
}

/** Sorted once for each points system: a score asks for each of thousands of events. */
const sorted = new WeakMap<readonly Rule[], { plain: PlacedRule[]; special: PlacedRule[] }>();

function rulesOf({ rules }: Scoring) {
  const known = sorted.get(rules);
  if (known !== undefined) return known;
  const placed = rules.map((rule, place) => ({ rule, place }));
  const found = {
    plain: placed.filter(({ rule }) => !isSpecial(rule)),
    special: placed.filter(({ rule }) => isSpecial(rule)),
  };
  sorted.set(rules, found);
  return found;
}

function byRule({ type }: AnyEvent, { name, points }: Rule, place: number, key: string): EarnedPoints {
  return { rule: name, points, place, key, once: type === 'page' || type === 'form' ? 'day' : 'window' };
}

/** Whether more of the rule must be known than its points. */
export function saysRule({ from, place }: EarnedPoints, { rules }: Scoring): boolean {
  return from !== undefined || rules[place]?.for !== undefined;
}

/** A special rule has keys of its own, as it counts what counts for others too. */
function bySpecial({ type }: AnyEvent, rule: Rule, place: number, key: string): EarnedPoints {
  const from = countsFrom(rule);
  const isByDay = 'onDays' in rule && rule.onDays !== undefined;
  const isDaily = isByDay || type === 'page' || type === 'stay' || type === 'form';
  return {
    ...{ rule: rule.name, points: rule.points, place },
    key: isByDay ? rule.name : `${rule.name}: ${key}`,
    once: isDaily ? 'day' : 'window',
    ...(from !== undefined && { from }),
  };
}

/** The key under which an event counts once by this rule; undefined when the rule does not match. */
function keyOf(event: AnyEvent, rule: Rule, same: SamePage | undefined): string | undefined {
  switch (rule.on) {
    case 'page': {
      const seconds = secondsOf(rule);
      const isAsked = seconds === undefined ? event.type === 'page' : isStay(event, seconds);
      if (!isAsked || !('url' in event) || event.url === undefined) return undefined;
      return fits(rule.paths, event.url, same) ? `page ${pageNameOf(event.url, same)}` : undefined;
    }
    case 'form':
      if (event.type !== 'form') return undefined;
      return rule.forms === undefined || rule.forms.includes(event.form) ? `form ${event.form}` : undefined;
    case 'open':
    case 'click':
      return event.type === rule.on ? `${event.type} ${event.id}` : undefined;
    case 'track':
      if (event.type !== 'track' || event.name !== rule.event) return undefined;
      if (rule.oncePer === undefined) return `track ${event.id}`;
      return `track ${event.name} ${propOf(event, rule.oncePer)}`;
    case 'unsubscribe':
      return isWithdrawal(event) ? 'unsubscribe' : undefined;
    case 'fit':
      return undefined;
  }
}

function isStay(event: AnyEvent, seconds: number): boolean {
  return event.type === 'stay' && event.seconds >= seconds;
}

/** Whether a person withdrew permission; an address that accepts no mail says nothing about its owner. */
function isWithdrawal(event: AnyEvent): boolean {
  return event.type === 'mail-consent' && event.to === 'withdrawn' && BY_A_PERSON.includes(event.how);
}

const BY_A_PERSON = ['unsubscribe-page', 'one-click', 'preferences', 'complaint'];

function propOf({ props = {} }: TrackedEvent, name: string): string {
  return Object.hasOwn(props, name) ? String(props[name]) : '';
}

function fits(paths: readonly string[] | undefined, url: string, same: SamePage | undefined): boolean {
  return paths === undefined || matchesPath(url, paths, same);
}
