import type { Operations, Table } from './table.ts';

/** The table through small signed calls, for the functions whose start must be fast. */
export function signedTable(
  name: string,
  call: (service: 'dynamodb', operation: keyof Operations, input: unknown) => Promise<unknown>,
): Table {
  return {
    name,
    call: (operation, input) => call('dynamodb', operation, input) as Promise<never>,
  };
}
