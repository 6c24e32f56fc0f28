import { marshall } from '@aws-sdk/util-dynamodb';
import type { Table } from '../table.ts';

const KEY = { PK: 'SALES', SK: 'TURN' };

/**
 * The next turn of a group of people, counted from 1; no two callers get the same. The names of the group are keys of
 * the team, and come in one order. A turn that is not used is over.
 */
export async function nextInRotation(table: Table, group: readonly string[]): Promise<number> {
  const { Attributes } = await table.call('UpdateItem', {
    TableName: table.name,
    Key: marshall(KEY),
    UpdateExpression: 'ADD #group :one',
    ExpressionAttributeNames: { '#group': group.join(',') },
    ExpressionAttributeValues: marshall({ ':one': 1 }),
    ReturnValues: 'UPDATED_NEW',
  });
  return Number(Object.values(Attributes ?? {})[0]?.N);
}
