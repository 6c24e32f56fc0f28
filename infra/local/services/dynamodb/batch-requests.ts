import { ServiceError } from '../service.ts';
import type { Json } from './engine.ts';
import { keyOf, type TableDefinition } from './table-definition.ts';
import type { WriteOperation } from './writes.ts';

/** The single writes of a BatchWriteItem. @throws ServiceError for invalid or duplicate keys. */
export function batchRequests(
  input: Json,
  tableOf: (name: string) => TableDefinition,
): [WriteOperation, Json][] {
  const seen = new Set<string>();
  return Object.entries<Json[]>(input.RequestItems ?? {}).flatMap(([TableName, requests]) => {
    const table = tableOf(TableName);
    return requests.map((request): [WriteOperation, Json] => {
      const item = request.PutRequest?.Item ?? request.DeleteRequest?.Key ?? {};
      if (table.keys.some((name) => item[name]?.[table.keyTypes[name] ?? ''] === undefined)) {
        throw new ServiceError('ValidationException', 'The provided key element does not match the schema');
      }
      const id = JSON.stringify([table.name, keyOf(table, item)]);
      if (seen.has(id)) {
        throw new ServiceError('ValidationException', 'Provided list of item keys contains duplicates');
      }
      seen.add(id);
      return request.PutRequest
        ? ['PutItem', { TableName, Item: item }]
        : ['DeleteItem', { TableName, Key: item }];
    });
  });
}
