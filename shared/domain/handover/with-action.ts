import type { Lead } from '../identity/lead.ts';
import { dayOf } from '../time.ts';
import { ACTIONS, type ActionName, type SalesAction } from './action.ts';
import type { Handover } from './handover.ts';
import { isIn, type LeadIn, move, transitions } from './transitions.ts';

type Handed = Lead & { handover: Handover };

/** The lead after an action of sales. An action that its stage does not allow changes nothing but the count. */
export function withAction(lead: Lead, action: SalesAction): Lead {
  return { ...transitioned(lead, action), actions: action.number };
}

/** What sales can do with the lead now. */
export function possibleActions(lead: Lead): ActionName[] {
  return ACTIONS.filter((action) => isPossible(lead, action));
}

function isPossible(lead: Lead, action: ActionName): boolean {
  switch (action) {
    case 'accept':
      return isOpen(lead) && isIn(lead, transitions.accept.from);
    case 'return':
      return canReturn(lead);
    case 'call':
      return isOpen(lead) || isIn(lead, ['sal', 'sql', 'opportunity', 'customer']);
    case 'qualify':
    case 'opportunity':
    case 'won':
    case 'lost':
      return isIn(lead, transitions[action].from);
  }
}

function transitioned(lead: Lead, action: SalesAction): Lead {
  const { by, at } = action;
  switch (action.action) {
    case 'accept':
      if (!isOpen(lead) || !isIn(lead, transitions.accept.from)) return lead;
      return {
        ...move('accept', lead, at),
        handover: answered(lead.handover, 'accepted', { by, at }),
      };
    case 'return': {
      // A return of the offer is none of the hand-over that took its place in the meantime.
      if (!canReturn(lead) || action.handover.number !== lead.handover.number) return lead;
      const { reason, criterion, caught } = action;
      const told = {
        ...(criterion && { criterion: short(criterion) }),
        ...(caught && { caught: short(caught) }),
      };
      const handover = answered(lead.handover, 'returned', { by, at, reason, ...told });
      const back = { handover, returned: { reason, at, points: pointsOfDay(lead, dayOf(at)) } };
      return reason === 'bad-fit'
        ? { ...move('return-bad-fit', lead, at), ...back, judged: 'bad', fit: 'bad' }
        : { ...move('return', lead, at), ...back };
    }
    case 'call':
      return lead;
    case 'qualify': {
      const { judged: _, ...open } = lead;
      return isIn(open, transitions.qualify.from) ? move('qualify', open, at) : lead;
    }
    case 'opportunity':
      return isIn(lead, transitions.opportunity.from) ? move('opportunity', lead, at) : lead;
    case 'won': {
      const { lost: _, ...open } = lead;
      if (!isIn(open, transitions.won.from)) return lead;
      return { ...move('won', open, at), won: { value: action.value, at } };
    }
    case 'lost':
      if (!isIn(lead, transitions.lost.from)) return lead;
      return { ...move('lost', lead, at), lost: { reason: short(action.reason), at } };
  }
}

/** By what it went to somebody matters until there is an answer. */
function answered(
  { via: _, ...handover }: Handover,
  status: Handover['status'],
  answer: NonNullable<Handover['answer']>,
): Handover {
  return { ...handover, status, answer };
}

/** The record of a lead is small; the action keeps all that was said. */
const SHORT = 40;

function short(text: string): string {
  return text.slice(0, SHORT).toWellFormed();
}

function isOpen(lead: Lead): lead is Handed {
  return lead.handover?.status === 'open';
}

/** Of leads, only those that are offered: there sales has the last word. */
function canReturn(lead: Lead): lead is LeadIn<'mql' | 'lead' | 'sal' | 'sql'> & Handed {
  if (lead.handover === undefined || !isIn(lead, transitions.return.from)) return false;
  return lead.stage !== 'lead' || isOpen(lead);
}

function pointsOfDay({ points }: Lead, day: string): number {
  return (points.daily[day] ?? 0) + (points.window[day] ?? 0);
}
