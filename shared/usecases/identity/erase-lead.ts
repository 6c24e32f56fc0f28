import type { Receipt } from '../../contract/api.ts';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { hasItems, removeLeadItems, removeVisitor } from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { getLinkedLead, visitorsOf } from '../../store/identity/links.ts';
import type { Table } from '../../store/table.ts';
import { leadEvents } from '../../store/tracking/history.ts';

const ATTEMPTS = 10;

/**
 * Erases a lead with everything its browsers did, and returns a receipt. If it stops halfway, calling it again does the
 * rest: the lead is marked first, so that nothing is written back, and its links to browsers go last.
 * @returns undefined when nothing is stored about such a lead
 * @throws when the lead keeps changing, or the table refuses: try again.
 */
export async function eraseLead(
  { table, now }: { table: Table; now: () => Instant },
  id: LeadId,
): Promise<Receipt | undefined> {
  const erased = await markErased(table, id, now);
  if (erased === undefined) return undefined;
  const removed = { events: 0, visitors: 0, others: 0 };
  for (const visitor of await browsersOf(table, id)) {
    const { events, others } = await removeVisitor(table, visitor);
    removed.visitors += 1;
    removed.events += events;
    removed.others += others;
  }
  const { events, others } = await removeLeadItems(table, id);
  removed.events += events;
  removed.others += others;
  return { id, erasedAt: erased.erasedAt, removed };
}

async function markErased(table: Table, id: LeadId, now: () => Instant): Promise<ErasedLead | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await getLead(table, id);
    if (stored !== undefined && isErased(stored)) return stored;
    if (stored === undefined && !(await hasItems(table, id))) return undefined;
    const erased = { id, version: (stored?.version ?? 0) + 1, erasedAt: now() };
    if ((await putLead(table, erased)) === 'written') return erased;
  }
  throw new Error('The lead changed under every attempt to erase it');
}

/** The browsers linked to the lead, and those that sent its forms and are about to be linked. */
async function browsersOf(table: Table, id: LeadId): Promise<Set<VisitorId>> {
  const browsers = new Set(await visitorsOf(table, id));
  for (const event of await leadEvents(table, id)) {
    if (event.type !== 'form' || event.visitor === undefined || browsers.has(event.visitor)) continue;
    const owner = await getLinkedLead(table, event.visitor);
    if (owner === undefined || owner === id) browsers.add(event.visitor);
  }
  return browsers;
}
