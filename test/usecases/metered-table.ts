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
      if (operation === 'GetItem') this.read += readUnits(Item, ConsistentRead);
      else if (operation === 'Query') this.read += queryUnits(Items ?? [], ConsistentRead);
      else if (operation === 'BatchGetItem')
        for (const item of Object.values(Responses ?? {}).flat()) this.read += readUnits(item, false);
      else this.writes += 1;
      return output;
    },
  };
}
