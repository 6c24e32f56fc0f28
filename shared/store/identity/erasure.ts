import { marshall } from '@aws-sdk/util-dynamodb';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { mailsOf } from '../nurture/mails.ts';
import { type Item, queryAll, type Table } from '../table.ts';

/** A lead that came back by an act of its own. */
export type ReactivatedLead = Lead & { erasedAt: Instant };

/** How many items were removed, by what they were. */
export interface RemovedCounts {
  events: number;
  others: number;
}

/** DynamoDB takes twenty-five writes a call. */
const WRITES = 25;
const BACKOFF_MS = 50;

/**
 * Removes everything of a lead but the `LEAD` item, which says that it was erased: its id, a keyed hash, is all that
 * remains. Its mails go first, so that their links are dead and the list of them is still there when this is stopped
 * halfway. Then do it again.
 */
export async function removeLeadItems(table: Table, lead: LeadId): Promise<RemovedCounts> {
  const mails = await mailsOf(table, lead);
  await removeAll(
    table,
    mails.map((id) => marshall({ PK: `M#${id}`, SK: 'MAIL' })),
  );
  return removePartition(table, leadKey(lead), 'LEAD');
}

/** Removes everything that a browser did, and its link. Stopped halfway, do it again. */
export function removeVisitor(table: Table, visitor: VisitorId): Promise<RemovedCounts> {
  return removePartition(table, visitorKey(visitor));
}

/**
 * Removes what was written after a lead was erased but is from before: an act that came out of the late queue,
 * and what somebody was writing at that very moment. What the person did since stays.
 */
export async function removeLeftovers(table: Table, lead: ErasedLead | ReactivatedLead): Promise<void> {
  const items = await itemsOf(table, leadKey(lead.id));
  const isSince = ({ receivedAt, at, createdAt }: Item) =>
    ((receivedAt ?? at ?? createdAt)?.S ?? '') > lead.erasedAt;
  const isBack = items.some((item) => item.SK?.S?.startsWith('E#') && isSince(item));
  const perhapsOld = isErased(lead) ? /^([AEK]#|PROFILE)/ : /^[AEK]#/;
  const removed = items.filter((item) => {
    const name = item.SK?.S ?? '';
    if (isBack) return perhapsOld.test(name) && !isSince(item);
    // A submission that is being kept this moment has its key first, its event only then.
    return name !== 'LEAD' && !(name.startsWith('K#') && isSince(item));
  });
  await removeAll(table, removed);
}

/** Whether anything at all is kept of a lead. */
export async function hasItems(table: Table, lead: LeadId): Promise<boolean> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: marshall({ ':pk': leadKey(lead) }),
    ConsistentRead: true,
    Limit: 1,
  });
  return Items.length > 0;
}

async function removePartition(table: Table, pk: string, spared?: string): Promise<RemovedCounts> {
  const items = await itemsOf(table, pk);
  const removed = items.filter(({ SK }) => SK?.S !== spared);
  await removeAll(table, removed);
  const events = removed.filter(({ SK }) => SK?.S?.startsWith('E#')).length;
  return { events, others: removed.length - events };
}

/** What is in a partition: the keys, and when it was written or happened. */
function itemsOf(table: Table, pk: string): Promise<Item[]> {
  return queryAll(table, {
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: marshall({ ':pk': pk }),
    ProjectionExpression: 'PK, SK, receivedAt, #at, createdAt',
    ConsistentRead: true,
  });
}

async function removeAll(table: Table, items: Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += WRITES) {
    await removeSome(table, items.slice(start, start + WRITES));
  }
}

/** DynamoDB may leave some for a next call, when it is busy. */
async function removeSome(table: Table, items: Item[]): Promise<void> {
  let waiting = items.map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } as Item } }));
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * Math.min(attempt, 20)));
    const { UnprocessedItems } = await table.call('BatchWriteItem', {
      RequestItems: { [table.name]: waiting },
    });
    waiting = (UnprocessedItems?.[table.name] ?? []) as typeof waiting;
  }
}
