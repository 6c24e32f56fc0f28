import { describe, expect, it } from 'vitest';
import type { Table } from '../../shared/store/table.ts';
import { withTimeout } from '../../shared/store/with-timeout.ts';

const answering = (call: Table['call']): Table => ({ name: 'table', call });
const get = (table: Table) => table.call('GetItem', { TableName: 'table', Key: {} });

describe('a table with a timeout', () => {
  it('gives up a call that takes too long', async () => {
    const silent = answering(() => new Promise(() => {}));
    await expect(get(withTimeout(silent, 5))).rejects.toThrow('did not answer in time');
  });

  it('returns results and errors that are in time', async () => {
    expect(
      await get(
        withTimeout(
          answering(async () => ({}) as never),
          1_000,
        ),
      ),
    ).toEqual({});
    const refusing = answering(() => Promise.reject(new Error('Throttled')));
    await expect(get(withTimeout(refusing, 1_000))).rejects.toThrow('Throttled');
  });
});
