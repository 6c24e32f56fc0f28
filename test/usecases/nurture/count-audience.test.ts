import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import { applyChanges, emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { rowOf } from '../../../shared/domain/identity/directory/row.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Issue } from '../../../shared/domain/nurture/sequence.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { changeMailing } from '../../../shared/store/nurture/mailing.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { countAudience } from '../../../shared/usecases/nurture/count-audience.ts';
import { listIssues, readIssue } from '../../../shared/usecases/nurture/list-issues.ts';
import { sendIssue } from '../../../shared/usecases/nurture/send-issue.ts';
import { pageView } from '../../domain/builders.ts';
import { countingTable } from '../faulty-table.ts';
import { newSending, type Sending, playbook as small, somebody } from './sending.ts';

const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const issue: Issue = { mail: 'news', on: '2026-11-23' };
const BEGINS = '2026-11-22T10:00:00.000Z';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
  sending.now = BEGINS;
});

const system = (newsletter: Issue[] = [issue], table = sending.table) => {
  const now = () => sending.now;
  const mailing = { ...small.mailing, cap: { mails: 9, days: 7 } };
  const playbook = async (): Promise<Playbook> => ({ ...small, mailing, newsletter });
  return { table, now, playbook, directory: directorySource({ table: sending.table, now }) };
};
const count = (more: Partial<Issue> = {}) => countAudience(system(), sanne, { ...issue, ...more });
const readers = (many: number, more: Partial<Lead> = {}, profile: object = {}) =>
  Promise.all(Array.from({ length: many }, () => somebody(sending.table, { lead: more, profile })));
const answer = (value: string) => ({ values: { company: { value, at: BEGINS, source: 'form demo' } } });

describe('how many an issue reaches', () => {
  it('is counted exactly for a small audience, with permission and what stops mail', async () => {
    await readers(3);
    await readers(1, { subjects: { newsletter: 'granted' } });
    for (const more of [
      { mail: 'none' },
      { mail: 'pending' },
      { subjects: { tips: 'granted' } },
      { stage: 'mql' },
      { stage: 'customer' },
    ] as const)
      await readers(1, more);
    await readers(1, { readiness: 'hand-raiser' });
    const [paused, unticked, closed] = await readers(3);
    await changeMailing(sending.table, paused?.lead as never, (mailing) => ({
      ...{ ...mailing, pausedUntil: '2027-01-01T00:00:00.000Z' },
    }));
    await changeMailing(sending.table, unticked?.lead as never, (mailing) => ({
      ...{ ...mailing, subjects: { newsletter: false } },
    }));
    await changeMailing(sending.table, closed?.lead as never, (mailing) => ({
      ...{ ...mailing, suppressed: { why: 'hard-bounce', at: BEGINS } },
    }));
    expect(await count()).toEqual({ listed: 8, reached: 4, low: 4, high: 4, sampled: 8 });
  });

  it('asks for answers and pages that lists do not know', async () => {
    const [visitor] = await readers(2, {}, answer('Acme'));
    await readers(2);
    expect(await count({ audience: { knows: ['company'] } })).toMatchObject({ listed: 4, reached: 2 });
    const view = pageView('/pricing', { at: BEGINS, receivedAt: BEGINS });
    await putVisitorEvent(sending.table, view, 4_000_000_000);
    await linkVisitor(sending.table, view.visitor, visitor?.lead as never, { at: BEGINS, due: BEGINS });
    const visited = { visited: ['/pricing'] };
    expect(await count({ audience: visited })).toMatchObject({ listed: 4, reached: 1 });
    expect(await count({ audience: { ...visited, doesNotKnow: ['company'] } })).toMatchObject({ reached: 0 });
  });

  it('is told with its bounds for a large one, from two hundred leads', async () => {
    const people = [...(await readers(450)), ...(await readers(450, { readiness: 'hand-raiser' }))];
    const directory = emptyDirectory();
    for (const { lead } of people)
      applyChanges(directory, [rowOf((await getLead(sending.table, lead)) as Lead)]);
    const counting = countingTable(sending.table);
    const large = { ...system([], counting), directory: async () => directory };
    const { listed, reached, low, high, sampled } = await countAudience(large, sanne, issue);
    expect([listed, sampled, counting.calls]).toEqual([900, 200, 600]);
    expect([low < reached, reached < high, low <= 450, high >= 450]).toEqual([true, true, true, true]);
    expect(high - low).toBeLessThan(140);
  });

  it('is who gets it when it goes out', async () => {
    await readers(3, { band: 'newsletter' });
    await readers(2, { stage: 'customer' });
    await readers(2, { stage: 'lost' });
    const [known] = await readers(2, {}, answer('Acme'));
    await readers(1, { mail: 'pending' });
    const once: Issue = { ...issue, subject: 'tips', at: '14:00', audience: { stage: ['customer', 'lead'] } };
    const cases: [Issue, number][] = [
      [issue, 5],
      [once, 7],
      [{ ...once, audience: { knows: ['company'] } }, 2],
    ];
    for (const [one, reached] of cases) {
      const of = { ...one, mail: `mail-${reached}` };
      expect(await countAudience(system(), sanne, of)).toMatchObject({ reached });
      const { table, now, playbook } = system([of]);
      await sendIssue({ table, now, playbook }, of, () => false);
      const begun = sending.sent.length;
      sending.now = '2026-11-23T12:59:00.000Z';
      if (of.at) {
        await sending.sweepAll({ playbook });
        expect(sending.sent).toHaveLength(begun);
      }
      sending.now = '2026-11-23T13:00:00.000Z';
      await sending.sweepAll({ playbook });
      expect(sending.sent.slice(begun)).toHaveLength(reached);
      sending.now = BEGINS;
    }
    expect(sending.counts(known?.email)).toEqual({ 'mail-5': 1, 'mail-7': 1, 'mail-2': 1 });
  });
});

describe('the list of issues', () => {
  it('has the next ones first, with how many lists know of, then the last ones', async () => {
    await readers(2);
    const later: Issue = { mail: 'once', on: '2026-12-03', subject: 'tips', audience: { scoreFrom: 50 } };
    const old: Issue = { mail: 'old', on: '2026-11-01' };
    const lines = await listIssues(system([later, old, issue]), sanne);
    expect(lines).toMatchObject([
      { issue, state: 'going', listed: 2, heading: { en: 'news' } },
      { issue: later, state: 'planned', listed: 0 },
      { issue: old, state: 'over' },
    ]);
    expect(lines[2]?.listed).toBeUndefined();
    sending.now = plus(BEGINS, -1);
    expect((await listIssues(system(), sanne))[0]?.state).toBe('planned');
    expect(await readIssue(system(), sanne, { ...issue, on: '2026-11-24' })).toBeUndefined();
    expect(await readIssue(system(), sanne, issue)).toMatchObject({
      state: 'planned',
      count: { reached: 2 },
    });
  });
});
