import { assertMay, maySee, NotAllowed, type Viewer } from '../../domain/console/viewer.ts';
import type { ActionName, ActionRequest } from '../../domain/handover/actions/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { recordLog } from '../console/record-log.ts';
import type { LeadSystem } from '../lead-system.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';

/** The name under which a viewer acts: the key in the sales team, for those who are in it. */
export function nameOfViewer({ member, name }: Pick<Viewer, 'member' | 'name'>): string {
  return member ?? name;
}

/**
 * Everybody may note; the other actions are for sales and admins.
 * @throws NotAllowed when the role does not allow the action
 */
export function assertMayAct(viewer: Viewer, action: ActionName): void {
  if (action !== 'note') assertMay(viewer, 'answer-for-sales');
}

/**
 * Records an action of sales by whoever is signed in, and says so in the log. Whatever name the request
 * has, it is theirs.
 * @param key idempotency key: the same action with the same key changes nothing, another one is refused
 * @throws NotAllowed when the role does not allow it; any other error when the table fails: try again
 */
export async function actAsViewer(
  system: LeadSystem,
  viewer: Viewer,
  lead: LeadId,
  request: ActionRequest,
  key?: string,
): Promise<ActionResult> {
  assertMayAct(viewer, request.action);
  const actor = { who: viewer.email };
  await recordLog(system, actor, { kind: 'lead-changed', about: lead, detail: request.action });
  const result = await actOnLead(system, lead, { ...request, by: nameOfViewer(viewer) }, key);
  // Nothing can be done with a lead that was never handed over, so nothing was.
  if (result.result === 'impossible' && !maySee(viewer, result.lead)) throw new NotAllowed('see-all-leads');
  return result;
}
