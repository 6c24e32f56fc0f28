import type { ActionRequest } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { LeadSystem } from '../lead-system.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';
import { findHandover, type Unavailable } from './find-handover.ts';

/** What came of an answer to a hand-over, given with the token of its page. */
export type AnswerResult =
  | Exclude<ActionResult, { result: 'unknown' }>
  | { result: 'closed'; because: Unavailable };

/**
 * Does what somebody who knows the token answers, about this hand-over and no later one.
 * @param key of the request: sent again with the same key, nothing happens
 * @throws when the table refuses: ask again.
 */
export async function answerHandover(
  system: LeadSystem,
  { lead: id, number, token }: { lead: LeadId; number: number; token: string },
  asked: ActionRequest,
  key: string,
): Promise<AnswerResult> {
  const found = await known(system, { lead: id, number, token });
  if (found.status !== 'found') return { result: 'closed', because: found.status };
  const acted = await actOnLead(system, id, { ...asked, handover: number }, key);
  return acted.result === 'unknown' ? { result: 'closed', because: 'erased' } : acted;
}

/** A copy that is a moment old tells a right token from a wrong one; what it does not know yet, the newest may. */
async function known(system: LeadSystem, asked: { lead: LeadId; number: number; token: string }) {
  const found = await findHandover(system, asked, { isConsistent: false });
  return found.status === 'found' ? found : findHandover(system, asked);
}
