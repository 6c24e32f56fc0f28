import { type Item, itemSize } from './item-size.ts';
import { isSameItem } from './same-item.ts';
import type { Index, TableDefinition } from './table-definition.ts';

/** Units by table or index: the table under its own name, an index under `table/index`. */
export type Units = Map<string, number>;

/** Units of reading one item; a missing item costs as much as the smallest. */
export function readUnits(item: Item | undefined, consistent: boolean): number {
  return readUnitsOfSize(itemSize(item), consistent);
}

/** Units of reading items together, as a query does. */
export function queryUnits(items: Item[], consistent: boolean): number {
  const size = items.reduce((total, item) => total + itemSize(item), 0);
  return readUnitsOfSize(size, consistent);
}

/** Units of a write that changed `before` into `after`, for the table and each index. */
export function writeUnits(table: TableDefinition, before: Item | undefined, after: Item | undefined): Units {
  const units: Units = new Map([[table.name, writeUnitsOfSize(Math.max(itemSize(before), itemSize(after)))]]);
  for (const index of table.indexes) {
    const spent = indexUnits(index, before, after);
    if (spent > 0) units.set(`${table.name}/${index.name}`, spent);
  }
  return units;
}

/** Units of a write whose condition failed: the table pays, its indexes do not. */
export function failedWriteUnits(
  table: TableDefinition,
  before: Item | undefined,
  attempted: Item | undefined,
): Units {
  return new Map([[table.name, writeUnitsOfSize(Math.max(itemSize(before), itemSize(attempted)))]]);
}

/** Units of an index. Source: "Write operations" in the developer guide's page on global secondary indexes. */
function indexUnits(index: Index, before: Item | undefined, after: Item | undefined): number {
  const old = entry(index, before);
  const fresh = entry(index, after);
  if (!old || !fresh) return old || fresh ? writeUnitsOfSize(itemSize(old ?? fresh)) : 0;
  if (isSameItem(old, fresh)) return 0;
  const isMoved = index.keys.some((key) => !isSameItem({ key: old[key] ?? {} }, { key: fresh[key] ?? {} }));
  return isMoved
    ? writeUnitsOfSize(itemSize(old)) + writeUnitsOfSize(itemSize(fresh))
    : writeUnitsOfSize(Math.max(itemSize(old), itemSize(fresh)));
}

function entry(index: Index, item: Item | undefined): Item | undefined {
  if (!item || index.keys.some((key) => !(key in item))) return undefined;
  const { projected } = index;
  if (!projected) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name)));
}

function readUnitsOfSize(size: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(size / 4096)) * (consistent ? 1 : 0.5);
}

function writeUnitsOfSize(size: number): number {
  return Math.max(1, Math.ceil(size / 1024));
}
