import { beforeEach, describe, expect, it } from 'vitest';
import { handlersOf } from '../../../functions/timers/handlers.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { jobEntity, type NewJob, putJob } from '../../../shared/store/jobs/jobs.ts';
import type { ItemKey } from '../../../shared/store/key-pattern.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import { addReaction } from '../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { LEAD, lead } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { someVisitor } from '../../store/new-table.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import { DAY_MS, MONDAY, newSending, playbook, type Sending } from '../../usecases/nurture/sending.ts';
import { dueOfTimers, sweepTimers } from '../../usecases/sweep-timers.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
  await putLead(sending.table, lead());
});

const own = (kind: NewJob['kind'], data: object) => async (table: Table) => {
  const job: NewJob = { of: 'JOBS', kind, key: 'one', by: 'timers', about: kind, data };
  await putJob(table, job, { at: MONDAY, since: MONDAY });
  return jobEntity.keyOf({ of: 'JOBS', kind, key: 'one' });
};

/** Makes a job of each kind due on Monday; the kinds that send mail, tell or erase have tests of their own. */
const kinds: Record<string, (table: Table) => Promise<ItemKey>> = {
  issue: own('issue', { mail: 'news', on: '2026-11-23' }),
  'roll-up': own('roll-up', { summed: '2026-11-20' }),
  offers: own('offers', {}),
  rescore: own('rescore', { playbook: 1, shard: 0 }),
  async lead(table) {
    await putLead(table, { ...lead(), version: 2, due: MONDAY });
    return { PK: `L#${LEAD}`, SK: 'LEAD' };
  },
  async link(table) {
    const visitor = someVisitor();
    await linkVisitor(table, visitor, LEAD, { at: MONDAY, due: MONDAY });
    return { PK: `V#${visitor}`, SK: 'LINK' };
  },
  async reactions(table) {
    const sent = mail({ claimedAt: plus(MONDAY, -HOUR_MS) });
    await putMail(table, sent);
    await addReaction(table, sent.id, { kind: 'open', at: plus(MONDAY, -MINUTE_MS) }, MONDAY);
    return { PK: `M#${sent.id}`, SK: 'MAIL' };
  },
};

/** The table in the hands of what does the job: it refuses until a moment. */
function refusing(until: Instant): Table {
  const { table } = sending;
  return {
    name: table.name,
    call: (operation, input) =>
      sending.now < until ? Promise.reject(new Error('Refused')) : table.call(operation, input),
  };
}

/** Lets time pass from try to try. @returns when it was done; undefined when it was given up */
async function doneAt({ PK, SK }: ItemKey, until: Instant): Promise<Instant | undefined> {
  for (let tries = 0; tries < 60; tries++) {
    const parts = sending.system({ table: refusing(until) });
    const system = { ...parts, playbook: async () => playbook, newToken: () => 'token', hideBeginnings };
    await sweepTimers(sending.jobs, handlersOf(system));
    const left = await dueOfTimers(sending.table, plus(MONDAY, 90 * DAY_MS));
    const due = left.find((one) => one.PK === PK && one.SK === SK);
    if (due === undefined || due.tries === 0)
      return sending.jobs.news.some(({ news }) => news === 'job-given-up') ? undefined : sending.now;
    sending.now = due.at;
  }
  throw new Error('It is tried for ever');
}

describe.each(Object.entries(kinds))('what is due of the kind %s', (kind, begin) => {
  it.each([
    ['a second', 1_000, 2 * MINUTE_MS],
    ['five minutes', 5 * MINUTE_MS, 6 * MINUTE_MS],
    ['a day', DAY_MS, 7 * HOUR_MS],
  ])('is done soon after the table refused for %s', async (_, length, soon) => {
    const key = await begin(sending.table);
    const end = plus(MONDAY, length);
    const done = (await doneAt(key, end)) ?? '';
    expect(done >= end && done <= plus(end, soon)).toBe(true);
    expect(sending.jobs.news.every(({ about }) => about.kind === kind)).toBe(true);
  });

  it('is given up after a week when it never succeeds, listed, and done when a person orders it', async () => {
    const key = await begin(sending.table);
    expect(await doneAt(key, plus(MONDAY, 90 * DAY_MS))).toBeUndefined();
    expect(sending.jobs.news.at(-1)).toMatchObject({
      news: 'job-given-up',
      about: { kind, failure: 'Error' },
    });
    expect(sending.now > plus(MONDAY, 6.5 * DAY_MS) && sending.now < plus(MONDAY, 7 * DAY_MS)).toBe(true);
    const order = { table: sending.table, now: () => sending.now };
    expect(await handleDeadJobs(order, { dead: 'again' })).toHaveLength(1);
    sending.jobs.news.length = 0;
    expect(await doneAt(key, MONDAY)).toBe(sending.now);
    expect(await handleDeadJobs(order, { dead: 'list' })).toEqual([]);
  });
});
