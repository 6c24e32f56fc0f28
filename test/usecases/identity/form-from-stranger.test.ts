import { beforeAll, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { type Profile, valuesOf } from '../../../shared/domain/identity/profile.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const at = (hour: number) => `2026-11-22T${hour}:00:00.000Z`;
const now = () => at(20);
const receive = (...events: AnyEvent[]) =>
  scoreLead({ table, now, playbook: async () => playbook, newToken: () => 'token' }, LEAD, events);
/** Needs no confirmation, unless the box is ticked. */
const form = (visitor: string | undefined, hour: number, employees: string, isTicked = false) => {
  const { permission, ...sent } = submission('whitepaper', {
    ...{ at: at(hour), receivedAt: at(hour), values: { employees } },
    ...(visitor && { visitor: visitor as VisitorId }),
  });
  return { ...sent, ...(isTicked && permission && { permission }) };
};
const employees = async () => valuesOf((await getProfile(table, LEAD)) as Profile).employees;
const fitNow = async () =>
  (await getLead(table, LEAD).then((lead) => lead && 'fit' in lead && lead.fit)) as string;

describe('a form that somebody else sends with the address of a lead', () => {
  it('changes neither values nor fit until the owner of the address confirms it', async () => {
    await receive(form('ann', 10, '50'));
    await receive(form('mallory', 11, '3'), form(undefined, 12, '2'));
    expect([await employees(), await fitNow()]).toEqual(['50', 'good']);

    await receive(form('ann', 13, '60'), form('mallory', 11, '3'));
    expect(await employees()).toBe('60');

    await receive(form('phone', 14, '4', true));
    expect([await employees(), await fitNow()]).toEqual(['60', 'good']);
    const confirmed = {
      type: 'mail-consent',
      id: 'c1',
      to: 'granted',
      how: 'confirmation',
      voice: 'phone',
    } as const;
    await receive({ ...confirmed, at: at(15), receivedAt: at(15) });
    expect([await employees(), await fitNow()]).toEqual(['4', 'bad']);
  });
});
