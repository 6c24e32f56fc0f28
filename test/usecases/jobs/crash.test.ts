import { beforeAll, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { clearLinkDue, getNewLink, linkEntity, linkVisitor } from '../../../shared/store/identity/links.ts';
import type { NewJob } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import type { Handler } from '../../../shared/usecases/jobs/sweep.ts';
import { jobsIn } from '../../../shared/usecases/jobs/sweep.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { allDue, someJob } from '../../store/jobs/some-job.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { someLead, someVisitor } from '../../store/new-table.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { MINUTE, Sweeps } from './sweeps.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const moments = [1, 2, 3, 4, 5, 6, 7].flatMap((call) =>
  (['before', 'after'] as const).map((when) => ({ call, when })),
);

function alone(): { sweeps: Sweeps; job: NewJob } {
  return { sweeps: new Sweeps(table), job: someJob() };
}

/** Only what this test put. */
function handlersFor({ of }: NewJob, sweeps: Sweeps): Handler[] {
  const handler = sweeps.handler('notice');
  return [{ ...handler, isFor: (key) => key.PK === of && handler.isFor(key) }];
}

/** Whatever happened, at most one attempt is a first one, and the job waits no more. */
async function isDoneOnce(sweeps: Sweeps, job: NewJob): Promise<void> {
  await sweeps.run(5, handlersFor(job, sweeps));
  expect(sweeps.tries.length).toBeGreaterThan(0);
  expect(sweeps.tries.length).toBeLessThanOrEqual(2);
  expect(sweeps.tries.slice(1).every(({ isRepeat }) => isRepeat)).toBe(true);
  const due = await allDue(table, 'notify', plus(NOW, 1e11));
  expect(due.filter(({ PK }) => PK === job.of)).toEqual([]);
}

describe('a process that is told of something and dies', () => {
  it('makes no more calls than these tests crash', async () => {
    const { sweeps, job } = alone();
    const counting = countingTable(table);
    await sweeps.tell(job, counting);
    expect(counting.calls).toBe(2);
  });

  it.each(moments)(
    '$when call $call: it is done once, or the next attempt is a repeat',
    async ({ call, when }) => {
      const { sweeps, job } = alone();
      await sweeps.tell(job, crashingTable(table, call, when)).catch(() => {});
      // Lambda tells it again.
      await sweeps.tell(job);
      await isDoneOnce(sweeps, job);
    },
  );

  it.each(moments)(
    '$when call $call, and was not told again: nothing that was written is lost',
    async ({ call, when }) => {
      const { sweeps, job } = alone();
      await sweeps.tell(job, crashingTable(table, call, when)).catch(() => {});
      if (call === 1 && when === 'before') await sweeps.tell(job);
      await isDoneOnce(sweeps, job);
    },
  );
});

describe('a sweep that dies', () => {
  it.each(moments)(
    '$when call $call: it is done once, or the next attempt is a repeat',
    async ({ call, when }) => {
      const { sweeps, job } = alone();
      await sweeps.put(job);
      await sweeps
        .sweep(handlersFor(job, sweeps), { table: crashingTable(table, call, when) })
        .catch(() => {});
      await isDoneOnce(sweeps, job);
    },
  );

  it.each(moments)(
    '$when call $call while it does what is due in another item: that is done once in effect',
    async ({ call, when }) => {
      const { sweeps } = alone();
      const [visitor, lead, event] = [someVisitor(), someLead(), submission()];
      await linkVisitor(table, visitor, lead, { at: NOW, due: NOW });
      const sweepLinks = (through: Table) => {
        const handler = jobsIn(linkEntity, 'link', async () => {
          await putLeadEvent(through, lead, event);
          await clearLinkDue(through, visitor);
        });
        const only = { ...handler, isFor: ({ PK }: { PK: string }) => PK === `V#${visitor}` };
        return sweeps.sweep([only], { by: 'timers', shards: 4, table: through });
      };
      await sweepLinks(crashingTable(table, call, when)).catch(() => {});
      for (let minute = 0; minute < 3; minute++) {
        sweeps.now = plus(sweeps.now, MINUTE);
        await sweepLinks(table);
      }
      expect(await leadEvents(table, lead)).toEqual([event]);
      expect(await getNewLink(table, visitor)).toBeUndefined();
    },
  );
});

describe('what kills the process each time it is tried, in an item of another kind', () => {
  it('is counted, pauses, and is given up after the patience of its kind', async () => {
    const { sweeps } = alone();
    const [visitor, lead] = [someVisitor(), someLead()];
    await linkVisitor(table, visitor, lead, { at: NOW, due: NOW });
    let deaths = 0;
    const sweep = () => {
      let isDead = false;
      const mortal: Table = {
        name: table.name,
        async call(operation, input) {
          if (isDead) throw new Crash();
          return table.call(operation, input);
        },
      };
      const handler = jobsIn(linkEntity, 'link', async () => {
        deaths += 1;
        isDead = true;
        throw new Crash();
      });
      const only = { ...handler, isFor: ({ PK }: { PK: string }) => PK === `V#${visitor}` };
      return sweeps.sweep([only], { by: 'timers', shards: 4, table: mortal }).catch(() => {});
    };
    const waiting = async () =>
      (await allDue(table, 'timers', plus(NOW, 1e11))).find(({ PK }) => PK === `V#${visitor}`);
    for (let due = await waiting(); due; due = await waiting()) {
      const next = plus(sweeps.now, MINUTE);
      sweeps.now = due.at > next ? due.at : next;
      await sweep();
    }
    // For ten minutes it is not suspected; then it has the tries of any other that fails.
    expect(deaths).toBeLessThanOrEqual(11 + 30);
    expect(sweeps.now > plus(NOW, 6 * 24 * 60 * MINUTE)).toBe(true);
    expect(sweeps.jobs.news.at(-1)).toMatchObject({
      news: 'job-given-up',
      about: { kind: 'link', failure: 'interrupted' },
    });
    expect(await getNewLink(table, visitor)).toMatchObject({ lead });
  });
});
