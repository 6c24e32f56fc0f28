import type { Lead } from '../identity/lead.ts';
import { dayOf } from '../time.ts';
import { ACTIONS, type ActionName, type SalesAction } from './action.ts';
import type { Handover } from './handover.ts';
import { type HandedOverLead, hasOpenHandover } from './handovers.ts';
import { isInStage, type LeadIn, move, transitions } from './transitions.ts';

/** The lead after an action of sales. An action that its stage does not allow only counts. */
export function withAction(lead: Lead, action: SalesAction): Lead {
  return { ...transitioned(lead, action), actions: action.number };
}

/** The actions that sales can take now. */
export function possibleActions(lead: Lead): ActionName[] {
  return ACTIONS.filter((action) => isPossible(lead, action));
}

function isPossible(lead: Lead, action: ActionName): boolean {
  switch (action) {
    case 'accept':
      return hasOpenHandover(lead) && isInStage(lead, transitions.accept.from);
    case 'return':
      return canReturn(lead);
    case 'call':
      return hasOpenHandover(lead) || isInStage(lead, ['sal', 'sql', 'opportunity', 'customer']);
    case 'qualify':
    case 'opportunity':
    case 'won':
    case 'lost':
      return isInStage(lead, transitions[action].from);
  }
}

function transitioned(lead: Lead, action: SalesAction): Lead {
  const { by, at } = action;
  switch (action.action) {
    case 'accept':
      if (!hasOpenHandover(lead) || !isInStage(lead, transitions.accept.from)) return lead;
      return {
        ...move('accept', lead, at),
        handover: answered(lead.handover, 'accepted', { by, at }),
      };
    case 'return': {
      // Ignore a late return of an offer once a hand-over replaced it.
      if (!canReturn(lead) || action.handover.number !== lead.handover.number) return lead;
      const { reason, criterion, caught } = action;
      const why = {
        reason,
        ...(criterion && { criterion: short(criterion) }),
        ...(caught && { caught: short(caught) }),
      };
      const handover = answered(lead.handover, 'returned', { by, at, ...why });
      const back = { handover, returned: { reason, at, points: pointsOfDay(lead, dayOf(at)) } };
      return reason === 'bad-fit'
        ? { ...move('return-bad-fit', lead, at), ...back, judged: 'bad', fit: 'bad' }
        : { ...move('return', lead, at), ...back };
    }
    case 'call':
      return lead;
    case 'qualify': {
      const { judged: _, ...open } = lead;
      return isInStage(open, transitions.qualify.from) ? move('qualify', open, at) : lead;
    }
    case 'opportunity':
      return isInStage(lead, transitions.opportunity.from) ? move('opportunity', lead, at) : lead;
    case 'won': {
      const { lost: _, ...open } = lead;
      if (!isInStage(open, transitions.won.from)) return lead;
      return { ...move('won', open, at), won: { value: action.value, at } };
    }
    case 'lost':
      if (!isInStage(lead, transitions.lost.from)) return lead;
      return { ...move('lost', lead, at), lost: { reason: short(action.reason), at } };
  }
}

/** The routing rule matters only until there is an answer. */
function answered(
  { via: _, ...handover }: Handover,
  status: Handover['status'],
  answer: NonNullable<Handover['answer']>,
): Handover {
  return { ...handover, status, answer };
}

/** The lead's record stays small; the action holds the full text. */
const SHORT = 40;

function short(text: string): string {
  return text.slice(0, SHORT).toWellFormed();
}

/** A lead that is not an MQL yet can only be returned while it is offered. */
function canReturn(lead: Lead): lead is LeadIn<'mql' | 'lead' | 'sal' | 'sql'> & HandedOverLead {
  if (lead.handover === undefined || !isInStage(lead, transitions.return.from)) return false;
  return lead.stage !== 'lead' || hasOpenHandover(lead);
}

function pointsOfDay({ points }: Lead, day: string): number {
  return (points.daily[day] ?? 0) + (points.window[day] ?? 0);
}
