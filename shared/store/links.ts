import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId, VisitorId } from '../domain/identity/ids.ts';
import type { Instant } from '../domain/time.ts';
import { leadKey, visitorKey } from './keys.ts';
import { queryAll, type Table, unlessConflict } from './table.ts';

/** The lead a visitor is linked to. Strongly consistent: an event told after the link sees the link. */
export async function leadOf(table: Table, visitor: VisitorId): Promise<LeadId | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK: visitorKey(visitor), SK: 'LINK' }),
    ConsistentRead: true,
  });
  return Item && (unmarshall(Item).lead as LeadId);
}

/**
 * Links a visitor to a lead, for good: the histories of two people never flow together.
 * When it dies between its two writes, doing it again completes it.
 * @returns the lead the visitor is linked to, which is another one when that one was first.
 */
export async function link(table: Table, visitor: VisitorId, lead: LeadId, at: Instant): Promise<LeadId> {
  const item = { lead, visitor, at };
  const written = await unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: marshall({ PK: visitorKey(visitor), SK: 'LINK', ...item }),
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
  const owner = written === 'written' ? lead : ((await leadOf(table, visitor)) ?? lead);
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
