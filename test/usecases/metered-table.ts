import type { BatchGetItemInput, QueryInput } from '@aws-sdk/client-dynamodb';
import { queryUnits, readUnits } from '../../infra/local/services/dynamodb/capacity.ts';
import type { Item, Table } from '../../shared/store/table.ts';

/** A table that counts the units its reads cost, and its writes. */
export function metered(table: Table): Table & { read: number; writes: number } {
  return {
    name: table.name,
    read: 0,
    writes: 0,
    async call(operation, input) {
      const output = await table.call(operation, input);
      const { ConsistentRead = false } = input as { ConsistentRead?: boolean };
      const { Item, Items, Responses } = output as {
        Item?: Item;
        Items?: Item[];
        Responses?: Record<string, Item[]>;
      };
      const { RequestItems = {} } = input as Partial<BatchGetItemInput>;
      if (operation === 'GetItem') this.read += readUnits(Item, ConsistentRead);
      else if (operation === 'Query')
        this.read += queryUnits(await readItems(table, input as QueryInput, Items), ConsistentRead);
      else if (operation === 'BatchGetItem')
        for (const [name, { Keys = [], ConsistentRead: isStrict = false }] of Object.entries(RequestItems)) {
          const found = Responses?.[name] ?? [];
          // What is not there costs too.
          for (let n = 0; n < Keys.length; n++) this.read += readUnits(found[n], isStrict);
        }
      else this.writes += 1;
      return output;
    },
  };
}

/** What a query read: whole items, also those that its filter left out. */
async function readItems(table: Table, input: QueryInput, found: Item[] = []): Promise<Item[]> {
  const { FilterExpression, ProjectionExpression, ...whole } = input;
  if (FilterExpression === undefined && ProjectionExpression === undefined) return found;
  const { Items = [] } = await table.call('Query', {
    ...whole,
    ExpressionAttributeNames: usedBy(whole, whole.ExpressionAttributeNames),
    ExpressionAttributeValues: usedBy(whole, whole.ExpressionAttributeValues),
  });
  return Items;
}

function usedBy<T>(
  { KeyConditionExpression = '' }: QueryInput,
  all: Record<string, T> = {},
): Record<string, T> {
  const used = new Set(KeyConditionExpression.match(/[#:]\w+/g));
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
}
