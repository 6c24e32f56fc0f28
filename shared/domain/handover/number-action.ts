import type { Lead } from '../identity/lead.ts';
import type { Instant } from '../time.ts';
import type { ActionRequest, GivenProofs, PastHandover, Proofs, SalesAction } from './action.ts';
import { PROOFS } from './action.ts';

/** The request as the next action of a lead: numbered, and with the hand-over that it closes, if any. */
export function numberAction(
  { handover: _, onlyIfOpen: __, ...request }: ActionRequest,
  lead: Lead,
  at: Instant,
  more: { key?: string; caught?: string },
): SalesAction {
  const { key, caught } = more;
  const common = { number: (lead.actions ?? 0) + 1, at, ...(key !== undefined && { key }) };
  switch (request.action) {
    case 'return':
      return { ...request, ...common, ...(caught !== undefined && { caught }), ...closing(lead) };
    case 'lost':
      return { ...request, ...common, ...closing(lead) };
    case 'opportunity':
      return { ...request, ...common, proofs: signed(request.proofs, request.by, at) };
    default:
      return { ...request, ...common };
  }
}

function closing({ handover }: Lead): { handover: PastHandover } {
  if (handover === undefined) throw new Error('Only a lead that was handed over can be returned or lost');
  const { number, reason, openedAt, score, playbook, to, status, answer } = handover;
  return {
    handover: {
      ...{ number, reason, openedAt, score, playbook },
      ...(to !== undefined && { to }),
      ...(status === 'accepted' && answer && { acceptedBy: answer.by, acceptedAt: answer.at }),
    },
  };
}

/** Each proof with who wrote it down and when: by default whoever makes the request, now. */
function signed(given: GivenProofs, by: string, at: Instant): Proofs {
  return Object.fromEntries(PROOFS.map((name) => [name, { evidence: '', by, at, ...given[name] }])) as Proofs;
}
