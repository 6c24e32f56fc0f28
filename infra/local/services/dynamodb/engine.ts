import { createRequire } from 'node:module';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { ServiceError } from '../service.ts';
import { rememberExpressions } from './expressions.ts';
import { copyOf, type Json, memoryStore } from './memory-store.ts';

export type { Json };

const require = createRequire(import.meta.url);

/** The operations that dynalite runs for the twin. */
const operations = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
] as const;
export type Operation = (typeof operations)[number];

interface Failure extends Error {
  statusCode?: number;
  body?: { __type: string; message?: string; Message?: string };
}
type Action = (store: Store, input: Json, done: (failure: Failure | null, output?: Json) => void) => void;
interface Store {
  db: { close(done: (failure?: Error) => void): void };
}
interface Validation {
  types: Json;
  custom: Json;
}

const { create } = require('dynalite/db') as { create(options: object): Store };
const { checkTypes, checkValidations } = require('dynalite/validations') as {
  checkTypes(input: Json, types: Json): Json;
  checkValidations(input: Json, types: Json, custom: Json, store: Store): void;
};
const parts = new Map(
  operations.map((operation) => {
    const file = operation.charAt(0).toLowerCase() + operation.slice(1);
    return [
      operation,
      {
        action: require(`dynalite/actions/${file}`) as Action,
        validation: require(`dynalite/validations/${file}`) as Validation,
      },
    ];
  }),
);

rememberExpressions();

/** DynamoDB's operations on a dynalite database, called without HTTP. */
export interface Engine {
  /** Runs an operation. @throws ServiceError as DynamoDB would. */
  call(operation: Operation, input: Json): Promise<Json>;
  /** The input with its expressions parsed. @throws ServiceError when it is malformed. */
  validate(operation: Operation, input: Json): Json;
  /** Runs an operation on validated input. */
  run(operation: Operation, validated: Json): Promise<Json>;
  close(): Promise<void>;
}

/** Opens the database in a folder, or in memory. */
export function openEngine(folder: string | undefined): Engine {
  const store: Store = folder ? create({ path: folder, createTableMs: 0 }) : memoryStore();

  function partsOf(operation: Operation) {
    const found = parts.get(operation);
    if (!found) throw new Error(`No operation ${operation} in dynalite`);
    return found;
  }

  function validate(operation: Operation, input: Json): Json {
    const { types, custom } = partsOf(operation).validation;
    try {
      // As over HTTP: nothing is shared with who calls, and members without a value are left out.
      const data = checkTypes(copyOf(input), types);
      checkValidations(data, types, custom, store);
      return data;
    } catch (failure) {
      throw translate(failure as Failure);
    }
  }

  async function run(operation: Operation, validated: Json): Promise<Json> {
    await othersTurn();
    return new Promise((resolve, reject) => {
      partsOf(operation).action(store, validated, (failure, output) => {
        if (failure) reject(translate(failure));
        else resolve(output);
      });
    });
  }

  return {
    validate,
    run,
    call: async (operation, input) => run(operation, validate(operation, input)),
    close: () => new Promise((resolve) => store.db.close(() => resolve())),
  };
}

function translate(failure: Failure): Error {
  if (!failure.body) return failure;
  const code = failure.body.__type.split('#').pop() ?? failure.body.__type;
  return new ServiceError(code, failure.body.message ?? failure.body.Message ?? code, failure.statusCode);
}
