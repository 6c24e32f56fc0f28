import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addSendingCounts, sendingCountsSince } from '../../../shared/store/nurture/sending-state.ts';
import { newTable } from '../new-table.ts';

/** The item that the runbook has a person write, with another day. */
function releaseItem(): Record<string, { S: string }> {
  const [, item = ''] =
    /put-item --table-name TABLE --item '(.+)'/.exec(readFileSync('infra/runbook.md', 'utf8')) ?? [];
  return JSON.parse(item);
}

describe('a brake that a person released as the runbook says', () => {
  it('ignores what was counted before that day', async () => {
    const table = await newTable();
    await addSendingCounts(table, '2026-11-20', { sends: 10, bounces: 9 });
    await addSendingCounts(table, '2026-11-23', { sends: 5 });
    expect(await sendingCountsSince(table, '2026-11-01')).toEqual({ sends: 15, bounces: 9, complaints: 0 });
    const Item = { ...releaseItem(), since: { S: '2026-11-22' } };
    await table.call('PutItem', { TableName: table.name, Item });
    expect(await sendingCountsSince(table, '2026-11-01')).toEqual({ sends: 5, bounces: 0, complaints: 0 });
  });

  it('does not stop mail when the day was forgotten', async () => {
    const table = await newTable();
    await addSendingCounts(table, '2026-11-20', { sends: 10 });
    const { since: _, ...Item } = releaseItem();
    await table.call('PutItem', { TableName: table.name, Item });
    expect(await sendingCountsSince(table, '2026-11-01')).toMatchObject({ sends: 10 });
  });
});
