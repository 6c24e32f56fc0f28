import type { Receipt } from '../../contract/api.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased } from '../../domain/identity/lead.ts';
import { LEASE_MS } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { endErasure, extendErasure, hasItems, removeErased, TooMuch } from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { untilWritten } from '../../store/until-written.ts';
import type { JobSystem } from '../jobs/perform-job.ts';

export type EraseSystem = Pick<JobSystem, 'table' | 'now' | 'report'>;

type Removed = Receipt['removed'];

/** What is removed while somebody waits, in items: some ten seconds. Of more, the sweeps remove the rest. */
const MOST_WAITED_FOR = 2_000;

const NOTHING: Removed = { events: 0, visitors: 0, others: 0 };

/**
 * Erases a lead with everything its browsers did, and returns a receipt. From the moment this returns it is certain: what
 * cannot be removed now is removed by the sweeps, and the receipt says so.
 * @returns undefined when nothing is stored about such a lead
 * @throws when the table refuses: nothing was begun
 */
export async function eraseLead(system: EraseSystem, id: LeadId): Promise<Receipt | undefined> {
  const { table, now, report } = system;
  const asked = now();
  const { lead, isOurs } = await untilWritten(() => beginErasure(table, id, asked));
  if (lead === undefined) return undefined;
  const { erasedAt, due } = lead;
  const receipt = { id, erasedAt, isFinished: due === undefined, removed: NOTHING };
  if (!isOurs) return receipt;
  try {
    const removed = await removeEverything(system, id, MOST_WAITED_FOR);
    return { ...receipt, ...(removed !== 'back' && { isFinished: true, removed }) };
  } catch (error) {
    if (error instanceof TooMuch) return receipt;
    report('job-failed', { kind: 'erase', since: asked, failure: (error as Error).name, due });
    return receipt;
  }
}

/** The same for whoever got a mail, also while everything else about them is being removed. */
export async function eraseAddressee(system: EraseSystem, mail: string): Promise<Receipt | undefined> {
  const lead = (await getMail(system.table, mail))?.lead;
  return lead && eraseLead(system, lead);
}

/** The receipt of an erasure that has not ended, for whoever got a mail; undefined when there is none. */
export async function readErasure({ table }: { table: Table }, mail: string): Promise<Receipt | undefined> {
  const id = (await getMail(table, mail))?.lead;
  const lead = id && (await getLead(table, id));
  if (!lead || !isErased(lead) || lead.due === undefined) return undefined;
  return { id: lead.id, erasedAt: lead.erasedAt, isFinished: false, removed: NOTHING };
}

/**
 * Marks a lead as erased, so that nothing is written back, and as due, so that the sweeps go on if this process dies. Only
 * one removes at a time: who is asked meanwhile leaves it to the other.
 * @returns what remains of the lead, if there ever was one, and whether it is ours to remove everything
 */
async function beginErasure(
  table: Table,
  id: LeadId,
  asked: Instant,
): Promise<{ lead: ErasedLead | undefined; isOurs?: true } | 'conflict'> {
  const stored = await getLead(table, id);
  if (stored === undefined || isErased(stored)) {
    if (stored?.due !== undefined) {
      const lead = { ...stored, erasedAt: asked };
      return (await extendErasure(table, lead)) === 'written' ? { lead } : 'conflict';
    }
    if (!(await hasItems(table, id))) return { lead: stored };
  }
  const version = (stored?.version ?? 0) + 1;
  const lead = { id, version, erasedAt: asked, due: plus(asked, LEASE_MS) };
  return (await putLead(table, lead)) === 'written' ? { lead, isOurs: true } : 'conflict';
}

/**
 * Removes everything about an erased lead. Repeating it changes nothing.
 * @returns how much; `back` when the person came back by a form meanwhile, which is to be scored now
 */
export function removeEverything(
  { table, now }: Pick<EraseSystem, 'table' | 'now'>,
  id: LeadId,
  most?: number,
): Promise<Removed | 'back'> {
  const sum = { ...NOTHING };
  return untilWritten(async () => {
    const lead = await getLead(table, id);
    if (lead === undefined || !isErased(lead) || lead.due === undefined) return sum;
    const { removed, isBack } = await removeErased(table, lead, now(), most);
    for (const what of ['events', 'visitors', 'others'] as const) sum[what] += removed[what];
    if (isBack) return 'back';
    return (await endErasure(table, lead)) === 'written' ? sum : 'conflict';
  });
}
