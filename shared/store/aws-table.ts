import type { Table } from './table.ts';

/** The table, reached by calls of DynamoDB. */
export function awsTable(name: string, call: (operation: string, input: object) => Promise<unknown>): Table {
  return { name, call: (operation, input) => call(operation, input) as Promise<never> };
}
