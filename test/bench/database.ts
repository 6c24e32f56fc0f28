import { type Json, openEngine } from '../../infra/local/services/dynamodb/engine.ts';
import { readPage } from '../../infra/local/services/dynamodb/reads.ts';
import { tableDefinition } from '../../infra/local/services/dynamodb/table-definition.ts';
import { createTables } from '../../infra/local/services/dynamodb/tables.ts';
import type { Item, Operations, Table } from '../../shared/store/table.ts';
import { aTable } from '../infra/local/services/builders.ts';
import { withoutBytes } from '../store/memory-table.ts';

const BATCH = 25;

/** The contract's table in memory, without streams, for measurements with very many items. */
export interface Database {
  table: Table;
  /** The read units of all queries so far. */
  readUnits(): number;
  /** Puts what the store would put, many items at once. */
  fill(put: (table: Table) => Promise<void>): Promise<void>;
}

export async function openDatabase(): Promise<Database> {
  const engine = openEngine(undefined);
  const definition = tableDefinition(aTable());
  await createTables(engine, [definition]);
  const { name } = definition;
  let read = 0;

  async function call(operation: keyof Operations, input: Json): Promise<Json> {
    if (operation !== 'Query') return engine.call(operation, withoutBytes(input));
    const { output, units } = await readPage(engine, definition, operation, input);
    for (const spent of units.values()) read += spent;
    return output;
  }

  return {
    table: { name, call },
    readUnits: () => read,
    async fill(put) {
      let items: Item[] = [];
      const flush = async () => {
        const Requests = items.map((one) => ({ PutRequest: { Item: withoutBytes(one) } }));
        items = [];
        if (Requests.length > 0) await engine.call('BatchWriteItem', { RequestItems: { [name]: Requests } });
      };
      const gathering = async (operation: keyof Operations, { Item }: Json): Promise<Json> => {
        if (operation !== 'PutItem') throw new Error('Filling a table is putting items');
        items.push(Item);
        if (items.length === BATCH) await flush();
        return {};
      };
      await put({ name, call: gathering });
      await flush();
    },
  };
}
