import { missingQuestion } from '../../domain/fit/missing-question.ts';
import {
  type ActionName,
  type ActionRequest,
  isAnswer,
  PROOFS,
  type ProofName,
  type SalesAction,
} from '../../domain/handover/actions/action.ts';
import { correct, reopen, type Uncorrectable } from '../../domain/handover/actions/correct.ts';
import { type CorrectedEarlier, closedBy } from '../../domain/handover/actions/correct-earlier.ts';
import { duplicateOf, overtakes } from '../../domain/handover/actions/duplicate-action.ts';
import { numberAction } from '../../domain/handover/actions/number-action.ts';
import { checkedRequest, type RequestProblem } from '../../domain/handover/actions/request-problem.ts';
import { possibleActions } from '../../domain/handover/actions/with-action.ts';
import { hasHandover } from '../../domain/handover/handovers.ts';
import type { Corrected } from '../../domain/handover/sales-state.ts';
import { traitsBefore } from '../../domain/handover/stalled/outcomes.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import { type Profile, valuesOf } from '../../domain/identity/profile.ts';
import { actionsOf, putAction } from '../../store/handover/actions.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { untilWritten } from '../../store/until-written.ts';
import type { LeadSystem } from '../lead-system.ts';
import { applyAction, applyActions } from './apply-actions.ts';

export type ActionResult =
  | { result: 'done' | 'repeated'; lead: Lead }
  /** The stage does not allow it, or it is about a closed hand-over. `last`: what sales answered last. */
  | { result: 'impossible'; lead: Lead; possible: ActionName[]; last?: SalesAction }
  /** Somebody else did the like since this person looked. */
  | { result: 'overtaken'; lead: Lead; possible: ActionName[]; by: SalesAction }
  /** What it corrects or takes back cannot be. */
  | { result: 'uncorrectable'; lead: Lead; possible: ActionName[]; why: Uncorrectable }
  /** Another action has this idempotency key. */
  | { result: 'key-taken'; lead: Lead; possible: ActionName[] }
  | { result: 'unproven'; missing: ProofName[] }
  | { result: 'invalid'; problem: RequestProblem }
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
    const { handover, actions = 0 } = outcome.overtaken;
    if (handover?.status === 'open') current = { ...current, onlyIfOpen: true };
    current = { seen: actions, ...current };
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
  const isPossible = isAboutCurrentHandover(request, lead) && isAllowed(request, possible);
  let done: SalesAction[] | undefined;
  if (!isPossible || needsActions(request, actions, key)) {
    done = await actionsOf(table, id);
    if ((done.at(-1)?.number ?? 0) > actions) return { overtaken: lead };
    const duplicate = duplicateOf(request, { key, now }, lead, done);
    if (duplicate === 'repeated') return { result: 'repeated', lead };
    if (duplicate === 'key-taken') return { result: 'key-taken', lead, possible };
  }
  if (!isPossible) {
    const last = done?.findLast(({ action }) => isAnswer(action));
    return { result: 'impossible', lead, possible, ...(last && { last }) };
  }
  const { seen = actions } = request;
  const by = done?.find((one) => one.number > seen && overtakes(one, request.action));
  if (by !== undefined && !isAnswer(request.action)) return { result: 'overtaken', lead, possible, by };
  const missing = missingProofs(request);
  if (missing.length > 0) return { result: 'unproven', missing };
  const checked = checkedRequest(request, lead, (await system.playbook(lead.playbook)).sales, now);
  if ('because' in checked) return { result: 'invalid', problem: checked };

  const isClosing = checked.action === 'return' || checked.action === 'lost';
  const profile = isClosing ? await getProfile(table, id, { isConsistent: false }) : undefined;
  const caught = await criterionOf(system, lead, profile, checked, done);
  const change = changeOf(lead, done ?? [], checked, caught);
  if (change !== undefined && 'because' in change)
    return { result: 'uncorrectable', lead, possible, why: change };
  const traits =
    isClosing && hasHandover(lead) ? traitsBefore(lead, profile ? valuesOf(profile) : {}) : undefined;
  const more = {
    ...(key !== undefined && { key }),
    ...(caught && { caught }),
    ...(traits && { traits }),
    ...change,
  };
  const action = numberAction(checked, lead, now, more);
  if ((await putAction(table, id, action)) === 'conflict') return { overtaken: lead };
  const after = await applyAction(system, lead, action);
  if (after !== 'conflict') return { result: 'done', lead: after };
  const current = await applyActions(system, id, [action]);
  return current === undefined ? { result: 'unknown' } : { result: 'done', lead: current };
}

/** A correction is possible or not by what it corrects, whatever the stage of the lead. */
function isAllowed({ action, replaces }: ActionRequest, possible: readonly ActionName[]): boolean {
  return replaces !== undefined || possible.includes(action);
}

/** Earlier actions are read only when this one may repeat, correct or cross one of them. */
function needsActions(
  { action, replaces, seen }: ActionRequest,
  actions: number,
  key: string | undefined,
): boolean {
  if (actions === 0) return false;
  if (replaces !== undefined || action === 'reopen' || (seen !== undefined && seen < actions)) return true;
  return key !== undefined || !isAnswer(action);
}

function changeOf(
  lead: Lead,
  done: readonly SalesAction[],
  request: ActionRequest,
  caught: string | undefined,
): Corrected | CorrectedEarlier | Uncorrectable | undefined {
  if (request.replaces === undefined && request.action !== 'reopen') return undefined;
  if (!hasHandover(lead)) return { because: 'unknown' };
  return request.action === 'reopen' ? reopen(lead, done) : correct(lead, done, request, caught);
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
  profile: Profile | undefined,
  request: ActionRequest,
  done: readonly SalesAction[] = [],
): Promise<string | undefined> {
  if (request.action !== 'return' || request.reason !== 'bad-fit' || request.value === undefined)
    return undefined;
  const wrong = done.find(({ number }) => number === request.replaces);
  const handover = (wrong && closedBy(wrong)) ?? lead.handover;
  if (handover?.reason === 'hand-raiser') return undefined;
  const playbook = await system.playbook(lead.playbook);
  return profile && missingQuestion(profile, request, playbook.fit);
}
