import { fitOf } from '../domain/fit/fit.ts';
import type { LeadId } from '../domain/identity/ids.ts';
import type { SalesAction } from '../domain/lifecycle/action.ts';
import { conclude } from '../domain/lifecycle/conclude.ts';
import { isErased, type Lead } from '../domain/lifecycle/lead.ts';
import { valuesOf } from '../domain/lifecycle/profile.ts';
import { withAction } from '../domain/lifecycle/with-action.ts';
import { withoutExpired } from '../domain/scoring/tally.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { actionsOf } from '../store/actions.ts';
import { removeLeftovers } from '../store/erasure.ts';
import { getLead, putLead } from '../store/leads.ts';
import { getProfile } from '../store/profiles.ts';
import type { ScoreSystem } from './score-lead.ts';

/** Each attempt that fails was overtaken by another change of the lead. */
const ATTEMPTS = 30;

/**
 * Brings a lead's record up to date with what sales did, one write for each action. Whoever wrote an action does this
 * next; when it dies in between, the stream has it done. Repeating it changes nothing.
 * @param upTo the number of an action; when the record tells of it already, one read is all
 * @returns the lead as it is now; undefined when there is none, or it was erased
 * @throws when the lead keeps changing under it, or the table refuses: try again.
 */
export async function applyActions(
  system: ScoreSystem,
  id: LeadId,
  upTo = Number.POSITIVE_INFINITY,
): Promise<Lead | undefined> {
  const { table } = system;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const lead = await getLead(table, id);
    if (lead === undefined) return undefined;
    if (isErased(lead)) {
      await removeLeftovers(table, lead);
      return undefined;
    }
    const { actions = 0, erasedAt } = lead;
    if (actions >= upTo) return lead;
    const [next] = await actionsOf(table, id, actions);
    if (next === undefined) return lead;
    if (erasedAt !== undefined && next.at <= erasedAt) await removeLeftovers(table, { ...lead, erasedAt });
    else await applyAction(system, lead, next);
  }
  throw new Error('The lead changed under every attempt to write down what sales did');
}

/** Writes a lead with its next action and all that follows from it. */
export async function applyAction(
  system: ScoreSystem,
  lead: Lead,
  action: SalesAction,
): Promise<Lead | 'conflict'> {
  const { table, newToken } = system;
  const now = system.now();
  const playbook = await system.playbook(lead.playbook);
  const points = withoutExpired(lead.points, playbook.scoring, now);
  const acted = await fitAgain(system, lead, withAction({ ...lead, points }, action), playbook);
  const after = conclude(acted, [], playbook, { now, newToken });
  const next = { ...after, version: lead.version + 1, changedAt: now };
  return (await putLead(table, next)) === 'written' ? next : 'conflict';
}

/** A lead that sales judges well after all has the fit of its profile again. */
async function fitAgain({ table }: ScoreSystem, before: Lead, after: Lead, { fit }: Playbook): Promise<Lead> {
  if (before.judged === undefined || after.judged !== undefined) return after;
  const profile = await getProfile(table, after.id);
  return profile ? { ...after, fit: fitOf(profile.email, valuesOf(profile), fit).verdict } : after;
}
