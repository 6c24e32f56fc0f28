import { isDeepStrictEqual } from 'node:util';
import { ServiceError } from '../service.ts';
import type { Engine, Json } from './engine.ts';
import type { TableDefinition } from './table-definition.ts';

/**
 * Creates the tables that do not exist yet.
 * @throws Error when the stored data has other keys or indexes, so that it is no longer readable.
 */
export async function createTables(engine: Engine, definitions: TableDefinition[]): Promise<void> {
  for (const { name, creation } of definitions) {
    const existing = await describe(engine, name);
    if (!existing) {
      await engine.call('CreateTable', creation);
      await untilActive(engine, name);
    } else if (!isDeepStrictEqual(shape(existing), shape(creation))) {
      throw new Error(`The data was stored by another version of table ${name}: delete the data folder`);
    }
  }
}

async function describe(engine: Engine, name: string): Promise<Json> {
  try {
    return (await engine.call('DescribeTable', { TableName: name })).Table;
  } catch (failure) {
    if (failure instanceof ServiceError && failure.code === 'ResourceNotFoundException') return undefined;
    throw failure;
  }
}

async function untilActive(engine: Engine, name: string): Promise<void> {
  while ((await describe(engine, name))?.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function shape(table: Json): Json {
  const indexes = (table.GlobalSecondaryIndexes ?? []) as Json[];
  return {
    keys: table.KeySchema,
    indexes: indexes
      .map((index) => [index.IndexName, index.KeySchema, index.Projection])
      .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
  };
}
