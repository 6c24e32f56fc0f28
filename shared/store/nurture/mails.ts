import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { DeliveryOutcome, Mail } from '../../domain/nurture/mailing.ts';
import type { Instant } from '../../domain/time.ts';
import { withoutDueKeys } from '../due.ts';
import { leadKey } from '../keys.ts';
import { type Copy, type Item, isConditionFailure, queryAll, type Table } from '../table.ts';

const keyOf = (id: string) => marshall({ PK: `M#${id}`, SK: 'MAIL' });
const pointerOf = (lead: LeadId, id: string) => marshall({ PK: leadKey(lead), SK: `M#${id}` });

/** A mail by its id, as its links name it; undefined when there is none, or its person was erased. */
export async function getMail(
  table: Table,
  id: string,
  { isConsistent = true }: Copy = {},
): Promise<Mail | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(id),
    ConsistentRead: isConsistent,
  });
  return Item && mailOf(Item);
}

/**
 * Keeps a mail, first in the list of its lead: erasing the lead finds every mail there is. Two write units for a
 * mail with few links. The id is random, so there is no other to write over.
 */
export async function putMail(table: Table, mail: Mail): Promise<void> {
  const { id, ...attributes } = mail;
  await table.call('PutItem', {
    TableName: table.name,
    Item: { ...pointerOf(mail.lead, id), ...marshall({ at: mail.claimedAt }) },
  });
  await table.call('PutItem', {
    TableName: table.name,
    Item: { ...keyOf(id), ...marshall(attributes, { removeUndefinedValues: true }) },
  });
}

/** Forgets a mail that was not sent, or whose person is erased. Its links lead nowhere from now on. */
export async function removeMail(table: Table, lead: LeadId, id: string): Promise<void> {
  for (const Key of [keyOf(id), pointerOf(lead, id)]) {
    await table.call('DeleteItem', { TableName: table.name, Key });
  }
}

/** The ids of all mails of a lead. */
export async function mailsOf(table: Table, lead: LeadId): Promise<string[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
    ExpressionAttributeValues: marshall({ ':pk': leadKey(lead), ':sk': 'M#' }),
    ProjectionExpression: 'SK',
    ConsistentRead: true,
  });
  return items.map(({ SK }) => SK?.S?.slice(2) ?? '');
}

/** Writes down when a mail was sent, as it was told first. @returns the mail; undefined when it is gone */
export function markSent(table: Table, id: string, at: Instant): Promise<Mail | undefined> {
  return update(table, id, 'SET sentAt = if_not_exists(sentAt, :at)', { ':at': at });
}

/**
 * Writes down what became of a mail; it was sent, then. Reports come in any order: a delivery is the last thing to
 * be believed. @returns the mail; undefined when it is gone
 */
export function recordDelivery(
  table: Table,
  id: string,
  fate: DeliveryOutcome,
  at: Instant,
): Promise<Mail | undefined> {
  const settled =
    fate === 'delivered'
      ? 'fate = if_not_exists(fate, :fate), deliveredAt = if_not_exists(deliveredAt, :at)'
      : 'fate = :fate';
  const expression = `SET ${settled}, sentAt = if_not_exists(sentAt, :at)`;
  return update(table, id, expression, { ':fate': fate, ':at': at });
}

async function update(
  table: Table,
  id: string,
  UpdateExpression: string,
  values: Record<string, string>,
): Promise<Mail | undefined> {
  try {
    const { Attributes = {} } = await table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(id),
      UpdateExpression,
      ConditionExpression: 'attribute_exists(PK)',
      ExpressionAttributeValues: marshall(values),
      ReturnValues: 'ALL_NEW',
    });
    return mailOf(Attributes);
  } catch (error) {
    if (isConditionFailure(error)) return undefined;
    throw error;
  }
}

function mailOf(item: Item): Mail {
  const { PK, SK, reactions: _, ...mail } = withoutDueKeys(unmarshall(item)).rest;
  return { id: PK.slice(2), ...mail } as Mail;
}
