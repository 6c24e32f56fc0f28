import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { getAll, removeAll } from '../../shared/store/batch.ts';
import type { Table } from '../../shared/store/table.ts';
import { putLeadEvent } from '../../shared/store/tracking/events.ts';
import { leadEvents } from '../../shared/store/tracking/history.ts';
import { submission } from '../domain/builders.ts';
import { newTable, someLead } from './new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});
afterEach(() => void vi.useRealTimers());

/** A table that processes this many items of a batch at most. */
function busy(most: number): Table & { batches: number } {
  return {
    name: table.name,
    batches: 0,
    async call(operation, input) {
      if (!('RequestItems' in input)) return table.call(operation, input);
      this.batches += 1;
      const [asked] = Object.values(input.RequestItems ?? {});
      const all = (Array.isArray(asked) ? asked : asked?.Keys) as never[];
      const requests = (some: never[]) => ({ [table.name]: Array.isArray(asked) ? some : { Keys: some } });
      const left = all.length > most && requests(all.slice(most));
      const output =
        most > 0 ? await table.call(operation, { RequestItems: requests(all.slice(0, most)) } as never) : {};
      return { ...output, UnprocessedKeys: left || {}, UnprocessedItems: left || {} } as never;
    },
  };
}

async function someEvents(count: number) {
  const lead = someLead();
  const events = Array.from({ length: count }, (_, n) => submission('demo', { id: `form-${n}` }));
  for (const event of events) await putLeadEvent(table, lead, event);
  return { lead, keys: events.map(({ at, id }) => ({ PK: `L#${lead}`, SK: `E#${at}#${id}` })) };
}

describe('a batch of which DynamoDB leaves a part', () => {
  it('is read in the end', async () => {
    const { keys } = await someEvents(12);
    const found = await getAll(busy(5), keys);
    expect(found.map(({ SK }) => SK).sort()).toEqual(keys.map(({ SK }) => SK).sort());
  });

  it('is removed in the end', async () => {
    const { lead, keys } = await someEvents(30);
    await removeAll(busy(10), keys);
    expect(await leadEvents(table, lead)).toEqual([]);
  });
});

describe('a batch of which DynamoDB processes nothing', () => {
  it.each([
    ['read', getAll],
    ['removed', removeAll],
  ])('is not %s for ever', async (_, over) => {
    const { keys } = await someEvents(1);
    const never = busy(0);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const refused = expect(over(never, keys)).rejects.toThrow('processes nothing');
    await vi.runAllTimersAsync();
    await refused;
    expect(never.batches).toBe(10);
  });
});
