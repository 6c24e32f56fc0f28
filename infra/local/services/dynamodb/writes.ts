import { ServiceError } from '../service.ts';
import { failedWriteUnits, type Units, writeUnits } from './capacity.ts';
import type { Engine, Json } from './engine.ts';
import { itemProblem } from './item-problem.ts';
import type { Item } from './item-size.ts';
import { keyLock } from './key-lock.ts';
import type { Intent, Stream } from './stream.ts';
import type { UserIdentity } from './stream-record.ts';
import { keyOf, type TableDefinition } from './table-definition.ts';

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

export interface Written {
  output: Json;
  units: Units;
}

/** Writes that create stream records. */
export interface Writes {
  write(table: TableDefinition, operation: WriteOperation, input: Json): Promise<Written>;
  /** Deletes an expired item, unless `isStillDue` says that it has changed meanwhile. */
  expire(table: TableDefinition, key: Item, isStillDue: (item: Item) => boolean): Promise<void>;
  /** Creates the records of writes during which the twin died. */
  recover(tables: ReadonlyMap<string, TableDefinition>): Promise<void>;
}

/** A failed condition, with the units that it still costs. */
export class FailedCondition extends ServiceError {
  readonly units: Units;

  constructor(message: string, item: Item | undefined, units: Units) {
    super('ConditionalCheckFailedException', message, 400, item ? { Item: item } : {});
    this.units = units;
  }
}

export function openWrites(engine: Engine, stream: Stream): Writes {
  const lock = keyLock();
  const lockKey = (table: TableDefinition, key: Item) => `${table.name} ${JSON.stringify(key)}`;

  async function read(table: TableDefinition, key: Item): Promise<Item | undefined> {
    const { Item: item } = await engine.call('GetItem', {
      TableName: table.name,
      Key: key,
      ConsistentRead: true,
    });
    return item;
  }

  /** Runs a write under the lock of its key, between intent and record. */
  async function change<T>(intended: Omit<Intent, 'id'>, carryOut: () => Promise<T>) {
    const intent = stream.begin(intended);
    try {
      const output = await carryOut();
      const after = await read(intended.table, intended.key);
      await rejectInvalid(intended, after);
      stream.commit(intent, after);
      return { output, after };
    } catch (failure) {
      stream.abandon(intent);
      throw failure;
    }
  }

  async function rejectInvalid({ table, key, before }: Omit<Intent, 'id'>, after: Item | undefined) {
    const problem = itemProblem(table, after);
    if (!problem) return;
    if (before) await engine.call('PutItem', { TableName: table.name, Item: before });
    else await engine.call('DeleteItem', { TableName: table.name, Key: key });
    throw new ServiceError('ValidationException', problem);
  }

  return {
    async write(table, operation, input) {
      const { ReturnConsumedCapacity: _, ReturnValuesOnConditionCheckFailure: onFailure, ...passed } = input;
      const validated = engine.validate(operation, passed);
      const attempted: Item | undefined = validated.Item;
      const key = keyOf(table, attempted ?? validated.Key);
      const given = attempted ? key : validated.Key;
      return lock(lockKey(table, key), async () => {
        const before = await readIfKey(table, given);
        try {
          const { output, after } = await change({ table, key, before, userIdentity: undefined }, () =>
            engine.run(operation, validated),
          );
          if (isEmpty(output.Attributes)) delete output.Attributes;
          return { output, units: writeUnits(table, before, after) };
        } catch (failure) {
          if (!isFailedCondition(failure)) throw failure;
          const shown = onFailure === 'ALL_OLD' ? before : undefined;
          throw new FailedCondition(failure.message, shown, failedWriteUnits(table, before, attempted));
        }
      });
    },

    expire: (table, key, isStillDue) =>
      lock(lockKey(table, key), async () => {
        const before = await read(table, key);
        if (!before || !isStillDue(before)) return;
        const userIdentity: UserIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };
        await change({ table, key, before, userIdentity }, () =>
          engine.call('DeleteItem', { TableName: table.name, Key: key }),
        );
      }),

    async recover(tables) {
      for (const intent of stream.unfinished(tables)) {
        stream.commit(intent, await read(intent.table, intent.key));
      }
    },
  };

  /** The item; undefined for an invalid key, which the write itself will reject. */
  async function readIfKey(table: TableDefinition, key: Item): Promise<Item | undefined> {
    try {
      return await read(table, key);
    } catch (failure) {
      if (failure instanceof ServiceError) return undefined;
      throw failure;
    }
  }
}

function isFailedCondition(failure: unknown): failure is ServiceError {
  return failure instanceof ServiceError && failure.code === 'ConditionalCheckFailedException';
}

function isEmpty(attributes: Item | undefined): boolean {
  return attributes !== undefined && Object.keys(attributes).length === 0;
}
