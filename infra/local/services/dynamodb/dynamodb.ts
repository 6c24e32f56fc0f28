import type { Clock, Part } from '../../part.ts';
import { damagedData } from '../../storage/data-folder.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Caller, type Service, ServiceError } from '../service.ts';
import { batchRequests } from './batch-requests.ts';
import type { Units } from './capacity.ts';
import { addUnits, consumedCapacity, unitsByTable } from './consumed-capacity.ts';
import { type Json, openEngine } from './engine.ts';
import { lastExpiring, openExpiry } from './expiry.ts';
import { indexPartition } from './indexed-times.ts';
import { batchGetItem, getItem, readPage } from './reads.ts';
import { openStream, type RecordSink } from './stream.ts';
import { isTable, type TableDefinition, tableDefinition } from './table-definition.ts';
import { createTables } from './tables.ts';
import { FailedCondition, openWrites, type WriteOperation, type Written } from './writes.ts';

interface DynamoDbContext {
  resources: readonly Resource[];
  journal: Journal;
  clock: Clock;
  region: string;
  dataFolder: string | undefined;
  units(name: string, units: { read: number; write: number }): void;
  /** Receives each stream record. */
  sink: RecordSink;
  /** Told which partition of an index a worker queried. */
  queried?(caller: Caller, partition: string): void;
}

export interface DynamoDb extends Service, Part {
  tables: ReadonlyMap<string, TableDefinition>;
  /** Partition keys that begin so, of items that live for a time only; the ones written last come first. */
  lastWritten(beginning: string, limit: number): string[];
}

/** DynamoDB: dynalite stores the data; streams, time to live and units are emulated here. */
export async function startDynamoDb(context: DynamoDbContext): Promise<DynamoDb> {
  const { journal, clock } = context;
  const engine = openEngine(context.dataFolder);
  const definitions = context.resources.filter(isTable).map(tableDefinition);
  const tables = new Map(definitions.map((table) => [table.name, table]));
  await createTables(engine, definitions).catch((error: Error) => {
    const isUnreadable = context.dataFolder !== undefined && error.message.startsWith('Database is');
    throw isUnreadable ? damagedData(context.dataFolder ?? '', error) : error;
  });
  const writes = openWrites(engine, openStream(context));
  await writes.recover(tables);

  function tableOf(name: string): TableDefinition {
    const table = tables.get(name);
    if (!table) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  function countUnits(kind: 'read' | 'write', units: Units): void {
    for (const [name, spent] of units) context.units(name, { read: 0, write: 0, [kind]: spent });
  }

  async function write(operation: WriteOperation, input: Json): Promise<Written> {
    const table = tableOf(input.TableName);
    try {
      const written = await writes.write(table, operation, input);
      countUnits('write', written.units);
      return written;
    } catch (failure) {
      if (failure instanceof FailedCondition) countUnits('write', failure.units);
      throw failure;
    }
  }

  async function withCapacity(kind: 'read' | 'write', input: Json, work: Promise<Written>): Promise<Json> {
    const { output, units } = await work;
    if (kind === 'read') countUnits('read', units);
    const capacity = consumedCapacity(input.ReturnConsumedCapacity, tableOf(input.TableName).name, units);
    return { ...output, ...(capacity && { ConsumedCapacity: capacity }) };
  }

  function withCapacities(input: Json, output: Json, units: Units): Json {
    const capacities = [...unitsByTable(units)].map(([name, spent]) =>
      consumedCapacity(input.ReturnConsumedCapacity, name, spent),
    );
    return { ...output, ...(capacities.some(Boolean) && { ConsumedCapacity: capacities }) };
  }

  async function batchWrite(input: Json): Promise<Json> {
    const requests = batchRequests(input, tableOf);
    engine.validate('BatchWriteItem', input);
    const written = await Promise.all(requests.map(([operation, one]) => write(operation, one)));
    return withCapacities(input, { UnprocessedItems: {} }, addUnits(written.map((one) => one.units)));
  }

  async function batchGet(input: Json): Promise<Json> {
    const { output, units } = await batchGetItem(engine, tables, input);
    countUnits('read', units);
    return withCapacities(input, output, units);
  }

  async function query(input: Json, caller: Caller | undefined): Promise<Json> {
    const table = tableOf(input.TableName);
    const index = table.indexes.find(({ name }) => name === input.IndexName);
    const output = await withCapacity('read', input, readPage(engine, table, 'Query', input));
    if (!context.queried || !caller || !index) return output;
    const { KeyConditions: conditions } = engine.validate('Query', input);
    const [value] = conditions[index.keys[0] ?? ''].AttributeValueList;
    context.queried(caller, indexPartition(table, index.name, value));
    return output;
  }

  const operations: Record<string, (input: Json, caller: Caller | undefined) => Promise<Json>> = {
    PutItem: (input) => withCapacity('write', input, write('PutItem', input)),
    UpdateItem: (input) => withCapacity('write', input, write('UpdateItem', input)),
    DeleteItem: (input) => withCapacity('write', input, write('DeleteItem', input)),
    GetItem: (input) => withCapacity('read', input, getItem(engine, tableOf(input.TableName), input)),
    Query: query,
    Scan: (input) => withCapacity('read', input, readPage(engine, tableOf(input.TableName), 'Scan', input)),
    BatchGetItem: batchGet,
    BatchWriteItem: batchWrite,
    DescribeTable: (input) => engine.call('DescribeTable', input),
  };

  return {
    name: 'dynamodb',
    tables,
    async call(operation, input, caller) {
      const carryOut = operations[operation];
      if (!carryOut) {
        throw new ServiceError('UnknownOperationException', `The twin does not run ${operation} of DynamoDB`);
      }
      return carryOut(input, caller);
    },
    lastWritten: (beginning, limit) => lastExpiring(journal, beginning, limit),
    ...openExpiry(journal, clock, tables, writes),
    stop: () => engine.close(),
  };
}
