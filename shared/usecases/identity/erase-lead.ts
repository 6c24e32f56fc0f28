import type { Receipt } from '../../contract/api.ts';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import {
  hasItems,
  type ReactivatedLead,
  removeLeadItems,
  removeLeftovers,
  removeVisitor,
} from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { getLinkedLead, visitorsOf } from '../../store/identity/links.ts';
import type { NewJob } from '../../store/jobs/jobs.ts';
import { leadKey } from '../../store/keys.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { leadEvents } from '../../store/tracking/history.ts';
import { untilWritten } from '../../store/until-written.ts';
import { type JobSystem, startJob } from '../jobs/perform-job.ts';

type Removed = Receipt['removed'];

/**
 * Erases a lead with everything its browsers did, and returns a receipt. From the moment this returns it is certain: what
 * cannot be removed now is removed by the sweeps, and the receipt says so.
 * @returns undefined when nothing is stored about such a lead
 * @throws when the table refuses: nothing was begun
 */
export async function eraseLead(system: JobSystem, id: LeadId): Promise<Receipt | undefined> {
  const { table, now } = system;
  const before = await getLead(table, id);
  if (before === undefined && !(await hasItems(table, id))) return undefined;
  const begun = now();
  const job: NewJob = {
    ...{ of: leadKey(id), kind: 'erase', key: 'all', by: 'timers', about: id, data: {} },
  };
  let removed: Removed = { events: 0, visitors: 0, others: 0 };
  const outcome = await startJob(system, job, async ({ since }) => {
    removed = await removeEverything(system, id, since);
    return undefined;
  });
  const isFinished = outcome === 'done';
  const erased = isFinished ? await getLead(table, id) : before;
  return { id, erasedAt: erased?.erasedAt ?? begun, isFinished, removed };
}

/** The same for whoever got a mail, also while everything else about them is being removed. */
export async function eraseAddressee(system: JobSystem, mail: string): Promise<Receipt | undefined> {
  const lead = (await getMail(system.table, mail))?.lead;
  return lead && eraseLead(system, lead);
}

/**
 * Removes everything about a lead. The lead is marked first, so that nothing is written back; its links to browsers and
 * the mails that lead to it go last, so that it can be repeated if it dies.
 * @param since when that was asked for: of a person who came back since, only what is older is removed
 */
export async function removeEverything(
  { table, now }: Pick<JobSystem, 'table' | 'now'>,
  id: LeadId,
  since: Instant,
): Promise<Removed> {
  const removed = { events: 0, visitors: 0, others: 0 };
  const lead = await markErased(table, id, { since, now });
  if (!isErased(lead)) {
    await removeLeftovers(table, lead);
    return removed;
  }
  for (const visitor of await browsersOf(table, id)) {
    const { events, others } = await removeVisitor(table, visitor);
    removed.visitors += 1;
    removed.events += events;
    removed.others += others;
  }
  const { events, others } = await removeLeadItems(table, id);
  removed.events += events;
  removed.others += others;
  return removed;
}

function markErased(
  table: Table,
  id: LeadId,
  { since, now }: { since: Instant; now: () => Instant },
): Promise<ErasedLead | ReactivatedLead> {
  return untilWritten(async () => {
    const stored = await getLead(table, id);
    if (stored !== undefined && isErased(stored)) return stored;
    const { version = 0, erasedAt } = stored ?? {};
    if (stored !== undefined && erasedAt !== undefined && erasedAt >= since) return { ...stored, erasedAt };
    const erased = { id, version: version + 1, erasedAt: now() };
    return (await putLead(table, erased)) === 'written' ? erased : 'conflict';
  });
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
