import type { Lead } from '../../identity/lead.ts';
import type { Instant } from '../../time.ts';
import { hasOpenHandover } from '../handovers.ts';
import { type Corrected, type SalesState, salesStateOf } from '../sales-state.ts';
import type { Traits } from '../stalled/traits.ts';
import type { ActionRequest, GivenProofs, PastHandover, Proofs, SalesAction } from './action.ts';
import { PROOFS } from './action.ts';
import type { CorrectedEarlier } from './correct-earlier.ts';

/** What the request of an action does not say. */
export interface ActionFacts extends Partial<Corrected>, Partial<CorrectedEarlier> {
  /** Its idempotency key. */
  key?: string;
  /** The criterion that would have held the lead back. */
  caught?: string;
  /** What the lead is like, when this answer closes its hand-over. */
  traits?: Traits;
}

/**
 * The request as the next action of a lead: numbered, with the hand-over that it closes and, if it is the first answer
 * to it, the lead before it.
 */
export function numberAction(
  { handover: _, onlyIfOpen: __, seen: ___, ...request }: ActionRequest,
  lead: Lead,
  at: Instant,
  { key, caught, becomes, undoes, earlier, closed, traits }: ActionFacts,
): SalesAction {
  const common = {
    number: (lead.actions ?? 0) + 1,
    at,
    ...(key !== undefined && { key }),
    ...(becomes && { becomes }),
    ...(earlier && { earlier }),
  };
  const first = earlier ? {} : beforeFirst(lead);
  const closes = () => (closed ? { handover: closed } : closing(lead, traits));
  switch (request.action) {
    case 'accept':
      return { ...request, ...common, ...first };
    case 'return': {
      const why = caught === undefined ? {} : { caught };
      return { ...request, ...common, ...why, ...closes(), ...first };
    }
    case 'lost':
      return { ...request, ...common, ...closes() };
    case 'reopen':
      if (undoes === undefined) throw new Error('Only a lead that was won or lost can be reopened');
      return { ...request, ...common, undoes };
    case 'opportunity':
      return { ...request, ...common, proofs: signed(request.proofs, request.by, at) };
    default:
      return { ...request, ...common };
  }
}

/** The lead as it is, if this is the first answer to its hand-over. */
function beforeFirst(lead: Lead): { before?: SalesState } {
  return hasOpenHandover(lead) ? { before: salesStateOf(lead) } : {};
}

function closing({ handover, origin: now }: Lead, traits?: Traits): { handover: PastHandover } {
  if (handover === undefined) throw new Error('Only a lead that was handed over can be returned or lost');
  const { number, reason, openedAt, score, playbook, to, status, answer, origin = now } = handover;
  const { form, campaign } = origin ?? {};
  const kept = handover.traits ?? traits;
  return {
    handover: {
      ...{ number, reason, openedAt, score, playbook },
      ...(to !== undefined && { to }),
      ...(status === 'accepted' && answer && { acceptedBy: answer.by, acceptedAt: answer.at }),
      origin: { ...(form !== undefined && { form }), ...(campaign !== undefined && { campaign }) },
      ...(kept && { traits: kept }),
    },
  };
}

/** Each proof with who wrote it down and when: by default whoever makes the request, now. */
function signed(given: GivenProofs, by: string, at: Instant): Proofs {
  return Object.fromEntries(PROOFS.map((name) => [name, { evidence: '', by, at, ...given[name] }])) as Proofs;
}
