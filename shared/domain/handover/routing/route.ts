import type { Day } from '../../time.ts';
import { presentOn } from './present.ts';
import { type LeadFacts, matchedConditions } from './rule-fits.ts';
import type { SalesRules } from './sales-rules.ts';

/** What a lead is given to somebody by. Routing looks at no more than this. */
export interface RouteFacts extends LeadFacts {
  /** The domain of its address. */
  domain: string;
  /** Who had it before. */
  before?: string;
  /** Who has its colleagues, when it writes from a company. */
  companyOwner?: string;
  /** The day on which sales can look at it first. */
  day: Day;
}

/** Who a lead can go to, at least one, and by what: `account`, `again`, `company`, `turn`, or what fits a rule. */
export interface Route {
  people: string[];
  via: string;
}

/** The record of a lead is small. */
const VIA_LENGTH = 60;

/**
 * Who a lead goes to: the owner of its account, who had it before, who has its colleagues, whom the first rule that
 * fits names, or else the whole team. Who is away is passed over, unless everybody is. Undefined when there is no team.
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

/** Whom of these it is the turn of. The turns count from 1. */
export function pickByTurn(people: readonly string[], turn: number): string {
  return people[(turn - 1) % people.length] as string;
}

function* options(facts: RouteFacts, { team, accounts, routing }: SalesRules): Generator<Route> {
  const { domain, before, companyOwner } = facts;
  const account = Object.hasOwn(accounts, domain) ? accounts[domain] : undefined;
  if (account !== undefined) yield { people: [account], via: 'account' };
  if (before !== undefined) yield { people: [before], via: 'again' };
  if (companyOwner !== undefined) yield { people: [companyOwner], via: 'company' };
  for (const { when, to } of routing) {
    const found = matchedConditions(when, facts);
    if (found !== undefined) yield { people: to, via: viaOf(found) };
  }
  yield { people: Object.keys(team), via: 'turn' };
}

/** As many whole conditions as have room. */
function viaOf(conditions: readonly string[]): string {
  return conditions.reduce((so, next) => (so.length + next.length + 2 > VIA_LENGTH ? so : `${so}, ${next}`));
}
