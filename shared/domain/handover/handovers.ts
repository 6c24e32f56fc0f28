import type { Lead } from '../identity/lead.ts';
import type { SalesAction } from './actions/action.ts';
import { standingActions } from './actions/standing-actions.ts';
import type { Handover } from './handover.ts';

export type HandedOverLead = Lead & { handover: Handover };

/** Whether a lead was ever handed over. */
export function hasHandover(lead: Lead): lead is HandedOverLead {
  return lead.handover !== undefined;
}

/** Whether sales has still to answer the last hand-over of a lead. */
export function hasOpenHandover(lead: Lead): lead is HandedOverLead {
  return lead.handover?.status === 'open';
}

/** Whether sales never answered a hand-over, nor took an answer back. */
export function hasNoAnswer({ status, corrections }: Handover): boolean {
  return status === 'open' && corrections === undefined;
}

/** A hand-over as others may see it: not its token, which opens the page without a key. */
export type PublicHandover = Omit<Handover, 'token' | Counted>;

/** What only the reports read. */
type Counted = 'reached' | 'origin' | 'traits';

/**
 * All hand-overs of a lead, oldest first: closed ones from the actions that closed them, then the last one.
 * @param actions all actions of the lead
 */
export function handoversOf({ handover }: Lead, actions: readonly SalesAction[]): PublicHandover[] {
  if (handover === undefined) return [];
  const { token: _, reached: _r, origin: _o, traits: _t, ...last } = handover;
  const standing = standingActions(actions).map(({ action }) => action);
  const past = standing.flatMap((action, place) => pastOf(action, standing.slice(0, place)) ?? []);
  return [...past.filter(({ number }) => number < last.number), last];
}

function pastOf(action: SalesAction, before: readonly SalesAction[]): PublicHandover | undefined {
  if (action.action !== 'return' && action.action !== 'lost') return undefined;
  const { acceptedBy, acceptedAt, origin: _, traits: __, ...handover } = action.handover;
  const { by, at } = action;
  if (action.action === 'lost') {
    const accepted = before.findLast((one) => one.action === 'accept' && one.at >= handover.openedAt);
    const answer = { by: accepted?.by ?? acceptedBy ?? by, at: accepted?.at ?? acceptedAt ?? at };
    return { ...handover, status: 'accepted', answer };
  }
  const { reason, criterion, caught } = action;
  const why = { reason, ...(criterion && { criterion }), ...(caught && { caught }) };
  return { ...handover, status: 'returned', answer: { by, at, ...why } };
}
