import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addSends, countReport, sendingCountsSince } from '../../../shared/store/nurture/sending-state.ts';
import type { Table } from '../../../shared/store/table.ts';
import { newTable } from '../new-table.ts';

/** The item that the runbook has a person write, with another day. */
function releaseItem(): Record<string, { S: string }> {
  const [, item = ''] =
    /put-item --table-name TABLE --item '(.+)'/.exec(readFileSync('infra/runbook.md', 'utf8')) ?? [];
  return JSON.parse(item);
}

const bounced = (table: Table, n: number) =>
  countReport(table, { mail: `${n}-mail-of-many`, at: '2026-11-20T10:00:00.000Z' }, 'bounces');

describe('a brake that a person released as the runbook says', () => {
  it('ignores what was counted before that day', async () => {
    const table = await newTable();
    await addSends(table, '2026-11-20', 10);
    for (let n = 0; n < 9; n++) await bounced(table, n);
    await addSends(table, '2026-11-23', 5);
    expect(await sendingCountsSince(table, '2026-11-01')).toMatchObject({ sends: 15, bounces: 9 });
    const Item = { ...releaseItem(), since: { S: '2026-11-22' } };
    await table.call('PutItem', { TableName: table.name, Item });
    expect(await sendingCountsSince(table, '2026-11-01')).toMatchObject({ sends: 5, bounces: 0 });
  });

  it('does not stop mail when the day was forgotten', async () => {
    const table = await newTable();
    await addSends(table, '2026-11-20', 10);
    const { since: _, ...Item } = releaseItem();
    await table.call('PutItem', { TableName: table.name, Item });
    expect(await sendingCountsSince(table, '2026-11-01')).toMatchObject({ sends: 10 });
  });
});
