import type { Day } from '../../time.ts';
import { presentOn } from './present.ts';
import { type LeadFacts, matchedConditions } from './rule-fits.ts';
import type { SalesRules } from './sales-rules.ts';

/** Everything that routing looks at. */
export interface RouteFacts extends LeadFacts {
  /** The domain of the e-mail address. */
  domain: string;
  /** Its previous owner. */
  before?: string;
  /** The owner of its company. */
  companyOwner?: string;
  /** Who gets the leads of the score that it reached, and its name. */
  specialists?: { score: string; people: readonly string[] };
  /** The first day on which sales can look at it. */
  day: Day;
}

/** The people a lead can go to, at least one, and why: `account`, `again`, `company`, `turn`, or what matched a rule. */
export interface Route {
  people: string[];
  via: string;
}

/** Keeps the lead's record small. */
const VIA_LENGTH = 60;

/**
 * The people a lead can go to: the owner of its account, the people of the score that it reached, its previous owner, the
 * owner of its company, the people of the first rule that matches, or else the whole team. Of the people of a score the
 * previous owner comes first, then the owner of the company. Skips people who are away, unless all are. Undefined without a team.
 */
export function routeOf(facts: RouteFacts, rules: SalesRules): Route | undefined {
  const present = presentOn(facts.day, rules);
  const there = present.length > 0 ? present : Object.keys(rules.team);
  for (const { people, via } of options(facts, rules)) {
    const free = there.filter((person) => people.includes(person));
    if (free.length > 0) return { people: free, via };
  }
  return undefined;
}

/** Round robin: the person whose turn it is. Turns count from 1. */
export function pickByTurn(people: readonly string[], turn: number): string {
  return people[(turn - 1) % people.length] as string;
}

function* options(facts: RouteFacts, { team, accounts, routing }: SalesRules): Generator<Route> {
  const { domain, before, companyOwner, specialists } = facts;
  const account = Object.hasOwn(accounts, domain) ? accounts[domain] : undefined;
  if (account !== undefined) yield { people: [account], via: 'account' };
  if (specialists !== undefined) {
    const { score, people } = specialists;
    if (before !== undefined && people.includes(before)) yield { people: [before], via: 'again' };
    if (companyOwner !== undefined && people.includes(companyOwner))
      yield { people: [companyOwner], via: 'company' };
    yield { people: [...people], via: `score ${score}` };
  }
  if (before !== undefined) yield { people: [before], via: 'again' };
  if (companyOwner !== undefined) yield { people: [companyOwner], via: 'company' };
  for (const { when, to } of routing) {
    const matched = matchedConditions(when, facts);
    if (matched !== undefined) yield { people: to, via: viaOf(matched) };
  }
  yield { people: Object.keys(team), via: 'turn' };
}

/** As many whole conditions as fit. */
function viaOf(conditions: readonly string[]): string {
  return conditions.reduce((so, next) => (so.length + next.length + 2 > VIA_LENGTH ? so : `${so}, ${next}`));
}
