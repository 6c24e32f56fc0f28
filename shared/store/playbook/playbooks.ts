import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../domain/time.ts';
import type { Playbook, PlaybookContent } from '../../playbook/playbook.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import { type Table, unlessConflict, type Written } from '../table.ts';

const PK = 'PLAYBOOK';
const CURRENT = 'CURRENT';
const numbered = (version: number) => `v#${String(version).padStart(6, '0')}`;

/** A playbook that was given a number, with the hash by which the same content is known again. */
export interface PublishedPlaybook {
  version: number;
  hash: string;
  content: PlaybookContent;
  publishedAt: Instant;
}

/**
 * The playbook that holds now, of at least a version that is known to exist; undefined when none was ever published.
 * One read unit for what marketers write in a year: a copy that is a moment old does, as who asks keeps it longer
 * than that, and only one that is too old or not there yet is asked for again.
 */
export async function currentPlaybook(table: Table, atLeast = 1): Promise<Playbook | undefined> {
  let current = await read(table, CURRENT, false);
  if (current === undefined || current.version < atLeast) current = await read(table, CURRENT);
  return current && { ...current.content, version: current.version };
}

/** As it is kept, with what is known about its publishing. Strongly consistent. */
export function getPublishedPlaybook(table: Table): Promise<PublishedPlaybook | undefined> {
  return read(table, CURRENT);
}

/** A version by its number, whether or not it ever held. */
export function publishedVersion(table: Table, version: number): Promise<PublishedPlaybook | undefined> {
  return read(table, numbered(version));
}

/** Stores a version under its number, on condition that the number is free. */
export function putPublishedVersion(table: Table, published: PublishedPlaybook): Promise<Written> {
  return write(table, numbered(published.version), published, {
    ConditionExpression: 'attribute_not_exists(PK)',
  });
}

/** Makes a version the current one, on condition that version `before` still is; undefined: that none is. */
export function putCurrentPlaybook(
  table: Table,
  published: PublishedPlaybook,
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

async function read(
  table: Table,
  sortKey: string,
  isConsistent = true,
): Promise<PublishedPlaybook | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK: sortKey }),
    ConsistentRead: isConsistent,
  });
  if (Item === undefined) return undefined;
  const { version, hash, packed, publishedAt } = unmarshall(Item);
  return { version, hash, content: unpackJson(packed), publishedAt };
}

function write(
  table: Table,
  sortKey: string,
  { content, ...known }: PublishedPlaybook,
  condition: object,
): Promise<Written> {
  const Item = marshall({ PK, SK: sortKey, ...known, packed: packJson(content) });
  return unlessConflict(table.call('PutItem', { TableName: table.name, Item, ...condition }));
}
