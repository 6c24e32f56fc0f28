import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { table as schema } from '../../contract/table.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { formatReaction, parseReactions, type Reaction } from '../../domain/nurture/reaction.ts';
import type { Instant } from '../../domain/time.ts';
import { dueKeys } from '../due.ts';
import { type Item, isConditionFailure, type Table, unlessConflict, type Written } from '../table.ts';

const { partitionKey: duePK, sortKey: dueSK } = schema.indexes.byDue;

/** More than this happened to no mail that a person reads. */
const MOST = 100;

const keyOf = (mail: string) => marshall({ PK: `M#${mail}`, SK: 'MAIL' });

/** A mail with what happened to it. */
export interface MailWithReactions {
  mail: Mail;
  /** Oldest first. */
  reactions: Reaction[];
  /** What it waits for, to be given back to `settle`. */
  due?: string;
}

/**
 * Adds a reaction to a mail that may be tracked, to be judged at `due`. Telling it again changes nothing. No read.
 * @returns undefined when there is no such mail or link, it may not be tracked, or too much happened to it already
 */
export async function addReaction(
  table: Table,
  mail: string,
  reaction: Reaction,
  due: Instant,
): Promise<Mail | undefined> {
  const link = reaction.kind === 'open' ? undefined : reaction.link;
  const keys = dueKeys(mail, due, 'MAIL');
  try {
    const { Attributes = {} } = await table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(mail),
      UpdateExpression: `ADD reactions :reaction SET ${duePK} = :shard, ${dueSK} = :due`,
      ConditionExpression: [
        'tracked = :yes',
        '(attribute_not_exists(reactions) OR size(reactions) < :most)',
        ...(link === undefined ? [] : ['size(links) > :link']),
      ].join(' AND '),
      ExpressionAttributeValues: marshall(
        {
          ':reaction': new Set([formatReaction(reaction)]),
          ':shard': keys[duePK],
          ':due': keys[dueSK],
          ':yes': true,
          ':most': MOST,
          ':link': link,
        },
        { removeUndefinedValues: true },
      ),
      ReturnValues: 'ALL_NEW',
    });
    return watched(mail, Attributes).mail;
  } catch (error) {
    if (isConditionFailure(error)) return undefined;
    throw error;
  }
}

/** A mail with its reactions; undefined when there is none, or its person was erased. Strongly consistent. */
export async function getMailWithReactions(
  table: Table,
  mail: string,
): Promise<MailWithReactions | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(mail),
    ConsistentRead: true,
  });
  return Item && watched(mail, Item);
}

/**
 * Writes down that the open, or the click on a link, was a person's, at the first moment it is told.
 * @returns the mail as it is then; undefined when it is gone
 */
export async function confirmReaction(
  table: Table,
  mail: string,
  of: 'open' | number,
  at: Instant,
): Promise<Mail | undefined> {
  const path = of === 'open' ? 'openedAt' : 'clicks.#link';
  try {
    const { Attributes = {} } = await table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(mail),
      UpdateExpression: `SET ${path} = if_not_exists(${path}, :at)`,
      ConditionExpression: 'attribute_exists(PK)',
      ...(of !== 'open' && { ExpressionAttributeNames: { '#link': String(of) } }),
      ExpressionAttributeValues: marshall({ ':at': at }),
      ReturnValues: 'ALL_NEW',
    });
    return watched(mail, Attributes).mail;
  } catch (error) {
    if (isConditionFailure(error)) return undefined;
    throw error;
  }
}

/** Lets a mail wait for nothing any more, unless something happened to it since `due` was read. */
export function clearMailDue(table: Table, mail: string, due: string): Promise<Written> {
  return unlessConflict(
    table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(mail),
      UpdateExpression: `REMOVE ${duePK}, ${dueSK}`,
      ConditionExpression: `${dueSK} = :due`,
      ExpressionAttributeValues: marshall({ ':due': due }),
    }),
  );
}

/** The mail and the reactions in an item. */
export function watched(id: string, item: Item): MailWithReactions {
  const { PK, SK, reactions, [duePK]: _, [dueSK]: due, ...mail } = unmarshall(item);
  return { mail: { id, ...mail } as Mail, reactions: parseReactions(reactions ?? []), ...(due && { due }) };
}
