import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { RankBasis } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type Day, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { putVersion, type Table, unlessConflict, type Written } from '../table.ts';

const PK = 'SALES';
const ORDER = 'OFFERS';
const KEPT_DAYS = 100;

/** The standing order to offer sales stalled leads, once a week. */
export interface OfferSchedule {
  version: number;
  due: Instant;
}

/** A lead that was chosen, and by what. */
export interface Offered {
  lead: LeadId;
  ranked: RankBasis;
}

/** Writes it over the version it was made from, `order.version - 1`; version 1 must be the first. */
export function putOfferSchedule(table: Table, { version, due }: OfferSchedule): Promise<Written> {
  return putVersion(table, { PK, SK: ORDER, version, ...dueKeys(PK, due, ORDER) });
}

/** The order; undefined when none was given yet. */
export async function getOfferSchedule(table: Table): Promise<OfferSchedule | undefined> {
  const item = await get(table, ORDER);
  if (item === undefined) return undefined;
  const { rest, due } = withoutDueKeys(item);
  return { version: rest.version as number, due: due ?? '' };
}

/** Whether the key of an item is that of the order. */
export function isOfferSchedule(key: { PK: string; SK: string }): boolean {
  return key.PK === PK && key.SK === ORDER;
}

/** Writes down who is offered in the week of a Monday, if that was not decided yet. */
export function putOffer(table: Table, monday: Day, offered: readonly Offered[]): Promise<Written> {
  const expiresAt = endOfDaySeconds(plusDays(monday, KEPT_DAYS));
  return unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: marshall({ PK, SK: weekKey(monday), offered, expiresAt }),
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
}

/** Who is offered in the week of a Monday; undefined when that is not decided yet. */
export async function getOffer(table: Table, monday: Day): Promise<Offered[] | undefined> {
  return (await get(table, weekKey(monday)))?.offered as Offered[] | undefined;
}

async function get(table: Table, SK: string): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK }),
    ConsistentRead: true,
  });
  return Item && unmarshall(Item);
}

function weekKey(monday: Day): string {
  return `OFFER#${monday}`;
}
