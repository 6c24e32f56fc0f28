import { type ActionRequest, SHARED_ACTIONS } from '../../domain/handover/actions/action.ts';
import { memberOf } from '../../domain/handover/routing/member.ts';
import type { LeadSystem } from '../lead-system.ts';
import { actFromForm, type FormActionResult, type FormOutcome } from './act-from-form.ts';
import { actOnLead } from './act-on-lead.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';

/** What became of an answer from the hand-over page. */
type Answer =
  | { status: 'found'; outcome: Exclude<FormOutcome, { outcome: 'unknown' }> }
  | { status: Unavailable };

/** A hand-over with the token of its page, or that of the link of one member of the team. */
type Opened = Required<Omit<HandoverRequest, 'member'>> & Pick<HandoverRequest, 'member'>;

/**
 * Takes a submitted form for one hand-over from a person who has its token. A link of one person answers all, as that
 * person; the one that several may have only takes the lead, returns it or logs a call, by somebody of the team.
 * @throws when the table fails: try again.
 */
export async function answerHandover(
  system: LeadSystem,
  handover: Opened,
  form: URLSearchParams,
  timeZone: string,
): Promise<Answer> {
  const found = await findLatest(system, handover);
  if (found.status !== 'found') return { status: found.status };
  const { member } = handover;
  const { team } = (await system.playbook(found.lead.playbook)).sales;
  const act = async (request: ActionRequest, key: string | undefined): Promise<FormActionResult> => {
    if (member === undefined) {
      if (!SHARED_ACTIONS.includes(request.action) || request.replaces !== undefined)
        return { result: 'not-shared' };
      if (Object.keys(team).length > 0 && memberOf({ team }, request.by) === undefined)
        return { result: 'invalid', problem: { field: 'by', because: 'nobody', team } };
    }
    return actOnLead(system, handover.lead, { ...request, handover: handover.number }, key);
  };
  const reading = { timeZone, ...(member !== undefined && { by: member }) };
  const outcome = await actFromForm(form, reading, act);
  return outcome.outcome === 'unknown' ? { status: 'erased' } : { status: 'found', outcome };
}

/** Try an eventually consistent read first; fall back to a consistent one. */
async function findLatest(system: LeadSystem, handover: HandoverRequest) {
  const found = await findHandover(system, handover, { isConsistent: false });
  return found.status === 'found' ? found : findHandover(system, handover);
}
