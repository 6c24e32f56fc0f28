import { beforeEach, describe, expect, it } from 'vitest';
import { currentPlaybook, putCurrentPlaybook } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import { countingTable, laggingTable } from '../../usecases/faulty-table.ts';
import { playbook } from '../../usecases/playbook.ts';
import { newTable } from '../new-table.ts';

let table: Table & { calls: number };
beforeEach(async () => {
  table = countingTable(laggingTable(await newTable()));
});

const { version: _, ...content } = playbook;
const put = (version: number) =>
  putCurrentPlaybook(
    table,
    { version, hash: `${version}`, content, publishedAt: '2026-11-22T12:00:00.000Z' },
    version === 1 ? undefined : version - 1,
  );

describe('the current playbook, from an eventually consistent read', () => {
  it('is the older one while that is new enough, for one call', async () => {
    await put(1);
    await put(2);
    table.calls = 0;
    expect(await currentPlaybook(table)).toEqual({ ...content, version: 1 });
    expect(table.calls).toBe(1);
  });

  it('is the newest when that is known to exist', async () => {
    await put(1);
    await put(2);
    expect((await currentPlaybook(table, 2))?.version).toBe(2);
  });

  it('is found when that read does not have it yet', async () => {
    expect(await currentPlaybook(table)).toBeUndefined();
    await put(1);
    expect((await currentPlaybook(table))?.version).toBe(1);
  });
});
