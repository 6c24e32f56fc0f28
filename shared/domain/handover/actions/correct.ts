import type { Lead } from '../../identity/lead.ts';
import type { HandedOverLead } from '../handovers.ts';
import { type Corrected, type SalesState, salesStateOf, withSalesState } from '../sales-state.ts';
import { ACTIONS, type ActionName, type ActionRequest, isAnswer, type SalesAction } from './action.ts';
import { type CorrectedEarlier, closedBy, correctEarlier, withEarlierCorrected } from './correct-earlier.ts';
import { numberAction } from './number-action.ts';
import { type StandingAction, standingActions, undoneBy } from './standing-actions.ts';
import { possibleActions, withAction } from './with-action.ts';

/**
 * Why an action cannot be corrected, or taken back. `unknown`: there is none with this number. `corrected`: somebody did
 * so already, with the action `by`. `earlier`: it is about an earlier hand-over, and can only become another of its kind.
 * `kind`: it cannot become this one.
 * `story`: the other answers to this hand-over would not be possible any more.
 */
export type Uncorrectable =
  | { because: 'unknown' | 'earlier' | 'kind' | 'story' }
  | { because: 'corrected'; by: SalesAction };

/** The action that takes the place of another in the story. */
interface Replacement {
  place: number;
  request: ActionRequest;
  caught?: string | undefined;
}

/**
 * The lead as if sales had answered right the first time. An answer can become any other answer, as long as all answers
 * to the hand-over remain possible one after the other. An answer about an earlier hand-over keeps its kind.
 * @param actions all actions of the lead, in order
 * @param request an action that `replaces` another
 * @param caught the criterion that would have held the lead back, when it becomes a bad fit
 */
export function correct(
  lead: HandedOverLead,
  actions: readonly SalesAction[],
  request: ActionRequest,
  caught?: string,
): Corrected | CorrectedEarlier | Uncorrectable {
  const wrong = actions.find(({ number }) => number === request.replaces);
  if (wrong === undefined) return { because: 'unknown' };
  const story = storyOf(lead, actions);
  const place = story.findIndex(({ told }) => told === wrong.number);
  const old = story[place]?.action;
  if (old === undefined) {
    const by = undoneBy(wrong, actions);
    if (by !== undefined) return { because: 'corrected', by };
    const standing = standingActions(actions);
    const earlier = standing.find(({ told }) => told === wrong.number);
    return (earlier && correctEarlier(standing, earlier, request)) ?? { because: 'earlier' };
  }
  if (!canBecome(old, request)) return { because: 'kind' };
  if (!isAnswer(old.action)) return { becomes: salesStateOf(lead) };
  const outcome = retold(lead, actions, story, { place, request, caught });
  const told = story[place];
  // The lead may be handed over again before this is applied.
  const late = told && request.action === 'return' && correctEarlier(standingActions(actions), told, request);
  return late && 'becomes' in outcome ? { ...outcome, earlier: late.earlier } : outcome;
}

/** What an action can become, when it is wrong. */
export function possibleCorrections(
  lead: HandedOverLead,
  actions: readonly SalesAction[],
  { number, action }: SalesAction,
): ActionName[] {
  const isCurrent = storyOf(lead, actions).some(({ told }) => told === number);
  return isCurrent && isAnswer(action)
    ? ACTIONS.filter((one) => isAnswer(one) && one !== 'reopen')
    : [action];
}

/** The lead as if it had not been won or lost. */
export function reopen(lead: HandedOverLead, actions: readonly SalesAction[]): Corrected | Uncorrectable {
  const story = storyOf(lead, actions);
  const end = story.findLast(({ action: { action } }) => action === 'won' || action === 'lost');
  if (end === undefined) return { because: 'earlier' };
  const outcome = retold(
    lead,
    actions,
    story.filter((one) => one !== end),
  );
  return 'becomes' in outcome ? { ...outcome, undoes: end.told } : outcome;
}

/** What stands of the actions since the hand-over was opened. */
function storyOf({ handover }: HandedOverLead, actions: readonly SalesAction[]): StandingAction[] {
  const isOfEarlier = ({ action }: StandingAction) =>
    action.at < handover.openedAt || (closedBy(action)?.number ?? handover.number) < handover.number;
  const standing = standingActions(actions);
  return standing.slice(standing.findLastIndex(isOfEarlier) + 1);
}

/** Whoever gave a lead to the wrong person gives it again, and a new date for a call replaces the one before. */
function canBecome(old: SalesAction, { action }: ActionRequest): boolean {
  if (isAnswer(old.action)) return isAnswer(action) && action !== 'reopen';
  return old.action === action && (action === 'call' || action === 'note');
}

/** Tells the story of the hand-over again from its first answer on. */
function retold(
  lead: HandedOverLead,
  actions: readonly SalesAction[],
  story: readonly StandingAction[],
  change?: Replacement,
): Corrected | Uncorrectable {
  const first = story.findIndex(({ action }) => beforeOf(action) !== undefined);
  const before = story[first] && beforeOf(story[first].action);
  // Nothing tells how the lead was before answers of an older version.
  if (before === undefined || (change && change.place < first)) return { because: 'story' };
  const standing = standingActions(actions);
  const earlier = standing.slice(0, standing.length - storyOf(lead, actions).length);
  let so = withSalesState(lead, withEarlierCorrected(before, earlier));
  for (const [place, { action }] of story.entries()) {
    if (place < first) continue;
    const next = place === change?.place ? replaced(action, change, so) : action;
    if (isAnswer(next.action) && !possibleActions(so).includes(next.action)) return { because: 'story' };
    so = withAction(so, next);
  }
  return { becomes: keptOf(lead, salesStateOf(so as HandedOverLead)) };
}

function beforeOf(action: SalesAction): SalesState | undefined {
  return 'before' in action ? action.before : undefined;
}

function replaced({ at }: SalesAction, { request, caught }: Replacement, lead: Lead): SalesAction {
  const { becomes: _, ...action } = numberAction(request, lead, at, caught === undefined ? {} : { caught });
  return action as SalesAction;
}

/** The points of the day of a return, and the reminder of a call, are not told again. */
function keptOf({ returned, handover: { callBack } }: HandedOverLead, state: SalesState): SalesState {
  const isSameReturn = returned !== undefined && state.returned?.at === returned.at;
  const isSameCall = callBack !== undefined && state.handover.callBack?.at === callBack.at;
  return {
    ...state,
    ...(isSameReturn && state.returned && { returned: { ...returned, reason: state.returned.reason } }),
    handover: { ...state.handover, ...(isSameCall && { callBack }) },
  };
}
