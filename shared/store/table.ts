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

/** Strongly consistent, or eventually consistent for half the price. */
export interface ReadOptions {
  isConsistent?: boolean;
}

/** `conflict`: the condition of the write did not hold. */
export type Written = 'written' | 'conflict';

/** A condition that does not hold is an answer, not a fault. */
function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** Waits for a write. Throws all errors but a condition that does not hold. */
export async function unlessConflict(write: Promise<unknown>): Promise<Written> {
  try {
    await write;
    return 'written';
  } catch (error) {
    if (isConditionFailure(error)) return 'conflict';
    throw error;
  }
}
