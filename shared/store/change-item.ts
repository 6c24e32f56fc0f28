import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ItemKey } from './key-pattern.ts';
import type { Attributes, FoundItem } from './query.ts';
import { type Item, type Table, unlessConflict } from './table.ts';

/** The condition of a write, in DynamoDB's expression language. */
export interface Condition {
  onlyIf?: string;
  names?: Record<string, string>;
  values?: Attributes;
}

export interface Change extends Condition {
  set?: string;
  add?: string;
  /** Takes members out of a set. */
  take?: string;
  remove?: string;
  /** Whether making it twice is the same as making it once. Then a conditional change knows itself, as `put` does. */
  isRepeatable?: true;
}

/**
 * Changes attributes of an item of any kind.
 * @returns its keys, or with `ALL_NEW` the item after the change; undefined when the condition does not hold
 */
export async function changeItem(
  table: Table,
  { PK, SK }: ItemKey,
  { set, add, take, remove, isRepeatable, ...given }: Change,
  returned: 'NONE' | 'ALL_NEW' = 'NONE',
): Promise<FoundItem | undefined> {
  const { mark, ...condition } = isRepeatable ? marked(given) : { ...given, mark: undefined };
  const sets = [set, mark && 'mark = :mark'].filter(Boolean).join(', ');
  const clauses = [
    sets && `SET ${sets}`,
    add && `ADD ${add}`,
    take && `DELETE ${take}`,
    remove && `REMOVE ${remove}`,
  ];
  const input = {
    TableName: table.name,
    Key: marshall({ PK, SK }),
    UpdateExpression: clauses.filter(Boolean).join(' '),
    ReturnValues: returned,
    ...expressionsOf(condition),
  };
  let item: Item | undefined;
  const written = await unlessConflict(
    table.call('UpdateItem', input).then(({ Attributes = {} }) => (item = Attributes)),
  );
  return written === 'written' ? { PK, SK, ...unmarshall(item ?? {}) } : undefined;
}

/** The condition as DynamoDB takes it. */
export function expressionsOf({ onlyIf, names, values = {} }: Condition) {
  return {
    ...(onlyIf !== undefined && { ConditionExpression: onlyIf }),
    ...(names && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && {
      ExpressionAttributeValues: marshall(values, { removeUndefinedValues: true }),
    }),
  };
}

/** The condition, which also holds for an item that has this attempt's own mark: `OR` binds weakest. */
export function marked({ onlyIf, names, values }: Condition): Condition & { mark?: string } {
  if (onlyIf === undefined) return {};
  const mark = Math.random().toString(36).slice(2, 9);
  return {
    mark,
    onlyIf: `${onlyIf} OR mark = :mark`,
    ...(names && { names }),
    values: { ...values, ':mark': mark },
  };
}
