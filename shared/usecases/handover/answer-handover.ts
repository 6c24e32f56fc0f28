import type { ActionRequest } from '../../domain/handover/action.ts';
import { memberOf } from '../../domain/handover/routing/member.ts';
import type { LeadSystem } from '../lead-system.ts';
import type { FormOutcome } from './act-from-form.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';

/** What became of an answer from the hand-over page. */
type Answer =
  | { status: 'found'; outcome: Exclude<FormOutcome, { outcome: 'unknown' }> }
  | { status: Unavailable };

/** Records an action under an idempotency key. */
type Act = (request: ActionRequest, key: string | undefined) => Promise<ActionResult>;

/**
 * Takes an answer for one hand-over from a person who has its token. Where there is a team, it is by somebody of it.
 * @param answer reads the answer and records it with `act`
 * @throws when the table fails: try again.
 */
export async function answerHandover(
  system: LeadSystem,
  handover: Required<HandoverRequest>,
  answer: (act: Act) => Promise<FormOutcome>,
): Promise<Answer> {
  const found = await findLatest(system, handover);
  if (found.status !== 'found') return { status: found.status };
  const { team } = (await system.playbook(found.lead.playbook)).sales;
  const outcome = await answer((request, key) => {
    if (Object.keys(team).length > 0 && memberOf({ team }, request.by) === undefined)
      return Promise.resolve({ result: 'invalid', problem: { field: 'by', because: 'nobody', team } });
    return actOnLead(system, handover.lead, { ...request, handover: handover.number }, key);
  });
  return outcome.outcome === 'unknown' ? { status: 'erased' } : { status: 'found', outcome };
}

/** Try an eventually consistent read first; fall back to a consistent one. */
async function findLatest(system: LeadSystem, handover: HandoverRequest) {
  const found = await findHandover(system, handover, { isConsistent: false });
  return found.status === 'found' ? found : findHandover(system, handover);
}
