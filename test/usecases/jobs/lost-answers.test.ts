import { beforeAll, expect, it } from 'vitest';
import { NotDone } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { type NotifySystem, notifySales } from '../../../shared/usecases/handover/notify-sales.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { allDue, someJob } from '../../store/jobs/some-job.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { someLead } from '../../store/new-table.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { forgetfulTable, randomFrom } from '../faulty-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { DAY_MS, enrolled, MONDAY, Sending } from '../nurture/sending.ts';
import { newSweeps, Sweeps } from './sweeps.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const SEEDS = Array.from({ length: 8 }, (_, n) => n);
const forgetful = (seed: number, of = table) => forgetfulTable(of, randomFrom(seed));

it.each(SEEDS)('two who lose answers (%d) send each mail of a sequence once', async (seed) => {
  const sending = new Sending(table);
  const of = await enrolled(table);
  const send = (from: number) =>
    sending.send(of, { table: forgetful(from), pace: sending.pace() }).catch(() => {});
  for (const day of [0, 7, 14, 21]) {
    sending.now = plus(MONDAY, day * DAY_MS);
    for (let round = 0; round < 2; round++) await Promise.all([send(2 * seed), send(2 * seed + 1)]);
  }
  expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  expect(await getEnrolment(table, of)).toMatchObject({ status: 'done' });
  expect(sending.news).toEqual([]);
});

it.each(SEEDS)(
  'three who lose answers (%d) tell sales of a hand-over once over each channel',
  async (seed) => {
    // Each on a day of its own: of many within an hour sales is told together.
    const at = plus(NOW, seed * DAY_MS);
    const [lead, playbook, now] = [someLead(), shippedPlaybook(), () => at];
    const event = submission('contact', { handRaise: true, values: { name: 'Ann' } });
    await putLeadEvent(table, lead, event);
    const scoring = { table, now, playbook: async () => playbook, newToken: () => 'token', hideBeginnings };
    await scoreLead({ ...scoring, table: forgetful(seed) }, lead, [event]);
    const sent: string[] = [];
    const system = (from: number): NotifySystem => ({
      ...jobsOf(forgetful(from), now),
      playbook: async () => playbook,
      country: 'NL',
      channels: {
        mail: async ([{ isRepeat }]) => void sent.push(`mail ${isRepeat}`),
        slack: async ([{ isRepeat }]) => void sent.push(`slack ${isRepeat}`),
      },
      reportTrouble: (trouble) => sent.push(trouble),
    });
    const trigger = { kind: 'opened', lead, number: 1, at, reason: 'hand-raiser' } as const;
    const tell = (from: number) => notifySales(system(from), trigger);
    const outcomes = await Promise.all([tell(seed), tell(seed + 100), tell(seed + 200)]);
    expect(outcomes.sort()).toEqual(['busy', 'busy', 'done']);
    expect(sent.sort()).toEqual(['mail false', 'slack false']);
    expect((await allDue(table, 'notify', plus(at, DAY_MS))).filter(({ id }) => id === lead)).toEqual([]);
  },
);

it.each(SEEDS)(
  'sweeps that lose answers (%d) try each job at its time, and none of them twice',
  async (seed) => {
    const alone = await newSweeps();
    const sweeps = new Sweeps(alone.table);
    const jobs = Array.from({ length: 10 }, () => someJob());
    for (const job of jobs) await sweeps.put(job);
    const failed = new Set<string>();
    sweeps.perform = async ({ key }) => {
      if (failed.has(key)) return undefined;
      failed.add(key);
      throw new NotDone('busy');
    };
    for (let minute = 0; minute < 3; minute++) {
      const at = (from: number) => sweeps.sweep(undefined, { table: forgetful(seed + from, alone.table) });
      await Promise.all([at(0), at(100), at(200)]);
      sweeps.now = plus(sweeps.now, 60_000);
    }
    expect(sweeps.tries).toHaveLength(20);
    for (const { key } of jobs) {
      const tries = sweeps.tries.filter((one) => one.key === key);
      expect(tries.map(({ at, isRepeat }) => [at, isRepeat])).toEqual([
        [NOW, false],
        [plus(NOW, 60_000), false],
      ]);
    }
    expect(sweeps.jobs.news.map(({ about }) => about.tries)).toEqual(Array(10).fill(1));
  },
);
