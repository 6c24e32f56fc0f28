import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { table as schema } from '../../contract/table.ts';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { type Item, queryAll, type Table, unlessConflict, type Written } from '../table.ts';

/** A link that waits to be looked at once more. */
export interface NewLink {
  lead: LeadId;
  due: Instant;
}

const { partitionKey: duePK, sortKey: dueSK } = schema.indexes.byDue;
const keyOf = (visitor: VisitorId) => marshall({ PK: visitorKey(visitor), SK: 'LINK' });

/** The lead a visitor is linked to. Strongly consistent: an event told after the link sees the link. */
export async function getLinkedLead(table: Table, visitor: VisitorId): Promise<LeadId | undefined> {
  const item = await linkItem(table, visitor);
  return item && (unmarshall(item).lead as LeadId);
}

/** The link of a visitor while it waits for its second look; undefined when it had that, or is gone. */
export async function getNewLink(table: Table, visitor: VisitorId): Promise<NewLink | undefined> {
  const item = await linkItem(table, visitor);
  if (item === undefined) return undefined;
  const { rest, due } = withoutDueKeys(unmarshall(item));
  return due === undefined ? undefined : { lead: rest.lead, due };
}

/** Lets a link that waited wait no more; nothing happens when it is gone. */
export function clearLinkDue(table: Table, visitor: VisitorId): Promise<Written> {
  return unlessConflict(
    table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(visitor),
      UpdateExpression: `REMOVE ${duePK}, ${dueSK}`,
      ConditionExpression: 'attribute_exists(PK)',
    }),
  );
}

/**
 * Links a visitor to a lead, for good: the histories of two people never flow together.
 * When it dies between its two writes, doing it again completes it.
 * @param due when the link is looked at once more
 * @returns the lead the visitor is linked to, which is another one when that one was first.
 */
export async function linkVisitor(
  table: Table,
  visitor: VisitorId,
  lead: LeadId,
  { at, due }: { at: Instant; due: Instant },
): Promise<LeadId> {
  const item = { lead, visitor, at };
  const written = await unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: { ...keyOf(visitor), ...marshall({ ...item, ...dueKeys(visitor, due, 'LINK') }) },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
  const owner = written === 'written' ? lead : ((await getLinkedLead(table, visitor)) ?? lead);
  if (owner !== lead) return owner;
  await table.call('PutItem', {
    TableName: table.name,
    Item: marshall({ PK: leadKey(lead), SK: visitorKey(visitor), ...item }),
  });
  return lead;
}

/** The browsers linked to a lead. */
export async function visitorsOf(table: Table, lead: LeadId): Promise<VisitorId[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
    ExpressionAttributeValues: marshall({ ':pk': leadKey(lead), ':sk': 'V#' }),
    ConsistentRead: true,
  });
  return items.map((item) => unmarshall(item).visitor as VisitorId);
}

async function linkItem(table: Table, visitor: VisitorId): Promise<Item | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(visitor),
    ConsistentRead: true,
  });
  return Item;
}
