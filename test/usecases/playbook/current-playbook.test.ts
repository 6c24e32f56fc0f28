import { beforeEach, describe, expect, it } from 'vitest';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import type { Table } from '../../../shared/store/table.ts';
import { playbookSource } from '../../../shared/usecases/playbook/current-playbook.ts';
import { NOW } from '../../domain/builders.ts';
import { agreement } from '../../domain/handover/agreement.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable } from '../faulty-table.ts';
import { compiled, playbook, published } from '../playbook.ts';

let table: Table & { calls: number };
let time: number;
beforeEach(async () => {
  table = countingTable(await memoryTable());
  time = Date.parse(NOW);
});

const now = () => new Date(time).toISOString();
const { version: _, ...content } = playbook;
const publish = (acceptWithinHours: number) => {
  const changed: PlaybookContent = { ...content, agreement: { ...agreement, acceptWithinHours } };
  return published({ table, now }, compiled(changed));
};

describe('the current playbook', () => {
  it('is read once a minute', async () => {
    await publish(1);
    const current = playbookSource({ table, now });
    table.calls = 0;
    await current();
    await publish(2);
    table.calls = 0;
    time += 59_000;
    expect((await current()).version).toBe(1);
    expect(table.calls).toBe(0);
    time += 1_000;
    expect((await current()).version).toBe(2);
    expect(table.calls).toBe(1);
  });

  it('is read at once if a newer version is known to exist', async () => {
    await publish(1);
    const current = playbookSource({ table, now });
    await current();
    await publish(2);
    expect((await current(2)).version).toBe(2);
  });

  it('is read once for all callers at the same moment', async () => {
    await publish(1);
    const current = playbookSource({ table, now });
    table.calls = 0;
    await Promise.all([current(), current(), current()]);
    expect(table.calls).toBe(1);
  });

  it('stays in use when the table fails', async () => {
    await publish(1);
    let isDown = false;
    const shaky: Table = {
      name: table.name,
      call: (operation, input) => (isDown ? Promise.reject(new Error('down')) : table.call(operation, input)),
    };
    const current = playbookSource({ table: shaky, now });
    await current();
    isDown = true;
    time += 3_600_000;
    expect((await current()).version).toBe(1);
    await expect(current(2)).rejects.toThrow('down');
  });

  it('throws before one is published', async () => {
    await expect(playbookSource({ table, now })()).rejects.toThrow('publish one with npm run deploy');
  });
});
