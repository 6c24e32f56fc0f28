import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Delivery } from '../../domain/webhooks/delivery.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { putVersion, type Table, type Written } from '../table.ts';

/** Longer than any event can come again: dead letters are kept for two weeks. */
const KEPT_SECONDS = 30 * 86_400;

/** The key of a delivery's item, as the list of what is due gives it. */
export interface DeliveryKey {
  PK: string;
  SK: string;
}

/** Writes a delivery over the version it was made from, `delivery.version - 1`; version 1 must be the first. */
export function putDelivery(table: Table, { due, ...delivery }: Delivery): Promise<Written> {
  const { event, to, begunAt } = delivery;
  return putVersion(table, {
    PK: `W#${event}`,
    SK: `TO#${to}`,
    ...delivery,
    ...(due !== undefined && dueKeys(event, due, to)),
    expiresAt: Math.floor(Date.parse(begunAt) / 1000) + KEPT_SECONDS,
  } as Delivery & DeliveryKey);
}

/** A delivery as it is now; undefined when there is none. */
export async function getDelivery(table: Table, { PK, SK }: DeliveryKey): Promise<Delivery | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK }),
    ConsistentRead: true,
  });
  if (Item === undefined) return undefined;
  const { rest, due } = withoutDueKeys(unmarshall(Item));
  const { PK: _, SK: __, expiresAt: ___, ...delivery } = rest;
  return { ...delivery, ...(due !== undefined && { due }) } as Delivery;
}

/** Whether the key of an item is that of a delivery. */
export function isDeliveryKey({ PK }: { PK: string }): boolean {
  return PK.startsWith('W#');
}
