import { describe, expect, it } from 'vitest';
import { countReads } from '../../shared/store/counted-reads.ts';
import type { Table } from '../../shared/store/table.ts';

const asked: object[] = [];
/** A table that charges two read units for an item, and three for each of two tables of a batch. */
const table: Table = {
  name: 'T',
  call: async (operation, input) => {
    asked.push(input);
    const each = { CapacityUnits: operation === 'BatchGetItem' ? 3 : 2 };
    return { ConsumedCapacity: operation === 'BatchGetItem' ? [each, each] : each } as never;
  },
};

describe('a table that counts what it reads', () => {
  it('adds up the read units that DynamoDB tells', async () => {
    const reads = countReads(table);
    await reads.call('GetItem', { TableName: 'T', Key: {} });
    await reads.call('BatchGetItem', { RequestItems: {} });
    expect(reads.units).toBe(8);
    expect(asked).toEqual([
      { TableName: 'T', Key: {}, ReturnConsumedCapacity: 'TOTAL' },
      { RequestItems: {}, ReturnConsumedCapacity: 'TOTAL' },
    ]);
  });

  it('writes nothing', async () => {
    for (const operation of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const) {
      await expect(countReads(table).call(operation, {} as never)).rejects.toThrow('Nothing is written');
    }
  });
});
