import {
  ACTIONS,
  type ActionName,
  type ActionRequest,
  SHARED_ACTIONS,
} from '../../domain/handover/actions/action.ts';
import { memberOf } from '../../domain/handover/routing/member.ts';
import type { Entered } from '../../web/handover/action-forms-view.ts';
import type { LeadSystem } from '../lead-system.ts';
import { actFromForm, type FormOutcome } from './act-from-form.ts';
import { type ActionResult, actOnLead } from './act-on-lead.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';
import { enteredIn } from './read-action-form.ts';

/** `not-shared`: it came by a link that several people may have, and needs to be known by whom. */
export type AnswerOutcome =
  | Exclude<FormOutcome, { outcome: 'unknown' }>
  | { outcome: 'not-shared'; entered: Entered };

/** What became of an answer from the hand-over page. */
type Answer = { status: 'found'; outcome: AnswerOutcome } | { status: Unavailable };

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
  const unshared = member === undefined ? unsharedIn(form) : undefined;
  if (unshared !== undefined)
    return { status: 'found', outcome: { outcome: 'not-shared', entered: enteredIn(form, unshared, {}) } };
  const act = async (request: ActionRequest, key: string | undefined): Promise<ActionResult> => {
    const isStranger = member === undefined && memberOf({ team }, request.by) === undefined;
    if (isStranger && Object.keys(team).length > 0)
      return { result: 'invalid', problem: { field: 'by', because: 'nobody', team } };
    return actOnLead(system, handover.lead, { ...request, handover: handover.number }, key);
  };
  const reading = { timeZone, ...(member !== undefined && { by: member }) };
  const outcome = await actFromForm(form, reading, act);
  return outcome.outcome === 'unknown' ? { status: 'erased' } : { status: 'found', outcome };
}

/** The action of a form that a link for several people does not take; undefined when it takes it. */
function unsharedIn(form: URLSearchParams): ActionName | undefined {
  const asked = ACTIONS.find((name) => name === form.get('action'));
  return asked !== undefined && SHARED_ACTIONS.includes(asked) && !form.get('replaces') ? undefined : asked;
}

/** Try an eventually consistent read first; fall back to a consistent one. */
async function findLatest(system: LeadSystem, handover: HandoverRequest) {
  const found = await findHandover(system, handover, { isConsistent: false });
  return found.status === 'found' ? found : findHandover(system, handover);
}
