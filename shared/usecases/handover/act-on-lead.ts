import { missingQuestion } from '../../domain/fit/missing-question.ts';
import { type ActionName, type ActionRequest, PROOFS, type ProofName } from '../../domain/handover/action.ts';
import { duplicateOf } from '../../domain/handover/duplicate-action.ts';
import { numberAction } from '../../domain/handover/number-action.ts';
import { possibleActions } from '../../domain/handover/with-action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import { actionsOf, putAction } from '../../store/handover/actions.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { untilWritten } from '../../store/until-written.ts';
import type { LeadSystem } from '../lead-system.ts';
import { applyAction, applyActions } from './apply-actions.ts';

export type ActionResult =
  | { result: 'done' | 'repeated'; lead: Lead }
  /** The stage does not allow it, or it is about a closed hand-over. */
  | { result: 'impossible'; lead: Lead; possible: ActionName[] }
  /** Another action has this idempotency key. */
  | { result: 'key-taken'; lead: Lead; possible: ActionName[] }
  | { result: 'unproven'; missing: ProofName[] }
  /** No such lead, or it was erased. */
  | { result: 'unknown' };

/**
 * Records an action of sales once. The action is written first, under the next number: if several people answer at once,
 * only one gets it. Then the lead is updated.
 * @param key idempotency key: the same action with the same key changes nothing, another one is refused
 * @throws when the lead keeps changing, or the table fails: try again.
 */
export async function actOnLead(
  system: LeadSystem,
  id: LeadId,
  request: ActionRequest,
  key?: string,
): Promise<ActionResult> {
  let current = request;
  return untilWritten(async () => {
    const outcome = await actOnce(system, id, current, key);
    if (!('overtaken' in outcome)) return outcome;
    // If two people answer at once, the second is refused, even when a return could undo what the first did.
    if (outcome.overtaken.handover?.status === 'open') current = { ...request, onlyIfOpen: true };
    await applyActions(system, id);
    return 'conflict';
  });
}

async function actOnce(
  system: LeadSystem,
  id: LeadId,
  request: ActionRequest,
  key: string | undefined,
): Promise<ActionResult | { overtaken: Lead }> {
  const { table } = system;
  const now = system.now();
  const lead = await getLead(table, id);
  if (lead === undefined || isErased(lead)) return { result: 'unknown' };
  const { actions = 0 } = lead;
  const possible = possibleActions(lead);
  const isPossible = isAboutCurrentHandover(request, lead) && possible.includes(request.action);
  // Read earlier actions only when this one may be a duplicate.
  if (!isPossible || (actions > 0 && (key !== undefined || request.action === 'call'))) {
    const done = await actionsOf(table, id);
    if ((done.at(-1)?.number ?? 0) > actions) return { overtaken: lead };
    const duplicate = duplicateOf(request, { key, now }, lead, done);
    if (duplicate === 'repeated') return { result: 'repeated', lead };
    if (duplicate === 'key-taken') return { result: 'key-taken', lead, possible };
  }
  if (!isPossible) return { result: 'impossible', lead, possible };
  const missing = missingProofs(request);
  if (missing.length > 0) return { result: 'unproven', missing };

  const caught = await criterionOf(system, lead, request);
  const action = numberAction(request, lead, now, {
    ...(key !== undefined && { key }),
    ...(caught && { caught }),
  });
  if ((await putAction(table, id, action)) === 'conflict') return { overtaken: lead };
  const after = await applyAction(system, lead, action);
  if (after !== 'conflict') return { result: 'done', lead: after };
  const current = await applyActions(system, id, [action]);
  return current === undefined ? { result: 'unknown' } : { result: 'done', lead: current };
}

/** Whether the lead still has the hand-over that the person saw. */
function isAboutCurrentHandover({ action, handover, onlyIfOpen }: ActionRequest, lead: Lead): boolean {
  if (handover !== undefined && handover !== lead.handover?.number) return false;
  return action !== 'return' || onlyIfOpen !== true || lead.handover?.status === 'open';
}

function missingProofs(request: ActionRequest): ProofName[] {
  if (request.action !== 'opportunity') return [];
  return PROOFS.filter((proof) => !request.proofs[proof]?.evidence?.trim());
}

/** The criterion that would have held back a lead with a bad fit; hand-raisers are never held back. */
async function criterionOf(
  system: LeadSystem,
  lead: Lead,
  request: ActionRequest,
): Promise<string | undefined> {
  if (request.action !== 'return' || request.reason !== 'bad-fit' || request.value === undefined)
    return undefined;
  if (lead.handover?.reason === 'hand-raiser') return undefined;
  const [profile, playbook] = await Promise.all([
    getProfile(system.table, lead.id, { isConsistent: false }),
    system.playbook(lead.playbook),
  ]);
  return profile && missingQuestion(profile, request, playbook.fit);
}
