import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { scoringSchema } from '../../../shared/domain/scoring/scoring.ts';
import type { AnyEvent, VisitorEvent } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { readLead } from '../../../shared/usecases/identity/read-lead/read-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, stay, submission, VISITOR, withdrawal } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { playbook as shipped } from '../playbook.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const at = { at: NOW, receivedAt: NOW };
const scoring = scoringSchema.parse({
  ...shipped.scoring,
  rules: [
    { name: 'prices read', on: 'page', paths: ['/pricing'], seconds: 60, points: 7 },
    { name: 'came often', on: 'page', atLeast: 3, points: 20 },
    { name: 'careers', on: 'page', paths: ['/careers'], points: -4 },
    { name: 'left', on: 'unsubscribe', points: -2 },
    { name: 'small', on: 'fit', is: 'bad', because: ['employees'], points: -15 },
    ...shipped.scoring.rules,
  ],
});
let playbook = { ...shipped, scoring };

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const system = () => ({
  ...{ table, now: () => NOW, playbook: async () => playbook, newToken: () => 'token', hideBeginnings },
});
let people = 0;

async function somebody(...visits: VisitorEvent[]) {
  const id = `B${String(++people).padStart(21, '0')}` as LeadId;
  const visitor = `${VISITOR}-${people}` as typeof VISITOR;
  const tell = async (...events: AnyEvent[]) => {
    const own = events.map((event) => ('visitor' in event ? { ...event, visitor } : event));
    for (const event of own) {
      if (event.type === 'page' || event.type === 'stay' || event.type === 'track')
        await putVisitorEvent(table, event, 9_999_999_999);
      else await putLeadEvent(table, id, event);
    }
    await scoreLead(system(), id, own);
    return (await getLead(table, id)) as Lead;
  };
  const form = submission('whitepaper', { ...at, visitor, values: { employees: '50' } });
  await tell(form);
  await linkVisitor(table, visitor, id, { at: NOW, due: NOW });
  return { id, tell, lead: await tell(...visits) };
}

describe('a lead with special rules and points below 0', () => {
  const visits = [
    ...['/pricing', '/careers', '/a'].map((path) => pageView(path, at)),
    stay('/pricing', 90, at),
  ];

  it('has the same score when its events come one by one, all at once, and again under a new playbook', async () => {
    const { lead, tell } = await somebody(...visits);
    const one = await somebody();
    for (const visit of [...visits, ...visits]) await one.tell(visit);
    const { score } = (await getLead(table, one.id)) as Lead;
    expect([lead.score, score]).toEqual([2 + 3 - 4 + 1 + 7 + 20, lead.score]);
    playbook = { ...playbook, version: playbook.version + 1 };
    expect(await tell()).toMatchObject({
      score: lead.score,
      points: lead.points,
      playbook: playbook.version,
    });
  });

  it('loses points by its fit as long as the answer stands, and by leaving', async () => {
    const { id, lead, tell } = await somebody(...visits);
    const small = submission('contact', {
      ...at,
      handRaise: false,
      values: { employees: '2' },
      id: `f-${id}`,
    });
    expect((await tell(small)).score).toBe(lead.score + 2 - 15);
    expect((await tell(withdrawal(at))).score).toBe(lead.score + 2 - 15 - 2);
    const answer = await readLead(system(), id);
    expect(answer?.score.total).toBe(lead.score + 2 - 15 - 2);
    expect(answer?.score.ledger.reduce((sum, { points }) => sum + points, 0)).toBe(answer?.score.total);
    const grown = { ...at, at: '2026-11-24T10:00:01.000Z', receivedAt: '2026-11-24T10:00:01.000Z' };
    const large = submission('demo', {
      ...grown,
      handRaise: false,
      values: { employees: '60' },
      id: `g-${id}`,
    });
    expect((await tell(large)).points.less).not.toHaveProperty('fit');
  });
});
