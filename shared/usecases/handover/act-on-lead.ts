import { missingQuestion } from '../../domain/fit/missing-question.ts';
import { type ActionName, type ActionRequest, PROOFS, type ProofName } from '../../domain/handover/action.ts';
import { isDuplicateAction } from '../../domain/handover/duplicate-action.ts';
import { numberAction } from '../../domain/handover/number-action.ts';
import { possibleActions } from '../../domain/handover/with-action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import { actionsOf, putAction } from '../../store/handover/actions.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { LeadSystem } from '../lead-system.ts';
import { applyAction, applyActions } from './apply-actions.ts';

export type ActionResult =
  | { result: 'done' | 'repeated'; lead: Lead }
  /** Its stage does not allow it, or it is about a hand-over that is over. */
  | { result: 'impossible'; lead: Lead; possible: ActionName[] }
  | { result: 'unproven'; missing: ProofName[] }
  /** There is no such lead, or it was erased. */
  | { result: 'unknown' };

/** How often it is decided again when somebody else acted on the lead first. */
const ATTEMPTS = 10;

/**
 * Does what somebody of sales asks for, once. The action is written first, under the next number, which only one of
 * any number of answers at one moment gets; then the lead with what follows from it.
 * @param key of the request: asked again with the same key, nothing happens
 * @throws when the lead keeps changing, or the table refuses: ask again.
 */
export async function actOnLead(
  system: LeadSystem,
  id: LeadId,
  asked: ActionRequest,
  key?: string,
): Promise<ActionResult> {
  let sharpened = asked;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const acted = await actOnce(system, id, sharpened, key);
    if (!('overtaken' in acted)) return acted;
    // Of two who answer at one moment the second is told, also when he could undo what the first did.
    if (acted.overtaken.handover?.status === 'open') sharpened = { ...asked, unanswered: true };
    await applyActions(system, id);
  }
  throw new Error('The lead changed under every attempt to act on it');
}

async function actOnce(
  system: LeadSystem,
  id: LeadId,
  asked: ActionRequest,
  key: string | undefined,
): Promise<ActionResult | { overtaken: Lead }> {
  const { table } = system;
  const now = system.now();
  const lead = await getLead(table, id);
  if (lead === undefined || isErased(lead)) return { result: 'unknown' };
  const { actions = 0 } = lead;
  const possible = possibleActions(lead);
  const isPossible = isAboutCurrentHandover(asked, lead) && possible.includes(asked.action);
  // What is possible and has no like is new: then the actions before it need not be read.
  if (!isPossible || (actions > 0 && (key !== undefined || asked.action === 'call'))) {
    const done = await actionsOf(table, id);
    if (done.length > actions) return { overtaken: lead };
    if (isDuplicateAction(asked, { key, now }, lead, done)) return { result: 'repeated', lead };
  }
  if (!isPossible) return { result: 'impossible', lead, possible };
  const missing = missingProofs(asked);
  if (missing.length > 0) return { result: 'unproven', missing };

  const caught = await criterionOf(system, lead, asked);
  const action = numberAction(asked, lead, now, {
    ...(key !== undefined && { key }),
    ...(caught && { caught }),
  });
  if ((await putAction(table, id, action)) === 'conflict') return { overtaken: lead };
  const after = await applyAction(system, lead, action);
  if (after !== 'conflict') return { result: 'done', lead: after };
  const current = await applyActions(system, id, [action]);
  return current === undefined ? { result: 'unknown' } : { result: 'done', lead: current };
}

/** Whether it is about the hand-over that the lead has now, as whoever asks saw it. */
function isAboutCurrentHandover({ action, handover, unanswered }: ActionRequest, lead: Lead): boolean {
  if (handover !== undefined && handover !== lead.handover?.number) return false;
  return action !== 'return' || unanswered !== true || lead.handover?.status === 'open';
}

function missingProofs(asked: ActionRequest): ProofName[] {
  if (asked.action !== 'opportunity') return [];
  return PROOFS.filter((proof) => !asked.proofs[proof]?.evidence?.trim());
}

/** The criterion that would have kept a lead of a bad fit from sales; nothing keeps who raises a hand. */
async function criterionOf(
  system: LeadSystem,
  lead: Lead,
  asked: ActionRequest,
): Promise<string | undefined> {
  if (asked.action !== 'return' || asked.reason !== 'bad-fit' || asked.value === undefined) return undefined;
  if (lead.handover?.reason === 'hand-raiser') return undefined;
  const [profile, playbook] = await Promise.all([
    getProfile(system.table, lead.id, { isConsistent: false }),
    system.playbook(lead.playbook),
  ]);
  return profile && missingQuestion(profile, asked, playbook.fit);
}
