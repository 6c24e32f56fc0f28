import { queryUnits, readUnits, type Units } from './capacity.ts';
import type { Engine, Json } from './engine.ts';
import type { Item } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';

interface Read {
  output: Json;
  units: Units;
}

/** GetItem, with the units of the whole item, whatever the projection. */
export async function getItem(engine: Engine, table: TableDefinition, input: Json): Promise<Read> {
  const output = await engine.call('GetItem', withoutCapacity(input));
  const whole = input.ProjectionExpression ? await runWhole(engine, 'GetItem', input) : output;
  return { output, units: new Map([[table.name, readUnits(whole.Item, input.ConsistentRead === true)]]) };
}

/** Query or Scan, with the units of everything read before the filter and the projection. */
export async function readPage(
  engine: Engine,
  table: TableDefinition,
  operation: 'Query' | 'Scan',
  input: Json,
): Promise<Read> {
  const output = await engine.call(operation, withoutCapacity(input));
  const isPartial = input.FilterExpression ?? input.ProjectionExpression ?? input.Select;
  const whole = isPartial ? await runWhole(engine, operation, input) : output;
  const name = input.IndexName ? `${table.name}/${input.IndexName}` : table.name;
  return { output, units: new Map([[name, queryUnits(whole.Items, input.ConsistentRead === true)]]) };
}

/** BatchGetItem: each item is rounded up separately, and missing items cost too. */
export async function batchGetItem(
  engine: Engine,
  tables: ReadonlyMap<string, TableDefinition>,
  input: Json,
): Promise<Read> {
  const output = await engine.call('BatchGetItem', withoutCapacity(input));
  const units: Units = new Map();
  for (const [tableName, request] of Object.entries<Json>(input.RequestItems)) {
    const table = tables.get(tableName);
    if (!table) continue;
    const found: Item[] = request.ProjectionExpression
      ? await wholeItems(engine, tableName, request.Keys)
      : (output.Responses[tableName] ?? []);
    const missing: undefined[] = Array(request.Keys.length - found.length).fill(undefined);
    const consistent = request.ConsistentRead === true;
    units.set(
      table.name,
      [...found, ...missing].reduce((total, item) => total + readUnits(item, consistent), 0),
    );
  }
  return { output, units };
}

async function wholeItems(engine: Engine, tableName: string, keys: Item[]): Promise<Item[]> {
  const { Responses } = await engine.call('BatchGetItem', { RequestItems: { [tableName]: { Keys: keys } } });
  return Responses[tableName];
}

/** The same read without filter and projection. */
function runWhole(engine: Engine, operation: 'GetItem' | 'Query' | 'Scan', input: Json): Promise<Json> {
  const { _filter, _projection, Select, ...whole } = engine.validate(operation, withoutCapacity(input));
  return engine.run(operation, whole);
}

function withoutCapacity(input: Json): Json {
  const { ReturnConsumedCapacity: _, ...rest } = input;
  return rest;
}
