import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { Table } from './table.ts';

/** A table that only reads, and adds up the read units that DynamoDB says it takes. */
export interface CountedReads extends Table {
  readonly units: number;
}

/** @throws when something is written through it */
export function countReads(table: Table): CountedReads {
  let units = 0;
  return {
    name: table.name,
    get units() {
      return units;
    },
    async call(operation, input) {
      if (operation !== 'GetItem' && operation !== 'BatchGetItem' && operation !== 'Query')
        throw new Error(`Nothing is written here: ${operation}`);
      const output = await table.call(operation, { ...input, ReturnConsumedCapacity: 'TOTAL' });
      const { ConsumedCapacity } = output as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] };
      for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) units += CapacityUnits;
      return output;
    },
  };
}
