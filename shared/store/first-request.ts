import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../domain/identity/ids.ts';
import type { Instant } from '../domain/time.ts';
import { leadKey } from './keys.ts';
import { type Table, unlessConflict } from './table.ts';

/**
 * When a request with this key was first made for the lead: `now` when it never was. An event's key holds its
 * time, so a request that is repeated must know the time of the first to change nothing.
 */
export async function timeOfFirstRequest(
  table: Table,
  lead: LeadId,
  key: string,
  now: Instant,
): Promise<Instant> {
  const Key = marshall({ PK: leadKey(lead), SK: `K#${key}` });
  const written = await unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: { ...Key, ...marshall({ at: now }) },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
  if (written === 'written') return now;
  const { Item } = await table.call('GetItem', { TableName: table.name, Key, ConsistentRead: true });
  return Item ? unmarshall(Item).at : now;
}
