import { type Item, itemSize } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';

const MAX_ITEM_BYTES = 400 * 1024;

/** Why DynamoDB would reject this item, though dynalite accepts it; undefined when it would not. */
export function itemProblem(table: TableDefinition, item: Item | undefined): string | undefined {
  if (!item) return undefined;
  if (itemSize(item) > MAX_ITEM_BYTES) return 'Item size has exceeded the maximum allowed size';
  for (const { name, keys } of table.indexes) {
    const empty = keys.find((key) => item[key]?.S === '');
    if (empty) {
      return (
        'One or more parameter values are not valid. A value specified for a secondary index key is not ' +
        'supported. The AttributeValue for a key attribute cannot contain an empty string value. ' +
        `IndexName: ${name}, IndexKey: ${empty}`
      );
    }
  }
  return undefined;
}
