import type { Lead } from '../identity/lead.ts';
import type { Instant } from '../time.ts';
import {
  type ActionRequest,
  type Evidence,
  type PastHandover,
  PROOFS,
  type ProofName,
  type SalesAction,
} from './action.ts';

/** What is asked as the next action of a lead: with its number, and with the hand-over that it ends, if it does. */
export function numberAction(
  { handover: _, unanswered: __, ...asked }: ActionRequest,
  lead: Lead,
  at: Instant,
  more: { key?: string; caught?: string },
): SalesAction {
  const { key, caught } = more;
  const common = { number: (lead.actions ?? 0) + 1, at, ...(key !== undefined && { key }) };
  switch (asked.action) {
    case 'return':
      return { ...asked, ...common, ...(caught !== undefined && { caught }), ...ending(lead) };
    case 'lost':
      return { ...asked, ...common, ...ending(lead) };
    case 'opportunity':
      return { ...asked, ...common, proofs: written(asked.proofs, asked.by, at) };
    default:
      return { ...asked, ...common };
  }
}

function ending({ handover }: Lead): { handover: PastHandover } {
  if (handover === undefined) throw new Error('Only what was handed over can be given back or lost');
  const { number, reason, openedAt, score, playbook, to, status, answer } = handover;
  return {
    handover: {
      ...{ number, reason, openedAt, score, playbook },
      ...(to !== undefined && { to }),
      ...(status === 'accepted' && answer && { acceptedBy: answer.by, acceptedAt: answer.at }),
    },
  };
}

/** Each proof with who wrote it down and when; unless it says so itself, that is who asks, now. */
function written(
  proofs: Partial<Record<ProofName, Partial<Evidence>>>,
  by: string,
  at: Instant,
): Record<ProofName, Evidence> {
  const entries = PROOFS.map((name) => [name, { evidence: '', by, at, ...proofs[name] }]);
  return Object.fromEntries(entries) as Record<ProofName, Evidence>;
}
