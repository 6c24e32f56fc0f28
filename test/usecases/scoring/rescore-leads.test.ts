import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotDone } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { rescoreLeads } from '../../../shared/usecases/scoring/rescore-leads.ts';
import { Crash, dyingTable } from '../faulty-table.ts';
import { playbook } from '../playbook.ts';
import { RescoredLeads } from './rescored-leads.ts';

/** With this every lead is scored anew, and goes up or down in its list. */
const more = (points: number) => ({
  scoring: { ...playbook.scoring, rules: [{ name: 'form', on: 'form' as const, points }] },
});

describe('a lead, when the ideal customer changes', () => {
  it('gets a new fit and stage when the playbook is published', async () => {
    const its = await RescoredLeads.begin(1);
    expect(await its.leads()).toMatchObject([{ fit: 'good', stage: 'lead', playbook: 1 }]);
    const publish = async (sectors: object) => {
      await its.publish({ fit: { ...playbook.fit, sectors } });
      await its.runDue();
    };
    await publish({ bad: ['retail'] });
    expect(await its.leads()).toMatchObject([{ fit: 'bad', stage: 'name', playbook: 2 }]);
    await publish({ good: ['software'], required: true });
    expect(await its.leads()).toMatchObject([{ fit: 'unknown', playbook: 3 }]);
    await publish({ good: ['retail'], required: true });
    expect(await its.leads()).toMatchObject([{ fit: 'good', stage: 'lead', playbook: 4 }]);
  });
});

describe('after a new playbook', () => {
  it('every lead is scored by it, whatever happens to leads meanwhile, also by functions that still have the one before', async () => {
    const happening = fc.record({
      what: fc.constantFrom('arrives', 'sends in', 'raises a hand', 'is accepted'),
      n: fc.nat(39),
      seconds: fc.nat(12),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 20, maxLength: 60 }),
        fc.nat(4),
        async (all, between) => {
          const its = await RescoredLeads.begin(20);
          const coming = [...all];
          let calls = 0;
          const happens = async () => {
            const next = coming.shift();
            if (next === undefined) return;
            const { what, n, seconds } = next;
            if (what === 'arrives') await its.arrives();
            if (what === 'sends in') await its.sendsIn(n, 'demo');
            if (what === 'raises a hand') await its.sendsIn(n, 'contact', { handRaise: true });
            const lead = its.ids[n % its.ids.length] as (typeof its.ids)[number];
            if (what === 'is accepted')
              await actOnLead(its.running(), lead, { action: 'accept', by: 'Anna' });
            its.now = plus(its.now, seconds * 1_000);
          };
          const busy: Table = {
            name: its.table.name,
            async call(operation, input) {
              const output = await its.table.call(operation, input);
              if (operation === 'Query' && ++calls % (between + 1) === 0) await happens();
              return output;
            },
          };
          await its.publish(more(5));
          while (await its.isGoingOn()) {
            await its.runDue(busy);
            its.now = plus(its.now, 60_000);
          }
          // Nothing more happens to those that are due because of what sales did.
          await its.runDue();
          expect(await its.playbooks()).toEqual([2]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('a lead that a running function scored by the one before is found by the second pass', async () => {
    const its = await RescoredLeads.begin(8);
    await its.publish(more(5));
    await its.runDue();
    await its.arrives();
    expect(await its.playbooks()).toEqual([1, 2]);
    its.now = plus(its.now, 60_000);
    await its.runDue();
    expect(await its.playbooks()).toEqual([1, 2]);
    its.now = plus(its.now, 60_000);
    await its.runDue();
    expect(await its.playbooks()).toEqual([2]);
    expect(await its.isGoingOn()).toBe(false);
  });

  it('a hundred leads are each scored once, over as many runs as it takes', async () => {
    const its = await RescoredLeads.begin(110);
    await its.publish(more(5));
    let runs = 0;
    for (; await its.isGoingOn(); runs++) {
      let asked = 0;
      // Time for two pages of one shard in each run.
      await its.runDue(its.table, () => ++asked > 2);
      its.now = plus(its.now, 60_000);
    }
    expect(runs).toBeGreaterThan(4);
    expect((await its.leads()).map(({ version, score }) => `${version} ${score}`)).toEqual(
      Array(110).fill('2 5'),
    );
    expect(its.news).toEqual([]);
  });

  it('two sweeps at once score each lead once', async () => {
    const its = await RescoredLeads.begin(30);
    await its.publish(more(5));
    await Promise.all([its.runDue(), its.runDue()]);
    expect(new Set((await its.leads()).map(({ version }) => version))).toEqual(new Set([2]));
  });

  it('every lead is scored by it, wherever the process dies', async () => {
    const its = await RescoredLeads.begin(8);
    const { version: _, ...content } = playbook;
    let calls = 0;
    for (let version = 2, isDone = false; !isDone; version++) {
      calls += 1;
      const current = async () => ({ ...content, ...more(version), version });
      // Two of the eight are in this shard.
      const run = (table = its.table) =>
        rescoreLeads(
          { ...its.system(table), playbook: current },
          { playbook: version, shard: 1 },
          () => false,
        );
      isDone = await survived(run(dyingTable(its.table, calls, 'after')));
      await run();
      const scored = (await its.leads()).filter((lead) => lead.playbook === version);
      expect(scored.map(({ score }) => score)).toEqual([version, version]);
    }
    expect(calls).toBeGreaterThan(10);
  });
});

/** Whether it ended without dying. */
function survived(running: Promise<unknown>): Promise<boolean> {
  return running.then(
    () => true,
    (error) => {
      if (error instanceof Crash || error instanceof NotDone) return false;
      throw error;
    },
  );
}

describe('a lead that cannot be scored', () => {
  it('does not stop the others, and is scored when it can be', async () => {
    const its = await RescoredLeads.begin(60);
    await its.publish(more(5));
    const broken = its.ids[7];
    const table: Table = {
      name: its.table.name,
      call(operation, input) {
        const { PK, SK } = ('Key' in input && input.Key) || {};
        if (PK?.S === `L#${broken}` && SK?.S === 'LEAD') throw new Error('This lead cannot be read');
        return its.table.call(operation, input);
      },
    };
    await its.runDue(table);
    const left = (await its.leads()).filter((lead) => lead.playbook === 1);
    expect(left.map(({ id }) => id)).toEqual([broken]);
    its.now = plus(its.now, 60_000);
    await its.runDue();
    expect(await its.playbooks()).toEqual([2]);
  });
});
