import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../domain/time.ts';
import type { Table } from '../table.ts';

/** The link of a mail that somebody was led along to the own website. */
export interface ClickedLink {
  mail: string;
  /** Its number, from 0. */
  link: number;
}

const keyOf = (key: string) => marshall({ PK: `C#${key}`, SK: 'CLICK' });

/** Keeps behind a random key, until a moment, along which link somebody was led. One write unit, no read. */
export async function putClickToken(
  table: Table,
  key: string,
  { mail, link }: ClickedLink,
  until: Instant,
): Promise<void> {
  const expiresAt = Math.floor(Date.parse(until) / 1000);
  await table.call('PutItem', {
    TableName: table.name,
    Item: { ...keyOf(key), ...marshall({ mail, link, expiresAt }) },
  });
}

/** What a landing key led along; undefined when it is unknown or was too old at that moment. Strongly consistent. */
export async function getClickedLink(
  table: Table,
  key: string,
  at: Instant,
): Promise<ClickedLink | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(key),
    ConsistentRead: true,
  });
  if (Item === undefined) return undefined;
  const { mail, link, expiresAt } = unmarshall(Item);
  // DynamoDB may take days to remove what expired.
  return Date.parse(at) < expiresAt * 1000 ? { mail, link } : undefined;
}
