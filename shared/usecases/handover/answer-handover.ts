import type { ActionRequest } from '../../domain/handover/action.ts';
import type { LeadSystem } from '../lead-system.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';

/** The result of an answer from the hand-over page. */
type AnswerResult = Exclude<ActionResult, { result: 'unknown' }> | { result: 'closed'; because: Unavailable };

/**
 * Records an answer for one hand-over from a person who has its token.
 * @param key idempotency key of this answer: a repeat with the same key changes nothing
 * @throws when the table fails: try again.
 */
export async function answerHandover(
  system: LeadSystem,
  handover: Required<HandoverRequest>,
  request: ActionRequest,
  key: string,
): Promise<AnswerResult> {
  const found = await findLatest(system, handover);
  if (found.status !== 'found') return { result: 'closed', because: found.status };
  const outcome = await actOnLead(system, handover.lead, { ...request, handover: handover.number }, key);
  return outcome.result === 'unknown' ? { result: 'closed', because: 'erased' } : outcome;
}

/** Try an eventually consistent read first; fall back to a consistent one. */
async function findLatest(system: LeadSystem, handover: HandoverRequest) {
  const found = await findHandover(system, handover, { isConsistent: false });
  return found.status === 'found' ? found : findHandover(system, handover);
}
