import { isFreeMail } from '../../../domain/fit/free-mail.ts';
import type { Agreement } from '../../../domain/handover/agreement.ts';
import { memberOf } from '../../../domain/handover/routing/member.ts';
import { withAbsences } from '../../../domain/handover/routing/present.ts';
import { pickByTurn, type Route, type RouteFacts, routeOf } from '../../../domain/handover/routing/route.ts';
import type { LeadFacts } from '../../../domain/handover/routing/rule-fits.ts';
import type { SalesRules } from '../../../domain/handover/routing/sales-rules.ts';
import { nextWorkday } from '../../../domain/handover/working-hours.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import { type Profile, valuesOf } from '../../../domain/identity/profile.ts';
import { windowStart } from '../../../domain/scoring/score.ts';
import type { Scoring } from '../../../domain/scoring/scoring.ts';
import type { Day } from '../../../domain/time.ts';
import { pathOf } from '../../../domain/tracking/page-url.ts';
import { absencesOf } from '../../../store/handover/absences.ts';
import { type CompanyOwner, claimCompany, companyOwner } from '../../../store/handover/company-owners.ts';
import { nextInRotation } from '../../../store/handover/round-robin.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import type { Table } from '../../../store/table.ts';
import { historyOf } from '../../../store/tracking/history.ts';
import { untilWritten } from '../../../store/until-written.ts';
import type { LeadSystem } from '../../lead-system.ts';

type RouteSystem = Pick<LeadSystem, 'table' | 'now'>;

/** The parts of the playbook for routing. Versions from before teams have no `sales`. */
interface RoutingRules {
  agreement: Agreement;
  scoring: Scoring;
  sales?: SalesRules;
}

/**
 * Assigns a new hand-over to a member of the team, who then owns the company if nobody does yet. If two colleagues are
 * handed over at once, both go to the same sales person.
 * @param before the lead before the hand-over opened, if it existed
 * @param known its profile, if it was read already
 * @returns the lead, unchanged when it has no new hand-over
 */
export async function routeHandover(
  system: RouteSystem,
  before: Lead | undefined,
  after: Lead,
  { agreement, sales, scoring }: RoutingRules,
  known?: Profile,
): Promise<Lead> {
  const { handover, id } = after;
  if (handover === undefined || handover.number === before?.handover?.number) return after;
  if (sales === undefined || Object.keys(sales.team).length === 0) return after;
  const profile = known ?? (await getProfile(system.table, id, { isConsistent: false }));
  if (profile === undefined) return after;
  const domain = domainOf(profile.email);
  const facts = {
    ...(await factsOf(system.table, profile, sales, windowStart(system.now(), scoring))),
    samePage: scoring.samePage,
    ...{ domain, day: nextWorkday(system.now(), agreement), ...previousOwner(before?.handover, sales) },
    ...specialistsFor(handover, scoring),
  };
  const rules = withAbsences(sales, await absencesOf(system.table, { isConsistent: false }));
  const given = await assign(system, id, facts, rules);
  return given === undefined ? after : { ...after, handover: { ...handover, ...given } };
}

async function assign(
  { table, now }: RouteSystem,
  lead: LeadId,
  facts: RouteFacts,
  rules: SalesRules,
): Promise<{ to: string; via: string } | undefined> {
  const { domain } = facts;
  const isCompany = !isFreeMail(domain);
  return untilWritten(async (before) => {
    const owner = isCompany ? await companyOwner(table, domain, { isConsistent: before > 0 }) : undefined;
    const route = routeOf({ ...facts, ...(owner && { companyOwner: owner.person }) }, rules);
    if (route === undefined) return undefined;
    const to = await pickPerson(table, route);
    const given = { to, via: route.via };
    if (!isCompany || route.via === 'account' || hasOwner(owner, rules)) return given;
    const claimed = await claimCompany(table, domain, { person: to, at: now(), lead }, owner);
    return claimed === 'written' ? given : claimed;
  });
}

function hasOwner(owner: CompanyOwner | undefined, { team }: SalesRules): boolean {
  return owner !== undefined && Object.hasOwn(team, owner.person);
}

async function pickPerson(table: Table, { people }: Route): Promise<string> {
  return pickByTurn(people, people.length === 1 ? 1 : await nextInRotation(table, people));
}

/** The people of the first score that was reached and has its own, in the order of the playbook. */
function specialistsFor(
  { scores: reached = {} }: NonNullable<Lead['handover']>,
  { scores = {} }: Scoring,
): Pick<RouteFacts, 'specialists'> {
  for (const [key, { name, to }] of Object.entries(scores)) {
    if (to !== undefined && reached[key] !== undefined) return { specialists: { score: name, people: to } };
  }
  return {};
}

/** The member of the team who answered the last hand-over, or else the one it went to. */
function previousOwner(handover: Lead['handover'], rules: SalesRules): Pick<RouteFacts, 'before'> {
  const before = memberOf(rules, handover?.answer?.by) ?? memberOf(rules, handover?.to);
  return before === undefined ? {} : { before };
}

/** Reads the history, as far as it counts for the score, only when a rule looks at pages. */
async function factsOf(
  table: Table,
  profile: Profile,
  { routing }: SalesRules,
  since: Day,
): Promise<LeadFacts> {
  const known = { values: valuesOf(profile), forms: Object.keys(profile.forms ?? {}), paths: [] };
  if (!routing.some(({ when }) => when.page !== undefined)) return known;
  const events = await historyOf(table, profile.id, since);
  const paths = events.flatMap((event) =>
    event.type === 'page' && event.bot === undefined && event.url ? [pathOf(event.url)] : [],
  );
  return { ...known, paths };
}
