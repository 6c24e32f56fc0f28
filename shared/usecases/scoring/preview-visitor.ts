import type { VisitorId } from '../../domain/identity/ids.ts';
import { type Score, score, windowStart } from '../../domain/scoring/score.ts';
import type { VisitorEvent } from '../../domain/tracking/event.ts';
import { getLinkedLead } from '../../store/identity/links.ts';
import { visitorEvents } from '../../store/tracking/history.ts';
import type { ReadSystem } from '../lead-system.ts';

/** A browser that nobody is known by. */
export interface AnonymousVisitor {
  visitor: VisitorId;
  /** What it did in the window of the score, newest first; without stays that earn nothing. */
  events: VisitorEvent[];
  /** What this would bring whoever turns out to use it, if they had nothing else. */
  score: Score;
}

/**
 * The points that an anonymous browser has collected by now.
 * @returns undefined when it belongs to a lead, or did nothing lately
 * @throws Error when no playbook is published
 */
export async function previewVisitor(
  { table, playbook, now }: ReadSystem,
  visitor: VisitorId,
): Promise<AnonymousVisitor | undefined> {
  if ((await getLinkedLead(table, visitor)) !== undefined) return undefined;
  const { scoring } = await playbook();
  const events = await visitorEvents(table, visitor, windowStart(now(), scoring), { isConsistent: false });
  if (events.length === 0) return undefined;
  const scored = score(events, scoring, now());
  const earning = new Set(scored.ledger.map(({ eventId }) => eventId));
  const told = events.filter(({ type, id }) => type !== 'stay' || earning.has(id));
  return { visitor, events: told.toReversed(), score: scored };
}
