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

/** The DynamoDB operations that the store uses: no scans and no transactions. */
export interface Operations {
  PutItem: [PutItemInput, PutItemOutput];
  GetItem: [GetItemInput, GetItemOutput];
  UpdateItem: [UpdateItemInput, UpdateItemOutput];
  DeleteItem: [DeleteItemInput, DeleteItemOutput];
  Query: [QueryInput, QueryOutput];
  BatchGetItem: [BatchGetItemInput, BatchGetItemOutput];
  BatchWriteItem: [BatchWriteItemInput, BatchWriteItemOutput];
}

/** The table as the store uses it. `aws-table.ts` implements it for AWS. */
export interface Table {
  readonly name: string;
  call<O extends keyof Operations>(operation: O, input: Operations[O][0]): Promise<Operations[O][1]>;
}

export type Item = Record<string, AttributeValue>;

/** Strongly consistent, or eventually consistent for half the price. */
export interface ReadOptions {
  isConsistent?: boolean;
}

/** `conflict`: the condition of the write did not hold. */
export type Written = 'written' | 'conflict';

/** A failed condition is a result, not an error. */
function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** Waits for a write. A failed condition is a `conflict`; all other errors are thrown. */
export async function unlessConflict(write: Promise<unknown>): Promise<Written> {
  try {
    await write;
    return 'written';
  } catch (error) {
    if (isConditionFailure(error)) return 'conflict';
    throw error;
  }
}
