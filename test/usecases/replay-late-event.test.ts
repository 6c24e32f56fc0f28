import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../shared/domain/time.ts';
import { putLeadEvent } from '../../shared/store/events.ts';
import { leadEvents } from '../../shared/store/history.ts';
import type { Table } from '../../shared/store/table.ts';
import { eraseLead } from '../../shared/usecases/erase-lead.ts';
import { replayLateEvent } from '../../shared/usecases/replay-late-event.ts';
import { LEAD, NOW, submission } from '../domain/builders.ts';
import { testTable } from '../store/endpoint.ts';
import { sdkTable } from '../store/sdk-table.ts';

let table: Table;
beforeEach(async () => {
  const { tableName, client } = await testTable();
  table = sdkTable(tableName, client);
  await putLeadEvent(table, LEAD, submission('demo'));
  await eraseLead({ table, now: () => plus(NOW, 60_000) }, LEAD);
});

const replay = (receivedAt: string) => {
  const event = submission('whitepaper', { at: receivedAt, receivedAt });
  return replayLateEvent({ table }, JSON.stringify({ lead: LEAD, event }));
};

describe('a form that waited while its person was erased', () => {
  it('is not put back', async () => {
    await replay(NOW);
    expect(await leadEvents(table, LEAD)).toEqual([]);
  });

  it('is kept when the person sent it in afterwards', async () => {
    await replay(plus(NOW, 120_000));
    expect(await leadEvents(table, LEAD)).toMatchObject([{ form: 'whitepaper' }]);
  });
});
