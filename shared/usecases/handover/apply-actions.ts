import { fitOf } from '../../domain/fit/fit.ts';
import type { SalesAction } from '../../domain/handover/action.ts';
import { conclude } from '../../domain/handover/derive-lead.ts';
import { withAction } from '../../domain/handover/with-action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { withoutExpired } from '../../domain/scoring/running-score.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { removeLeftovers } from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { ScoreSystem } from '../scoring/score-lead.ts';
import { keepCompany } from './route-handover.ts';

/** Each attempt that fails was overtaken by another change of the lead. */
const ATTEMPTS = 30;

/**
 * Brings a lead's record up to date with what sales did, one write for each action. Whoever wrote an action does this
 * next; when it dies in between, the stream has it done. Repeating it changes nothing.
 * @param known actions that are known to be written: when the record tells of them already, half a read unit is all. All
 * there are, when none is given.
 * @returns the lead as it is now; undefined when there is none, or it was erased
 * @throws when the lead keeps changing under it, or the table refuses: try again.
 */
export async function applyActions(
  system: ScoreSystem,
  id: LeadId,
  known: readonly SalesAction[] = [],
): Promise<Lead | undefined> {
  const { table } = system;
  let heard = known;
  const upTo = known.length > 0 ? Math.max(...known.map(({ number }) => number)) : Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // A copy that is a moment old may lack an action, but tells of none that is not there; a write over it is refused.
    const isConsistent = attempt > 0 || known.length === 0;
    const lead = await getLead(table, id, { isConsistent });
    if (!isConsistent && (lead === undefined || isErased(lead))) continue;
    if (lead === undefined) return undefined;
    if (isErased(lead)) {
      await removeLeftovers(table, lead);
      return undefined;
    }
    const { actions = 0, erasedAt } = lead;
    if (actions >= upTo) return lead;
    const next =
      heard.find(({ number }) => number === actions + 1) ?? (await actionsOf(table, id, actions))[0];
    if (next === undefined) return lead;
    if (erasedAt === undefined || next.at > erasedAt) {
      await applyAction(system, lead, next);
      continue;
    }
    await removeLeftovers(table, { ...lead, erasedAt });
    // The stream may tell of an action that is gone by now.
    heard = heard.filter(({ at }) => at > erasedAt);
  }
  throw new Error('The lead changed under every attempt to write down what sales did');
}

/**
 * Writes a lead with its next action and all that follows from it. By a playbook that is newer than its points it decides
 * nothing: the lead is due to be scored again, since it may have moved to a list of which that was done already.
 */
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
  if (action.action === 'accept') await keepCompany(system, lead, action, playbook);
  const concluded = conclude(acted, [], playbook, { now, newToken });
  const isMoreToCome = isNextOpened(lead, concluded) || lead.playbook < playbook.version;
  const after = isMoreToCome ? { ...acted, due: now } : concluded;
  const next = { ...after, version: lead.version + 1, changedAt: now };
  return (await putLead(table, next)) === 'written' ? next : 'conflict';
}

/**
 * Whether the end of one hand-over opens the next at once: a hand was raised in between. That is left to a change of its
 * own, which is due now, so that the first is told of too.
 */
function isNextOpened({ handover }: Lead, after: Lead): boolean {
  return after.handover?.number !== handover?.number;
}

/** A lead that sales judges well after all has the fit of its profile again. */
async function fitAgain({ table }: ScoreSystem, before: Lead, after: Lead, { fit }: Playbook): Promise<Lead> {
  if (before.judged === undefined || after.judged !== undefined) return after;
  const profile = await getProfile(table, after.id);
  return profile ? { ...after, fit: fitOf(profile.email, valuesOf(profile), fit).verdict } : after;
}
