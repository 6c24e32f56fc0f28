import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { removeAll } from '../batch.ts';
import { jobEntity } from '../jobs/jobs.ts';
import type { ItemKey } from '../key-pattern.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { mailEntity, mailOfLeadEntity, mailsOf } from '../nurture/mails.ts';
import { queryAll, queryPage } from '../query.ts';
import type { Table } from '../table.ts';

/** A lead that was erased and came back by its own action. */
export type ReactivatedLead = Lead & { erasedAt: Instant };

/** How many items were removed. */
export interface RemovedCounts {
  events: number;
  others: number;
}

/** When an item was written, or its event happened. */
interface Times {
  receivedAt?: Instant;
  at?: Instant;
  createdAt?: Instant;
}

/**
 * Removes all items of a lead except `LEAD`, which holds only its id (a keyed hash) and when it was erased, and the job
 * that this is. Its mails go last, so that whoever got one can ask again; before the list of them. Repeat it after a
 * crash.
 */
export async function removeLeadItems(table: Table, lead: LeadId): Promise<RemovedCounts> {
  const isMail = (item: ItemKey) => mailOfLeadEntity.match(item) !== undefined;
  const spared = (item: ItemKey) => item.SK === 'LEAD' || jobEntity.match(item)?.kind === 'erase';
  const removed = await removePartition(table, leadKey(lead), (item) => spared(item) || isMail(item));
  const mails = await mailsOf(table, lead);
  await removeAll(
    table,
    mails.map((mail) => mailEntity.keyOf({ mail })),
  );
  const { others } = await removePartition(table, leadKey(lead), spared);
  return { events: removed.events, others: removed.others + others };
}

/** Removes the events and the link of a browser. Repeat it after a crash. */
export function removeVisitor(table: Table, visitor: VisitorId): Promise<RemovedCounts> {
  return removePartition(table, visitorKey(visitor));
}

/**
 * Removes items from before the erasure that were written after it: events from the late queue, and writes that
 * were in progress. Events from after the erasure stay.
 */
export async function removeLeftovers(table: Table, lead: ErasedLead | ReactivatedLead): Promise<void> {
  const items = await itemsOf(table, leadKey(lead.id));
  const isSince = ({ receivedAt, at, createdAt = '' }: Times) =>
    (receivedAt ?? at ?? createdAt) > lead.erasedAt;
  const isBack = items.some((item) => item.SK.startsWith('E#') && isSince(item));
  const perhapsOld = isErased(lead) ? /^([AEK]#|PROFILE)/ : /^[AEK]#/;
  const removed = items.filter((item) => {
    if (isBack) return perhapsOld.test(item.SK) && !isSince(item);
    // `putSubmission` writes its K# item before its event, so spare a recent K#.
    return !/^(LEAD$|J#erase#)/.test(item.SK) && !(item.SK.startsWith('K#') && isSince(item));
  });
  await removeAll(table, removed);
}

/** Whether the table has any item of a lead. */
export async function hasItems(table: Table, lead: LeadId): Promise<boolean> {
  const items = await queryPage(table, { partition: leadKey(lead) }, { isConsistent: true, limit: 1 });
  return items.length > 0;
}

async function removePartition(
  table: Table,
  pk: string,
  isSpared: (item: ItemKey) => boolean = () => false,
): Promise<RemovedCounts> {
  const items = await itemsOf(table, pk);
  const removed = items.filter((item) => !isSpared(item));
  await removeAll(table, removed);
  const events = removed.filter(({ SK }) => SK.startsWith('E#')).length;
  return { events, others: removed.length - events };
}

/** The keys in a partition, and the times at which its items were written or happened. */
function itemsOf(table: Table, partition: string): Promise<(ItemKey & Times)[]> {
  const only = ['PK', 'SK', 'receivedAt', 'at', 'createdAt'];
  return queryAll(table, { partition }, { only, isConsistent: true });
}
