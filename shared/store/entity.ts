import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { table as contract } from '../contract/table.ts';
import { type Change, type Condition, changeItem, expressionsOf, marked } from './change-item.ts';
import type { Declaration } from './declaration.ts';
import { momentOf } from './due.ts';
import { type ItemKey, type KeyOf, type KeyPattern, keyPattern, type PrefixOf } from './key-pattern.ts';
import { type Attributes, type KeyRange, type QueryOptions, queryUpTo } from './query.ts';
import { type Item, type ReadOptions, type Table, unlessConflict, type Written } from './table.ts';

/** A range of a partition, between two prefixes of sort keys. */
interface Bounds<Pattern extends string> {
  from?: Partial<KeyOf<Pattern>>;
  to?: Partial<KeyOf<Pattern>>;
}

const { byStage, byLead, byDue } = contract.indexes;
const dueSK = byDue.sortKey;
/** What an item has besides its value. */
const BESIDES = new Set<string>([
  ...['PK', 'SK', 'mark', byStage.partitionKey, byStage.sortKey, byLead.partitionKey],
  ...[byDue.partitionKey, dueSK, ...byDue.include],
]);

/** The operations on a kind of item. */
export class Entity<Pattern extends string, Value> {
  readonly declaration: Declaration<Pattern, Value>;
  readonly #keys: KeyPattern<Pattern>;
  #schema: z.ZodMiniType<Value> | undefined;

  constructor(declaration: Declaration<Pattern, Value>) {
    this.declaration = declaration;
    this.#keys = keyPattern(declaration.key);
  }

  /** Strongly consistent by default. */
  async get(
    table: Table,
    key: KeyOf<Pattern>,
    { isConsistent = true }: ReadOptions = {},
  ): Promise<Value | undefined> {
    const keys = this.keyOf(key);
    if (isTooLong(keys)) return undefined;
    const input = { TableName: table.name, Key: marshall(keys), ConsistentRead: isConsistent };
    const { Item } = await table.call('GetItem', input);
    return Item && this.valueOf(Item);
  }

  /**
   * Writes a whole item. A conditional write carries a mark of its attempt: a network that lost the answer and repeats
   * the call meets its own write, and knows it.
   * @param options a condition instead of the declared one, and attributes that are not part of the value
   */
  put(
    table: Table,
    key: KeyOf<Pattern>,
    value: Value,
    options: Condition & { also?: Attributes } = {},
  ): Promise<Written> {
    const { mark, ...condition } = marked(options.onlyIf === undefined ? this.#condition(value) : options);
    const Item = this.itemOf(key, value, { ...options.also, mark });
    return unlessConflict(
      table.call('PutItem', { TableName: table.name, Item, ...expressionsOf(condition) }),
    );
  }

  /** Changes attributes without a read. Creates the item if it is missing, unless the condition forbids it. */
  async update(table: Table, key: KeyOf<Pattern>, change: Change): Promise<Written> {
    return (await changeItem(table, this.keyOf(key), this.#withExpiry(key, change))) ? 'written' : 'conflict';
  }

  /** As `update`. @returns the value after the update; undefined when the condition does not hold */
  async updateAndGet(table: Table, key: KeyOf<Pattern>, change: Change): Promise<Value | undefined> {
    const item = await changeItem(table, this.keyOf(key), this.#withExpiry(key, change), 'ALL_NEW');
    return item && this.read(item);
  }

  async remove(table: Table, key: KeyOf<Pattern>): Promise<void> {
    await table.call('DeleteItem', { TableName: table.name, Key: marshall(this.keyOf(key)) });
  }

  /** Removes an item under a condition; an answer that got lost makes it a `conflict`. */
  removeIf(table: Table, key: KeyOf<Pattern>, condition: Condition): Promise<Written> {
    const input = { TableName: table.name, Key: marshall(this.keyOf(key)), ...expressionsOf(condition) };
    return unlessConflict(table.call('DeleteItem', input));
  }

  /** The first items whose keys start with these parts, by sort key. Eventually consistent by default. */
  async query(
    table: Table,
    parts: PrefixOf<Pattern>,
    options: Bounds<Pattern> & QueryOptions & { limit: number },
  ): Promise<Value[]> {
    const items = await queryUpTo(table, this.range(parts, options), options);
    return items.map((item) => this.read(item));
  }

  /** The range of a partition with the items of this kind: all, or those between two key prefixes. */
  range(parts: PrefixOf<Pattern>, { from, to }: Bounds<Pattern> = {}): KeyRange {
    const { PK, SK } = this.#keys.fill(parts);
    if (from === undefined && to === undefined) return { partition: PK, beginsWith: SK };
    const bound = (more: object = {}) => this.#keys.fill({ ...parts, ...more }).SK;
    return { partition: PK, between: [bound(from), to === undefined ? `${SK}~` : bound(to)] };
  }

  keyOf(key: KeyOf<Pattern>): ItemKey {
    return this.#keys.fill(key as PrefixOf<Pattern>);
  }

  /** The parts of a key; undefined when the item is of another kind. */
  match(keys: ItemKey): KeyOf<Pattern> | undefined {
    return this.#keys.match(keys);
  }

  /** The same of an item of the stream. */
  matchItem({ PK, SK }: Item): KeyOf<Pattern> | undefined {
    return this.match({ PK: PK?.S ?? '', SK: SK?.S ?? '' });
  }

  itemOf(key: KeyOf<Pattern>, value: Value, also: Attributes = {}): Item {
    const { pack, byStage, byLead, byDue, expires } = this.declaration;
    const { due, ...attributes } = { ...(pack?.(value) ?? value) } as Attributes;
    const item = {
      ...this.keyOf(key),
      ...(byDue || due === undefined ? attributes : { ...attributes, due }),
      ...byStage?.(value),
      ...byLead?.(value),
      ...byDue?.(value),
      ...(expires && { expiresAt: expires(key) }),
      ...also,
    };
    return marshall(item, { removeUndefinedValues: true });
  }

  /** The value of an item. @throws when it does not match the schema; the error names the fields, never a value */
  valueOf(item: Item): Value {
    return this.read(unmarshall(item));
  }

  /** The same for an item from a query. */
  read(item: Attributes): Value {
    const { kind, holds, unpack = withoutExpiry } = this.declaration;
    const attributes = Object.fromEntries(Object.entries(item).filter(([name]) => !BESIDES.has(name)));
    if (item[dueSK] !== undefined) attributes.due = momentOf(item[dueSK]);
    const { PK, SK } = item;
    const value = unpack(attributes, this.#keys.match({ PK, SK }) as KeyOf<Pattern>);
    this.#schema ??= holds();
    const { success, data, error } = z.safeParse(this.#schema, value);
    if (success) return data;
    throw new Error(`The stored ${kind} does not fit its schema: ${fieldsIn(error.issues).join(', ')}`);
  }

  #condition(value: Value): Condition {
    if (this.declaration.written === 'freely') return {};
    const before = this.declaration.written === 'once' ? 0 : (value as { version: number }).version - 1;
    if (before === 0) return { onlyIf: 'attribute_not_exists(PK)' };
    return { onlyIf: 'version = :before', values: { ':before': before } };
  }

  #withExpiry(key: KeyOf<Pattern>, { set, values, ...change }: Change): Change {
    const { expires } = this.declaration;
    const sets = [set, expires && 'expiresAt = :expiresAt'].filter(Boolean).join(', ');
    return { ...change, set: sets, values: { ...values, ...(expires && { ':expiresAt': expires(key) }) } };
  }
}

/** Whether a key is longer than DynamoDB takes, so that no item has it: parts of keys come from forms and addresses. */
function isTooLong({ PK, SK }: ItemKey): boolean {
  return Buffer.byteLength(PK) > 2_048 || Buffer.byteLength(SK) > 1_024;
}

/** The top-level fields that are wrong. Keys inside them may be personal data. */
function fieldsIn(issues: readonly z.core.$ZodIssue[]): string[] {
  const fields = issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.path.length === 0
      ? issue.errors.flatMap(fieldsIn)
      : `${String(issue.path[0])} (${issue.code})`,
  );
  return [...new Set(fields)];
}

function withoutExpiry({ expiresAt: _, ...attributes }: Attributes): Attributes {
  return attributes;
}
