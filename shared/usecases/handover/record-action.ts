import type { LeadSummary } from '../../contract/api.ts';
import type { ActionRequest } from '../../domain/handover/actions/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { leadSummary } from '../identity/lead-summary.ts';
import type { LeadSystem } from '../lead-system.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';

/** The result of an action, with the summary of the lead. */
export type RecordedAction =
  | Exclude<ActionResult, { result: 'done' | 'repeated' }>
  | { result: 'done' | 'repeated'; summary: LeadSummary };

/**
 * Records an action of sales that another system reports, once.
 * @param key idempotency key: the same action with the same key changes nothing, another one is refused
 * @throws when the table fails: try again.
 */
export async function recordAction(
  system: LeadSystem,
  id: LeadId,
  request: ActionRequest,
  key?: string,
): Promise<RecordedAction> {
  const outcome = await actOnLead(system, id, request, key === undefined ? undefined : digestId(key));
  if (!('lead' in outcome) || 'possible' in outcome) return outcome;
  const { result, lead } = outcome;
  const [profile, playbook] = await Promise.all([
    getProfile(system.table, id, { isConsistent: false }),
    system.playbook(lead.playbook),
  ]);
  if (profile === undefined) return { result: 'unknown' };
  return { result, summary: await leadSummary(system.table, { lead, profile }, playbook, system.now()) };
}
