import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LEAD_SHARDS } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { issueDayStart } from '../../../shared/domain/nurture/newsletter-issue.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { jobData, type NewJob, putJob } from '../../../shared/store/jobs/jobs.ts';
import { enrolmentsOf } from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ownJobs, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { type IssueRun, sendIssue } from '../../../shared/usecases/nurture/send-issue.ts';
import { countingTable, dyingTable } from '../faulty-table.ts';
import { newSending, type Sending, playbook as small, somebody } from './sending.ts';

const BANDS = ['newsletter', 'guides'] as const;
const issue = { mail: 'news', on: '2026-11-23', bands: [...BANDS] };
const RUN: IssueRun = { mail: issue.mail, on: issue.on };
/** When the day of the issue begins somewhere, and the first sending hour of that day in Amsterdam. */
const BEGINS = '2026-11-22T10:00:00.000Z';
const SENT = '2026-11-23T08:00:00.000Z';
const HOUR = 3_600_000;
const PAGE = 100;

let sending: Sending;
let playbook: Playbook;
beforeEach(async () => {
  sending = await newSending();
  sending.now = BEGINS;
  playbook = { ...small, newsletter: [issue] };
});

const system = (table: Table = sending.table) => ({
  table,
  now: () => sending.now,
  playbook: async () => playbook,
});
const readers = (count: number, more: Partial<Lead> = {}) =>
  Promise.all(
    Array.from({ length: count }, () => somebody(sending.table, { lead: { band: 'newsletter', ...more } })),
  );
const issuesOf = async (lead: LeadId) =>
  (await enrolmentsOf(sending.table, lead)).filter(({ sequence }) => sequence === 'newsletter:news');
const enrolledIn = async (people: readonly { lead: LeadId }[]) => {
  const each = await Promise.all(people.map(({ lead }) => issuesOf(lead)));
  return each.map(({ length }) => length);
};
const everybody = (people: readonly object[]) => people.map(() => 1);

/** Begins an issue a page at a time; `meanwhile` happens between the pages. @returns the number of pages */
async function pageByPage(on = issue.on, meanwhile: (page: number) => Promise<void> = async () => {}) {
  let run: IssueRun = { ...RUN, on };
  for (let page = 0; ; page++) {
    let asked = 0;
    const next = await sendIssue(system(), run, () => asked++ > 0);
    if (next === undefined) return page + 1;
    run = next.data as IssueRun;
    await meanwhile(page);
  }
}

async function change(lead: LeadId, more: Partial<Lead>): Promise<void> {
  const before = (await getLead(sending.table, lead)) as Lead;
  await putLead(sending.table, { ...before, ...more, version: before.version + 1 });
}

describe('an issue of the newsletter', () => {
  it('goes once to everybody in its bands, at the first sending hour of its day', async () => {
    const people = await readers(3);
    const [guides] = await readers(1, { band: 'guides', stage: 'name' });
    const others = [...(await readers(2, { band: 'call' })), ...(await readers(2, { stage: 'mql' }))];
    expect(await sendIssue(system(), RUN, () => false)).toBeUndefined();
    const all = [...people, ...(guides ? [guides] : [])];
    expect(await enrolledIn(all)).toEqual(everybody(all));
    expect(await enrolledIn(others)).toEqual([0, 0, 0, 0]);
    const send = () => sending.sweepAll({ playbook: async () => playbook });
    await send();
    expect(sending.sent).toEqual([]);
    sending.now = SENT;
    await send();
    await send();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ news: 1 });
    expect(sending.sent).toHaveLength(all.length);
  });

  it('misses nobody and takes nobody twice, however score, band and stage move between its pages', async () => {
    const people = await readers(LEAD_SHARDS * (PAGE + 20));
    const move = fc.record({
      who: fc.nat(people.length - 1),
      score: fc.nat(100),
      band: fc.constantFrom(...BANDS),
      stage: fc.constantFrom('lead' as const, 'name' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 60, maxLength: 120 }),
        fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        async (moves, day) => {
          // Each run of the property has an issue of its own.
          const on = day.toISOString().slice(0, 10);
          playbook = { ...small, newsletter: [{ ...issue, on }] };
          await pageByPage(on, async (page) => {
            for (const { who, ...to } of moves.filter((_, n) => n % 9 === page))
              await change((people[who] as { lead: LeadId }).lead, to);
          });
          const start = issueDayStart({ on });
          const each = await Promise.all(people.map(({ lead }) => issuesOf(lead)));
          for (const own of each) expect(own.filter(({ startedAt }) => startedAt === start)).toHaveLength(1);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('reaches thousands of readers over several sweeps', async () => {
    const people = await readers(2_200);
    expect(await pageByPage()).toBeGreaterThan(20);
    expect(await enrolledIn(people)).toEqual(everybody(people));
  });

  it('goes once to everybody when the process dies at any call, and is begun again', async () => {
    const people = await readers(24);
    const counting = countingTable(sending.table);
    await sendIssue(system(counting), RUN, () => false);
    for (let call = 1; call <= counting.calls; call += 3) {
      for (const when of ['before', 'after'] as const) {
        const on = `2027-01-${String(1 + (call % 28)).padStart(2, '0')}`;
        playbook = { ...small, newsletter: [{ ...issue, on }] };
        const run = { ...RUN, on };
        await expect(
          sendIssue(system(dyingTable(sending.table, call, when)), run, () => false),
        ).rejects.toThrow();
        await sendIssue(system(), run, () => false);
      }
    }
    const each = await Promise.all(people.map(({ lead }) => issuesOf(lead)));
    const days = new Set(each.flat().map(({ startedAt }) => startedAt));
    expect(each.map(({ length }) => length)).toEqual(people.map(() => days.size));
    expect(days.size).toBeGreaterThan(15);
  });
});

describe('the job of an issue', () => {
  const job: NewJob = {
    ...{ of: 'JOBS', kind: 'issue', key: `${issue.on}#${issue.mail}`, by: 'timers', about: 'issue-news' },
    data: RUN,
  };
  beforeEach(() => putJob(sending.table, job, { at: BEGINS, since: BEGINS }));

  const sweepAt = async (at: Instant, isTimeUp?: () => boolean, table?: Table) => {
    sending.now = at;
    const handler = ownJobs('issue', ({ data }, running) =>
      sendIssue(system(table), data as IssueRun, isTimeUp ?? running.isTimeUp),
    );
    for (let shard = 0; shard < 4; shard++)
      await sweep(sending.jobs, { by: 'timers', shard, until: plus(at, 40_000) }, [handler]);
  };

  it('is done by one of two sweeps at once, and once', async () => {
    const people = await readers(150);
    await Promise.all([sweepAt(BEGINS), sweepAt(BEGINS)]);
    await sweepAt(plus(BEGINS, 60_000));
    expect(await enrolledIn(people)).toEqual(everybody(people));
    expect(await jobData(sending.table, job)).toBeUndefined();
    expect(sending.jobs.news).toEqual([]);
  });

  it('goes on where it was when its time is up', async () => {
    const people = await readers(LEAD_SHARDS * (PAGE + 10));
    let at: Instant = BEGINS;
    let sweeps = 0;
    for (; (await jobData(sending.table, job)) !== undefined; at = plus(at, 60_000)) {
      let asked = 0;
      await sweepAt(at, () => asked++ > 2);
      expect(++sweeps).toBeLessThan(10);
    }
    expect(sweeps).toBeGreaterThan(2);
    expect(await enrolledIn(people)).toEqual(everybody(people));
  });

  it('reaches everybody else when somebody cannot be read, and that reader as soon as it can', async () => {
    const people = await readers(2 * PAGE);
    const broken = [people[0], people[150]].map((one) => `L#${one?.lead}`);
    const { table } = sending;
    const through: Table = {
      name: table.name,
      call(operation, input) {
        const { PK, SK } = ('Key' in input && input.Key) || {};
        if (SK?.S === 'PROFILE' && broken.includes(PK?.S ?? ''))
          throw new Error('This profile cannot be read');
        return table.call(operation, input);
      },
    };
    await sweepAt(BEGINS, undefined, through);
    expect(await enrolledIn(people)).toEqual(people.map((_, n) => (n === 0 || n === 150 ? 0 : 1)));
    expect(sending.jobs.news.map(({ about }) => about.failure)).toEqual(['reader-not-enrolled']);
    const counting = countingTable(table);
    await sweepAt(plus(BEGINS, 60_000), undefined, counting);
    expect(await enrolledIn(people)).toEqual(everybody(people));
    expect(counting.calls).toBe(7);
  });

  it('waits while the playbook does not have the issue, and begins when it is put back on its day', async () => {
    const people = await readers(5);
    playbook = { ...small, newsletter: [] };
    for (const hours of [0, 1.5, 3]) await sweepAt(plus(BEGINS, hours * HOUR));
    expect(await enrolledIn(people)).toEqual(people.map(() => 0));
    playbook = { ...small, newsletter: [issue] };
    await sweepAt(plus(BEGINS, 5 * HOUR));
    expect(await enrolledIn(people)).toEqual(everybody(people));
    expect(sending.jobs.news).toEqual([]);
  });

  it('is dropped when the day of an issue that was removed is over', async () => {
    const people = await readers(5);
    playbook = { ...small, newsletter: [] };
    await sweepAt(plus(BEGINS, 51 * HOUR));
    playbook = { ...small, newsletter: [issue] };
    await sweepAt(plus(BEGINS, 60 * HOUR));
    expect(await enrolledIn(people)).toEqual(people.map(() => 0));
    expect(await jobData(sending.table, job)).toBeUndefined();
  });

  it('removed after it began sends nobody a mail', async () => {
    const people = await readers(5);
    await sweepAt(BEGINS);
    expect(await enrolledIn(people)).toEqual(everybody(people));
    playbook = { ...small, newsletter: [] };
    sending.now = SENT;
    await sending.sweepAll({ playbook: async () => playbook });
    expect(sending.sent).toEqual([]);
    const [first] = people;
    expect(first && (await issuesOf(first.lead))).toMatchObject([
      { status: 'ended', why: 'sequence-removed' },
    ]);
  });
});
