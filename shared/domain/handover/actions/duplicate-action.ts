import type { Lead } from '../../identity/lead.ts';
import { type Instant, plus } from '../../time.ts';
import { type ActionName, type ActionRequest, isAnswer, type SalesAction } from './action.ts';

/** Calls and notes often look alike: two within ten minutes count as one. */
const SAME_MS = 10 * 60_000;

/**
 * Whether a request was done before: with the same key, or by the same person in the same words since the hand-over
 * opened, with nothing else decided since. `key-taken`: its key belongs to an action with another content.
 * @param done the last actions of the lead
 */
export function duplicateOf(
  request: ActionRequest,
  { key, now }: { key: string | undefined; now: Instant },
  lead: Lead,
  done: readonly SalesAction[],
): 'repeated' | 'key-taken' | undefined {
  const isSame = (action: SalesAction) => contentOf(action, request) === contentOf(request);
  const withKey = key === undefined ? undefined : done.find((action) => action.key === key);
  if (withKey !== undefined) return isSame(withKey) ? 'repeated' : 'key-taken';
  const isAboutCurrent = request.handover === undefined || request.handover === lead.handover?.number;
  const opened = isAboutCurrent ? (lead.handover?.openedAt ?? '') : '';
  const isOften = request.action === 'call' || request.action === 'note';
  const since = isOften ? plus(now, -SAME_MS) : opened;
  const last = done.findLastIndex((action) => action.at >= since && isSame(action));
  if (last === -1) return undefined;
  const isUndone = done.slice(last + 1).some((later) => overtakes(later, request.action));
  return isUndone && isAboutCurrent ? undefined : 'repeated';
}

/** Whether an action says something else about what an earlier one decided: that one would not be a repeat any more. */
export function overtakes(later: SalesAction, earlier: ActionName): boolean {
  switch (earlier) {
    case 'call':
    case 'note':
      return false;
    case 'assign':
      return later.action === 'assign' || later.action === 'accept';
    case 'call-back':
      return later.action === 'call-back' || later.action === 'call';
    default:
      return isAnswer(later.action);
  }
}

const ADDED = [
  ...['number', 'at', 'key', 'handover', 'onlyIfOpen', 'seen', 'caught'],
  ...['before', 'becomes', 'undoes', 'earlier'],
];

/** What the person entered, without what was added when it was recorded. */
function contentOf(action: ActionRequest | SalesAction, asked = action): string {
  const content: Record<string, unknown> = { ...action };
  for (const added of ADDED) delete content[added];
  if (!('currency' in asked)) delete content.currency;
  if (action.action === 'opportunity') {
    const { need, budget, authority } = action.proofs;
    content.proofs = [need, budget, authority].map((proof) => proof?.evidence);
  }
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
