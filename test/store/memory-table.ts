import { openEngine } from '../../infra/local/services/dynamodb/engine.ts';
import { tableDefinition } from '../../infra/local/services/dynamodb/table-definition.ts';
import { createTables } from '../../infra/local/services/dynamodb/tables.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import type { Table } from '../../shared/store/table.ts';
import { aTable } from '../infra/local/services/builders.ts';
import { newSignedTable } from './new-table.ts';

/**
 * An empty table for use cases, which make very many calls: dynalite's without HTTP and signatures. The conformance run
 * gets one of the DynamoDB that it names.
 */
export async function memoryTable(): Promise<Table> {
  if (process.env.KANSRIJK_TEST_DYNAMODB) return newSignedTable();
  const engine = openEngine(undefined);
  const definition = tableDefinition(aTable());
  await createTables(engine, [definition]);
  return awsTable(definition.name, async (operation, input) =>
    withBytes(await engine.call(operation as Parameters<typeof engine.call>[0], withoutBytes(input))),
  );
}

/** An input as over HTTP, where the SDK writes bytes in base64. */
export function withoutBytes(input: object): object {
  return JSON.parse(
    JSON.stringify(input, function (this: Record<string, unknown>, name, value) {
      const bytes = this[name];
      return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64') : value;
    }),
  );
}

function withBytes<T>(output: T): T {
  const read = (name: string, value: unknown) =>
    name === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value;
  return JSON.parse(JSON.stringify(output), read);
}
