import type { Lead } from '../identity/lead.ts';
import { type Instant, plus } from '../time.ts';
import type { ActionRequest, SalesAction } from './action.ts';

/** Of calls there may be many alike; two that are told within ten minutes are one. */
const ONE_CALL_MS = 10 * 60_000;

/**
 * Whether what is asked was done already: under the same key, or by the same person in the same words since the
 * hand-over was opened.
 * @param done all that sales did with the lead
 */
export function isDuplicateAction(
  asked: ActionRequest,
  { key, now }: { key: string | undefined; now: Instant },
  lead: Lead,
  done: readonly SalesAction[],
): boolean {
  if (key !== undefined && done.some((action) => action.key === key)) return true;
  const isAboutThis = asked.handover === undefined || asked.handover === lead.handover?.number;
  const opened = isAboutThis ? (lead.handover?.openedAt ?? '') : '';
  const since = asked.action === 'call' ? plus(now, -ONE_CALL_MS) : opened;
  return done.some((action) => action.at >= since && contentOf(action) === contentOf(asked));
}

/** What somebody said, without when and as what it was kept. */
function contentOf(action: ActionRequest | SalesAction): string {
  const said: Record<string, unknown> = { ...action };
  for (const own of ['number', 'at', 'key', 'handover', 'unanswered', 'caught']) delete said[own];
  if (action.action === 'opportunity') {
    const { need, budget, authority } = action.proofs;
    said.proofs = [need, budget, authority].map((proof) => proof?.evidence);
  }
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}
