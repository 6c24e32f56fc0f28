import type { SalesState } from '../sales-state.ts';
import type { ActionName, ActionRequest, PastHandover, SalesAction } from './action.ts';
import type { StandingAction } from './standing-actions.ts';

/** What a correction of an answer about an earlier hand-over makes of it. */
export interface CorrectedEarlier {
  earlier: NonNullable<SalesAction['earlier']>;
  /** The hand-over that the answer closed, for an answer that does. */
  closed?: PastHandover;
}

/** What can be corrected when the lead was handed over again since: what came after rests on nothing else of it. */
const CORRECTABLE: readonly ActionName[] = [
  ...(['accept', 'return', 'call', 'qualify', 'opportunity', 'lost', 'note'] as const),
];

/**
 * An answer about an earlier hand-over as it should have been told: one of the same kind, so that the hand-overs that
 * followed remain possible. Undefined when it is not.
 * @param standing what counts of all actions of the lead, in order
 * @param old which of them is wrong
 */
export function correctEarlier(
  standing: readonly StandingAction[],
  old: StandingAction,
  request: ActionRequest,
): CorrectedEarlier | undefined {
  const { action } = old;
  const place = standing.findIndex(({ told }) => told === old.told);
  if (action.action !== request.action || !CORRECTABLE.includes(action.action)) return undefined;
  const end = standing.slice(place).find((one) => closedBy(one.action) !== undefined);
  const playbook = end && closedBy(end.action)?.playbook;
  const closed = closedBy(action);
  const earlier = { at: action.at, ...(playbook !== undefined && { playbook }) };
  if (action.action !== 'return' || request.action !== 'return')
    return { earlier, ...(closed && { closed }) };
  const right = standing.map((one, n) => (n === place ? { ...action, reason: request.reason } : one.action));
  const judged = judgedBy(right);
  const { reason, criterion, caught } = action;
  const was = { reason, ...(criterion && { criterion }), ...(caught && { caught }) };
  return { earlier: { ...earlier, was, ...(judged && { judged }) }, closed: action.handover };
}

/** The hand-over that an action closed. */
export function closedBy(action: SalesAction): PastHandover | undefined {
  return action.action === 'return' || action.action === 'lost' ? action.handover : undefined;
}

/** How the lead was before the first answer to its hand-over, had the answers before that been told right. */
export function withEarlierCorrected(before: SalesState, earlier: readonly StandingAction[]): SalesState {
  const { judged: _, returned, ...state } = before;
  const told = earlier.find(({ action }) => action.action === 'return' && action.at === returned?.at)?.action;
  if (returned === undefined || told?.action !== 'return') return before;
  const judged = judgedBy(earlier.map(({ action }) => action));
  return { ...state, ...(judged && { judged }), returned: { ...returned, reason: told.reason } };
}

/** Sales finds a bad fit until it qualifies the lead. */
function judgedBy(actions: readonly SalesAction[]): 'bad' | undefined {
  const qualified = actions.findLastIndex(({ action }) => action === 'qualify');
  const since = actions.slice(qualified + 1);
  return since.some((one) => one.action === 'return' && one.reason === 'bad-fit') ? 'bad' : undefined;
}
