import { marshall } from '@aws-sdk/util-dynamodb';
import type { LeadId, VisitorId } from '../domain/identity/ids.ts';
import { leadKey, visitorKey } from './keys.ts';
import { mailsOf } from './mails.ts';
import { type Item, queryAll, type Table } from './table.ts';

/** How many items were removed, by what they were. */
export interface Removed {
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
export async function removeLeadItems(table: Table, lead: LeadId): Promise<Removed> {
  const mails = await mailsOf(table, lead);
  await removeKeys(
    table,
    mails.map((id) => marshall({ PK: `M#${id}`, SK: 'MAIL' })),
  );
  return removePartition(table, leadKey(lead), 'LEAD');
}

/** Removes everything that a browser did, and its link. Stopped halfway, do it again. */
export function removeVisitor(table: Table, visitor: VisitorId): Promise<Removed> {
  return removePartition(table, visitorKey(visitor));
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

async function removePartition(table: Table, pk: string, spared?: string): Promise<Removed> {
  const keys = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: marshall({ ':pk': pk }),
    ProjectionExpression: 'PK, SK',
    ConsistentRead: true,
  });
  const removed = keys.filter(({ SK }) => SK?.S !== spared);
  await removeKeys(table, removed);
  const events = removed.filter(({ SK }) => SK?.S?.startsWith('E#')).length;
  return { events, others: removed.length - events };
}

async function removeKeys(table: Table, keys: Item[]): Promise<void> {
  for (let start = 0; start < keys.length; start += WRITES) {
    await removeAll(table, keys.slice(start, start + WRITES));
  }
}

/** DynamoDB may leave some for a next call, when it is busy. */
async function removeAll(table: Table, keys: Item[]): Promise<void> {
  let waiting = keys.map((Key) => ({ DeleteRequest: { Key } }));
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * Math.min(attempt, 20)));
    const { UnprocessedItems } = await table.call('BatchWriteItem', {
      RequestItems: { [table.name]: waiting },
    });
    waiting = (UnprocessedItems?.[table.name] ?? []) as typeof waiting;
  }
}
