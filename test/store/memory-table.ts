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
export const withoutBytes = (input: object): object =>
  withChanged(input, (value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : undefined,
  ) as object;

const withBytes = (output: unknown): unknown =>
  withChanged(output, (value, name) =>
    name === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : undefined,
  );

/** A copy of what JSON could hold, without members that have no value, in which some values are others. */
function withChanged(value: unknown, changed: (value: unknown, name: string) => unknown, name = ''): unknown {
  const other = changed(value, name);
  if (other !== undefined) return other;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => withChanged(member, changed));
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value))
    if (member !== undefined) copy[key] = withChanged(member, changed, key);
  return copy;
}
