import type { Lead } from '../identity/lead.ts';
import { type Instant, plus } from '../time.ts';
import type { ActionRequest, SalesAction } from './action.ts';

/** Calls often look alike: two within ten minutes count as one. */
const SAME_CALL_MS = 10 * 60_000;

/**
 * Whether a request was done before: with the same key, or by the same person in the same words since the hand-over
 * opened. `key-taken`: its key belongs to an action with another content.
 * @param done the last actions of the lead
 */
export function duplicateOf(
  request: ActionRequest,
  { key, now }: { key: string | undefined; now: Instant },
  lead: Lead,
  done: readonly SalesAction[],
): 'repeated' | 'key-taken' | undefined {
  const isSame = (action: SalesAction) => contentOf(action) === contentOf(request);
  const withKey = key === undefined ? undefined : done.find((action) => action.key === key);
  if (withKey !== undefined) return isSame(withKey) ? 'repeated' : 'key-taken';
  const isAboutCurrent = request.handover === undefined || request.handover === lead.handover?.number;
  const opened = isAboutCurrent ? (lead.handover?.openedAt ?? '') : '';
  const since = request.action === 'call' ? plus(now, -SAME_CALL_MS) : opened;
  return done.some((action) => action.at >= since && isSame(action)) ? 'repeated' : undefined;
}

/** What the person entered, without the fields that are added when it is recorded. */
function contentOf(action: ActionRequest | SalesAction): string {
  const content: Record<string, unknown> = { ...action };
  for (const added of ['number', 'at', 'key', 'handover', 'onlyIfOpen', 'caught']) delete content[added];
  if (action.action === 'opportunity') {
    const { need, budget, authority } = action.proofs;
    content.proofs = [need, budget, authority].map((proof) => proof?.evidence);
  }
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
