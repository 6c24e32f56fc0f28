import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Enrolment, EnrolmentKey } from '../../domain/nurture/enrolment.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { dueKeys, type ItemKey, withoutDueKeys } from '../due.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import { packMoments, unpackMoments } from '../packed-moments.ts';
import { type Copy, type Item, putVersion, queryAll, type Table, type Written } from '../table.ts';

/** The key of an enrolment's item. */
export function enrolmentKey({ lead, sequence, startedAt }: EnrolmentKey) {
  return { PK: leadKey(lead), SK: `S#${sequence}#${dayOf(startedAt)}` };
}

/** The enrolment that a key names; undefined when it is the key of something else. */
export function enrolmentOfKey({ PK, SK }: ItemKey): EnrolmentKey | undefined {
  const lead = leadOfKey(PK);
  const [, sequence, startedAt] = /^S#([^#]+)#(.+)$/.exec(SK) ?? [];
  if (lead === undefined || sequence === undefined) return undefined;
  return { lead, sequence, startedAt: startedAt as Day };
}

/** An enrolment; undefined when there is none. */
export async function getEnrolment(
  table: Table,
  of: EnrolmentKey,
  { isConsistent = true }: Copy = {},
): Promise<Enrolment | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall(enrolmentKey(of)),
    ConsistentRead: isConsistent,
  });
  return Item && enrolmentOfItem(Item);
}

/**
 * Writes an enrolment over the version it was made from, `enrolment.version - 1`; version 1 must be the first.
 * While it is active it stands in the list of what is due. One write unit for a sequence of some twenty steps, and two
 * more when its moment changes.
 */
export function putEnrolment(table: Table, enrolment: Enrolment): Promise<Written> {
  const { lead, sent, ...attributes } = enrolment;
  const { PK, SK } = enrolmentKey(enrolment);
  const item = { PK, SK, sent: packMoments(sent) };
  if (attributes.status !== 'active') return putVersion(table, { ...item, ...attributes });
  const { due, ...others } = attributes;
  return putVersion(table, { ...item, ...others, ...dueKeys(lead, due, SK) });
}

/** Forgets an enrolment, of a person who was erased. */
export async function removeEnrolment(table: Table, of: EnrolmentKey): Promise<void> {
  await table.call('DeleteItem', { TableName: table.name, Key: marshall(enrolmentKey(of)) });
}

/** All enrolments of a lead, by sequence, oldest first. Eventually consistent. */
export async function enrolmentsOf(table: Table, lead: LeadId): Promise<Enrolment[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
    ExpressionAttributeValues: marshall({ ':pk': leadKey(lead), ':sk': 'S#' }),
  });
  return items.map(enrolmentOfItem);
}

/** The enrolment in an item, as a read gives it. */
export function enrolmentOfItem(item: Item): Enrolment {
  const { rest, due } = withoutDueKeys(unmarshall(item));
  const { PK, SK: _, sent, ...attributes } = rest;
  return {
    lead: leadOfKey(PK),
    ...attributes,
    sent: unpackMoments(sent),
    ...(due !== undefined && { due }),
  } as Enrolment;
}
