import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../domain/time.ts';
import type { Playbook, PlaybookContent } from '../playbook/playbook.ts';
import { type Table, unlessConflict, type Written } from './table.ts';

const PK = 'PLAYBOOK';
const CURRENT = 'CURRENT';
const numbered = (version: number) => `v#${String(version).padStart(6, '0')}`;

/** A playbook that was given a number, with the hash by which the same content is known again. */
export interface Published {
  version: number;
  hash: string;
  content: PlaybookContent;
  publishedAt: Instant;
}

/** The playbook that holds now; undefined when none was ever published. Strongly consistent. */
export async function currentPlaybook(table: Table): Promise<Playbook | undefined> {
  const current = await currentlyPublished(table);
  return current && { ...current.content, version: current.version };
}

/** As `currentPlaybook`, with what is known about its publishing. */
export function currentlyPublished(table: Table): Promise<Published | undefined> {
  return read(table, CURRENT);
}

/** A version by its number, whether or not it ever held. */
export function publishedVersion(table: Table, version: number): Promise<Published | undefined> {
  return read(table, numbered(version));
}

/** Stores a version under its number, on condition that the number is free. */
export function putPublishedVersion(table: Table, published: Published): Promise<Written> {
  return write(table, numbered(published.version), published, {
    ConditionExpression: 'attribute_not_exists(PK)',
  });
}

/** Makes a version the current one, on condition that version `before` still is; undefined: that none is. */
export function putCurrentPlaybook(
  table: Table,
  published: Published,
  before: number | undefined,
): Promise<Written> {
  if (before === undefined) {
    return write(table, CURRENT, published, { ConditionExpression: 'attribute_not_exists(PK)' });
  }
  return write(table, CURRENT, published, {
    ConditionExpression: 'version = :before',
    ExpressionAttributeValues: marshall({ ':before': before }),
  });
}

async function read(table: Table, sortKey: string): Promise<Published | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK: sortKey }),
    ConsistentRead: true,
  });
  if (Item === undefined) return undefined;
  const { version, hash, content, publishedAt } = unmarshall(Item);
  return { version, hash, content: JSON.parse(content), publishedAt };
}

/** The content is kept as JSON: it is read as a whole, and DynamoDB's own form of it is four times as large. */
function write(table: Table, sortKey: string, published: Published, condition: object): Promise<Written> {
  const content = JSON.stringify(published.content);
  const Item = marshall({ PK, SK: sortKey, ...published, content });
  return unlessConflict(table.call('PutItem', { TableName: table.name, Item, ...condition }));
}
