import type { Lead } from '../../identity/lead.ts';
import { earnedOnDay } from '../../scoring/points-by-day.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { Handover, ReturnBasis } from '../handover.ts';
import { type HandedOverLead, hasOpenHandover } from '../handovers.ts';
import { type SalesState, withSalesState } from '../sales-state.ts';
import { isInStage, type LeadIn, move, transitions } from '../transitions.ts';
import { isWithSales } from '../with-sales.ts';
import { ACTIONS, type ActionName, type SalesAction } from './action.ts';

/** The lead after an action of sales. An action that its stage does not allow only counts. */
export function withAction({ corrected: _, ...lead }: Lead, action: SalesAction): Lead {
  return { ...changedBy(lead, action), actions: action.number };
}

function changedBy(lead: Lead, action: SalesAction): Lead {
  const { becomes, earlier } = action;
  const isLate = becomes !== undefined && becomes.handover.number !== lead.handover?.number;
  if (earlier && (becomes === undefined || isLate)) return withEarlierAnswer(lead, action, earlier);
  return becomes ? corrected(lead, becomes) : transitioned(lead, action);
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
    case 'assign':
    case 'note':
    case 'call-back':
      return isWithSales(lead);
    case 'reopen':
      return lead.handover !== undefined && isInStage(lead, ['customer', 'lost']);
    case 'qualify':
    case 'opportunity':
    case 'won':
    case 'lost':
      return isInStage(lead, transitions[action].from);
  }
}

/** After a correction to another kind that came too late, as the lead was handed over again, it stays as it is. */
function corrected(lead: Lead, becomes: SalesState): Lead {
  if (lead.handover?.number !== becomes.handover.number) return lead;
  const corrections = (lead.handover.corrections ?? 0) + 1;
  return withSalesState({ ...lead, handover: { ...lead.handover, corrections } }, becomes);
}

/** The lead after a correction about an earlier hand-over: it stays with whom it is, and the reports count again. */
function withEarlierAnswer(
  lead: Lead,
  action: SalesAction,
  { at, playbook, was, judged }: NonNullable<SalesAction['earlier']>,
): Lead {
  const corrected = { action: action.number, ...(playbook !== undefined && { playbook }) };
  if (action.action === 'lost' && lead.lost?.at === at)
    return { ...lead, corrected, lost: { reason: short(action.reason), at } };
  if (action.action !== 'return' || was === undefined) return { ...lead, corrected };
  const { judged: _, ...rest } = lead;
  const { to, origin, traits } = action.handover;
  const isOutcomeChanged = (was.reason === 'bad-fit') !== (action.reason === 'bad-fit');
  const { form, campaign } = origin ?? lead.origin ?? {};
  return {
    ...rest,
    ...(lead.returned?.at === at && { returned: { ...lead.returned, reason: action.reason } }),
    ...(judged && { judged, fit: judged }),
    corrected: {
      ...corrected,
      ...(to !== undefined && { to }),
      origin: { ...(form !== undefined && { form }), ...(campaign !== undefined && { campaign }) },
      ...(traits && isOutcomeChanged && { traits }),
      ...{ was: whyOf(was), is: whyOf(action) },
    },
  };
}

/** Why sales returned a lead, as its record has it. */
function whyOf({ reason, criterion, caught }: ReturnBasis): ReturnBasis {
  return {
    reason,
    ...(criterion && { criterion: short(criterion) }),
    ...(caught && { caught: short(caught) }),
  };
}

function transitioned(lead: Lead, action: SalesAction): Lead {
  const { by, at } = action;
  switch (action.action) {
    case 'accept':
      if (!hasOpenHandover(lead) || !isInStage(lead, transitions.accept.from)) return lead;
      return {
        ...move('accept', lead, at),
        handover: reached('sal', at, answered(lead.handover, 'accepted', { by, at })),
      };
    case 'return': {
      // Ignore a late return of an offer once a hand-over replaced it.
      if (!canReturn(lead) || action.handover.number !== lead.handover.number) return lead;
      const { reason } = action;
      const why = whyOf(action);
      const handover = withoutCallBack(answered(lead.handover, 'returned', { by, at, ...why }));
      const back = { handover, returned: { reason, at, ...earnedOnDay(lead.points, dayOf(at)) } };
      return reason === 'bad-fit'
        ? { ...move('return-bad-fit', lead, at), ...back, judged: 'bad', fit: 'bad' }
        : { ...move('return', lead, at), ...back };
    }
    case 'assign':
      return isWithSales(lead) ? { ...lead, handover: { ...lead.handover, owner: action.to } } : lead;
    case 'call-back':
      if (!isWithSales(lead)) return lead;
      return { ...lead, handover: { ...lead.handover, callBack: { at: action.callAt, by } } };
    case 'call':
      return isWithSales(lead) ? { ...lead, handover: withoutCallBack(lead.handover) } : lead;
    case 'note':
    case 'reopen':
      return lead;
    case 'qualify': {
      const { judged: _, ...open } = lead;
      return isInStage(open, transitions.qualify.from) ? inSales('sql', move('qualify', open, at)) : lead;
    }
    case 'opportunity':
      if (!isInStage(lead, transitions.opportunity.from)) return lead;
      return inSales('opportunity', move('opportunity', lead, at));
    case 'won': {
      const { lost: _, ...open } = lead;
      if (!isInStage(open, transitions.won.from)) return lead;
      const { value, currency } = action;
      return { ...move('won', open, at), won: { value, ...(currency && { currency }), at } };
    }
    case 'lost': {
      if (!isInStage(lead, transitions.lost.from)) return lead;
      const { handover, ...after } = {
        ...move('lost', lead, at),
        lost: { reason: short(action.reason), at },
      };
      return handover === undefined ? after : { ...after, handover: withoutCallBack(handover) };
    }
  }
}

/** Whose it is and by which rule it was routed matter only until there is an answer. */
function answered(
  { via: _, owner: __, ...handover }: Handover,
  status: Handover['status'],
  answer: NonNullable<Handover['answer']>,
): Handover {
  return { ...handover, status, answer };
}

type SalesStage = keyof NonNullable<Handover['reached']>;

function reached(stage: SalesStage, at: Instant, handover: Handover): Handover {
  return { ...handover, reached: { ...handover.reached, [stage]: at } };
}

function inSales(stage: SalesStage, lead: Lead): Lead {
  const { handover, stageAt } = lead;
  return handover === undefined ? lead : { ...lead, handover: reached(stage, stageAt, handover) };
}

function withoutCallBack({ callBack: _, ...handover }: Handover): Handover {
  return handover;
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
