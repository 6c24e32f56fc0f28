import type { Units } from './capacity.ts';
import type { Json } from './engine.ts';

/** `ConsumedCapacity` of a table as the API returns it; undefined when it was not requested. */
export function consumedCapacity(requested: string | undefined, tableName: string, units: Units): Json {
  if (requested !== 'TOTAL' && requested !== 'INDEXES') return undefined;
  const total = [...units.values()].reduce((sum, spent) => sum + spent, 0);
  const capacity = { TableName: tableName, CapacityUnits: total };
  if (requested === 'TOTAL') return capacity;
  const indexes = [...units].filter(([name]) => name !== tableName);
  return {
    ...capacity,
    Table: { CapacityUnits: units.get(tableName) ?? 0 },
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: Object.fromEntries(
        indexes.map(([name, spent]) => [name.slice(tableName.length + 1), { CapacityUnits: spent }]),
      ),
    }),
  };
}

/** Adds up the units of several writes. */
export function addUnits(all: Units[]): Units {
  const sum: Units = new Map();
  for (const units of all) for (const [name, spent] of units) sum.set(name, (sum.get(name) ?? 0) + spent);
  return sum;
}

/** Splits units by table. */
export function unitsByTable(units: Units): Map<string, Units> {
  const tables = new Map<string, Units>();
  for (const [name, spent] of units) {
    const tableName = name.split('/')[0] ?? name;
    const ofTable = tables.get(tableName) ?? new Map();
    tables.set(tableName, ofTable.set(name, spent));
  }
  return tables;
}
