import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const YESTERDAY = '2026-11-23T10:00:00.000Z';
const MORNING = '2026-11-24T10:00:00.000Z';
const NOON = '2026-11-24T12:00:00.000Z';
const AFTERNOON = '2026-11-24T15:00:00.000Z';
const EVENING = '2026-11-24T19:00:00.000Z';
const LEAD = 'R000000000000000000001' as LeadId;
const VISITOR = 'reader' as VisitorId;

const { rules } = playbook.scoring;
const dearer = {
  ...playbook,
  version: 2,
  scoring: { ...playbook.scoring, rules: rules.map((rule) => ({ ...rule, points: rule.points + 1 })) },
};

const system = (now: string, current: Playbook) => ({
  ...{ table, now: () => now, playbook: async () => current, newToken: () => 'token', hideBeginnings },
});
const score = async (now: string, events: AnyEvent[] = [], current = playbook) => {
  await scoreLead(system(now, current), LEAD, events);
  return (await getLead(table, LEAD)) as Lead;
};
/** A number of new guides. */
const reads = async (count: number, at: string, current = playbook) => {
  const guides = Array.from({ length: count }, (_, n) =>
    pageView(`/guides/${at}-${n}`, { visitor: VISITOR, at, receivedAt: at }),
  );
  for (const guide of guides) await putVisitorEvent(table, guide, 0);
  return score(at, guides, current);
};

describe('a lead that was returned as not ready, under a new playbook with more points for everything', () => {
  it('is handed over again for new points, not for what it did before', async () => {
    const form = submission('whitepaper', { at: YESTERDAY, receivedAt: YESTERDAY, visitor: VISITOR });
    await putSubmission(table, LEAD, form);
    await score(YESTERDAY, [form]);
    await reads(30, YESTERDAY);
    expect(await reads(10, MORNING)).toMatchObject({ stage: 'mql', score: 82 });
    await actOnLead(system(NOON, playbook), LEAD, { action: 'return', reason: 'not-ready', by: 'anna' });
    await reads(2, AFTERNOON);

    expect(await score(EVENING, [], dearer)).toMatchObject({
      ...{ stage: 'lead', playbook: 2, score: 100 },
      handover: { number: 1, status: 'returned' },
    });
    expect(await reads(2, EVENING, dearer)).toMatchObject({ stage: 'mql', handover: { number: 2 } });
  });
});
