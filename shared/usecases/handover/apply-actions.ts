import { fitOf } from '../../domain/fit/fit.ts';
import { isFreeMail } from '../../domain/fit/free-mail.ts';
import type { SalesAction } from '../../domain/handover/actions/action.ts';
import { closedBy } from '../../domain/handover/actions/correct-earlier.ts';
import { FIRST_CURRENCY } from '../../domain/handover/actions/request-problem.ts';
import { withAction } from '../../domain/handover/actions/with-action.ts';
import { deriveLead } from '../../domain/handover/derive-lead.ts';
import { memberOf } from '../../domain/handover/routing/member.ts';
import { needsTraits, withTraits } from '../../domain/handover/stalled/outcomes.ts';
import { domainOf } from '../../domain/identity/email.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { withoutExpired } from '../../domain/scoring/points-by-day.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { nextAction } from '../../store/handover/actions.ts';
import { companyOwner, takeCompany } from '../../store/handover/company-owners.ts';
import { removeLeftovers } from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { untilWritten } from '../../store/until-written.ts';
import type { LeadSystem } from '../lead-system.ts';

/**
 * Brings a lead up to date with sales' actions, one write each. Whoever writes an action calls this next; the stream
 * calls it again in case that process died. Repeating it changes nothing.
 * @param known actions that are known to be written: if the lead has them already, this costs half a read unit.
 * Without any, all written actions are read.
 * @returns the lead as it is now; undefined when there is none, or it was erased
 * @throws when the lead keeps changing, or the table refuses: try again.
 */
export async function applyActions(
  system: LeadSystem,
  id: LeadId,
  known: readonly SalesAction[] = [],
): Promise<Lead | undefined> {
  const { table } = system;
  let pending = known;
  const upTo = known.length > 0 ? Math.max(...known.map(({ number }) => number)) : Number.POSITIVE_INFINITY;
  return untilWritten<Lead | undefined>(async (before) => {
    // An eventually consistent copy may lack an action but never has one too many; a write over it is refused.
    const isConsistent = before > 0 || known.length === 0;
    const lead = await getLead(table, id, { isConsistent });
    if (!isConsistent && (lead === undefined || isErased(lead))) return 'conflict';
    if (lead === undefined) return undefined;
    if (isErased(lead)) {
      await removeLeftovers(table, lead);
      return undefined;
    }
    const { actions = 0, erasedAt } = lead;
    if (actions >= upTo) return lead;
    const next =
      pending.find(({ number }) => number === actions + 1) ?? (await nextAction(table, id, actions));
    if (next === undefined) return lead;
    if (erasedAt === undefined || next.at > erasedAt) {
      await applyAction(system, lead, next);
      return 'conflict';
    }
    await removeLeftovers(table, { ...lead, erasedAt });
    // The stream may still report an action that was erased.
    pending = pending.filter(({ at }) => at > erasedAt);
    return 'conflict';
  });
}

/**
 * Writes a lead with its next action and all that follows from it. With a playbook newer than the lead's points it
 * decides nothing but makes the lead due, to be scored again: rescoring may have passed the list the lead moves to.
 */
export async function applyAction(
  system: LeadSystem,
  lead: Lead,
  action: SalesAction,
): Promise<Lead | 'conflict'> {
  const { table, newToken } = system;
  const now = system.now();
  const playbook = await system.playbook(lead.playbook);
  const points = withoutExpired(lead.points, playbook.scoring, now);
  const told = inOurCurrency(withAction({ ...lead, points }, action), playbook);
  const fitted = await withRestoredFit(system, lead, told, playbook);
  const answered = await withKeptTraits(system, lead, fitted, action);
  if (action.action === 'accept' && action.earlier === undefined)
    await keepCompanyOwner(system, lead, action, playbook);
  const derived = deriveLead(answered, [], playbook, { now, newToken });
  const isMoreToCome = isNextOpened(lead, derived) || lead.playbook < playbook.version;
  const after = isMoreToCome ? { ...answered, due: now } : derived;
  const next = { ...after, version: lead.version + 1, changedAt: now };
  return (await putLead(table, next)) === 'written' ? next : 'conflict';
}

/**
 * Whether ending one hand-over opens the next at once, because a hand was raised in between. The next one gets a
 * change of its own, due now, so that the end of the first is announced too.
 */
function isNextOpened({ handover }: Lead, after: Lead): boolean {
  return after.handover?.number !== handover?.number;
}

/** The record of a lead names the currency of a deal only when it is another than that of the company. */
function inOurCurrency(lead: Lead, { sales }: Pick<Playbook, 'sales'>): Lead {
  if (lead.won?.currency === undefined || lead.won.currency !== (sales?.currency ?? FIRST_CURRENCY))
    return lead;
  const { currency: _, ...won } = lead.won;
  return { ...lead, won };
}

/** When sales takes back that a lead is a bad fit, its profile decides again. */
async function withRestoredFit(
  { table }: LeadSystem,
  before: Lead,
  after: Lead,
  { fit }: Playbook,
): Promise<Lead> {
  if (before.judged === undefined || after.judged !== undefined) return after;
  const profile = await getProfile(table, after.id);
  return profile ? { ...after, fit: fitOf(profile.email, valuesOf(profile), fit).verdict } : after;
}

/** With its first outcome a lead keeps what it was like before it, as the answer that closes its hand-over says. */
async function withKeptTraits(
  { table }: LeadSystem,
  before: Lead,
  after: Lead,
  action: SalesAction,
): Promise<Lead> {
  if (!needsTraits(after)) return after;
  const { number, traits } = closedBy(action) ?? {};
  if (traits !== undefined && number === after.handover.number)
    return { ...after, handover: { ...after.handover, traits } };
  const profile = await getProfile(table, after.id, { isConsistent: false });
  return withTraits(before, after, profile ? valuesOf(profile) : {});
}

/** Makes whoever accepts a lead the owner of its company. */
async function keepCompanyOwner(
  { table }: LeadSystem,
  { id }: Lead,
  { by, at }: SalesAction,
  { sales }: Playbook,
): Promise<void> {
  const person = sales && memberOf(sales, by);
  if (person === undefined) return;
  const profile = await getProfile(table, id, { isConsistent: false });
  const domain = profile && domainOf(profile.email);
  if (domain === undefined || isFreeMail(domain)) return;
  // Usually this person owns it already: half a read unit saves a write.
  const owner = await companyOwner(table, domain, { isConsistent: false });
  if (owner?.person !== person) await takeCompany(table, domain, { person, at, lead: id });
}
