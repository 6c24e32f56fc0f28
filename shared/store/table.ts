import type {
  AttributeValue,
  BatchGetItemInput,
  BatchGetItemOutput,
  BatchWriteItemInput,
  BatchWriteItemOutput,
  DeleteItemInput,
  DeleteItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** The operations of DynamoDB that the store uses. No scans and no transactions among them. */
export interface Operations {
  PutItem: [PutItemInput, PutItemOutput];
  GetItem: [GetItemInput, GetItemOutput];
  UpdateItem: [UpdateItemInput, UpdateItemOutput];
  DeleteItem: [DeleteItemInput, DeleteItemOutput];
  Query: [QueryInput, QueryOutput];
  BatchGetItem: [BatchGetItemInput, BatchGetItemOutput];
  BatchWriteItem: [BatchWriteItemInput, BatchWriteItemOutput];
}

/** The table, as far as the store is concerned. `aws-table.ts` reaches the one in AWS. */
export interface Table {
  readonly name: string;
  call<O extends keyof Operations>(operation: O, input: Operations[O][0]): Promise<Operations[O][1]>;
}

export type Item = Record<string, AttributeValue>;

/** Which copy of an item a read takes: the newest, or for half the price one that may be a moment old. */
export interface Copy {
  isConsistent?: boolean;
}

/** What became of a write that had to be the first, or had to follow a version that was read. */
export type Written = 'written' | 'conflict';

/** Tells whether a call failed because its condition did not hold: an answer, not a fault. */
export function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** Writes, or says that the condition did not hold. Other errors are thrown. */
export async function unlessConflict(write: Promise<unknown>): Promise<Written> {
  try {
    await write;
    return 'written';
  } catch (error) {
    if (isConditionFailure(error)) return 'conflict';
    throw error;
  }
}

/** Writes a record over the version it was made from, `version - 1`; version 1 must be the first. */
export function putVersion(
  table: Table,
  record: { version: number; PK: string; SK: string },
): Promise<Written> {
  const before = record.version - 1;
  const condition =
    before === 0
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: marshall({ ':before': before }),
        };
  const Item = marshall({ ...record }, { removeUndefinedValues: true });
  return unlessConflict(table.call('PutItem', { TableName: table.name, Item, ...condition }));
}

/** All items that a query finds, page by page. */
export async function queryAll(table: Table, input: Omit<QueryInput, 'TableName'>): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await table.call('Query', { ...input, TableName: table.name, ExclusiveStartKey: start });
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
