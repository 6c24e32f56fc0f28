import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { rowOf } from '../../../shared/domain/identity/directory/row.ts';
import type { ErasedLead, Lead, LeadImage } from '../../../shared/domain/identity/lead.ts';
import type { ActiveEnrolment, Enrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { COUNTERS, type CountedNumber, counterOf, isUnder } from '../../../shared/domain/reports/counted.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { DAY_MS, type Day, dayOf, type Instant, plus } from '../../../shared/domain/time.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import { putReportChange } from '../../../shared/store/reports/report-changes.ts';
import { ROLL_UP, type RollUp } from '../../../shared/store/reports/report-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { countEnrolment } from '../../../shared/usecases/reports/count-enrolment.ts';
import { countReaction, countReported } from '../../../shared/usecases/reports/count-mail.ts';
import { readLeadsBehind } from '../../../shared/usecases/reports/read-leads-behind.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { NOW } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { handover, reported, someone } from '../../domain/reports/builders.ts';
import { lives } from '../../domain/reports/lives.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { metered } from '../metered-table.ts';

const TODAY = NOW.slice(0, 10);
const MINUTE_MS = 60_000;
let table: Table;
let now: Instant;
let directory = emptyDirectory();
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
  directory = emptyDirectory();
});

const system = (over = table) => ({ table: over, now: () => now });
const record = async (before: LeadImage, after: Lead | ErasedLead) => {
  await recordReportMetrics(system(), before, after);
  applyChanges(directory, [rowOf(after)]);
};
const living = (...leads: Lead[]) => applyChanges(directory, leads.map(rowOf));
const ask = (counted: string, under?: string, period: CountedNumber['period'] = {}) =>
  readLeadsBehind(system(), { counted, under, period }, directory.rows.values());
/** Sums up every day that is over, and says so as the job does. */
async function sumUp(summed: Day): Promise<void> {
  const { data } = (await rollUp(system(), { summed }, () => false)) as { data: RollUp };
  const change = { set: '#data = :data', names: { '#data': 'data' }, values: { ':data': data } };
  await jobEntity.update(table, ROLL_UP, change);
}
const idsOf = async (...asked: Parameters<typeof ask>) => [...(await ask(...asked)).ids].sort();

/** A lead a day until yesterday; the seventh last does not fit, but crosses the threshold. */
async function oneADay(days: number): Promise<void> {
  for (let n = days; n >= 1; n--) {
    now = plus(NOW, -n * DAY_MS);
    const lead = reported({ id: someone(n), changedAt: now });
    await record(undefined, lead);
    if (n === 7) await record(lead, { ...lead, version: 2, band: 'call', fit: 'bad' });
  }
  now = NOW;
  await sumUp(dayOf(plus(NOW, -(days + 1) * DAY_MS)));
}

/** What a number of the funnel is made of, for one lead. */
function plainly(number: CountedNumber, life: readonly (Lead | ErasedLead)[]): number {
  const { dimension, metrics } = counterOf(number);
  return life
    .flatMap((after, n) => incrementsOfChange(life[n - 1], after))
    .filter((one) => one.dimension === dimension && metrics.includes(one.metric) && isUnder(number, one.of))
    .reduce((sum, { by }) => sum + by, 0);
}

/** A life as it is after an erasure, and a second life if the person came back. */
function withErasure(life: readonly Lead[], again: readonly Lead[] | undefined) {
  const { id, version } = life.at(-1) as Lead;
  const erasedAt = plus(NOW, 2 * 60 * MINUTE_MS);
  const back = (again ?? []).map(
    (one, n): Lead => ({
      ...{ ...one, id, erasedAt, version: version + 2 + n },
      changedAt: plus(erasedAt, (2 + n) * MINUTE_MS),
    }),
  );
  return { first: [...life, { id, version: version + 1, erasedAt } as ErasedLead], back };
}

describe('the leads behind a number', () => {
  it('are the living ones that it counts, in any order, with any repetition, whoever is erased in between', async () => {
    const numbers = [...COUNTERS.keys()].filter((name) => /^(funnel|member|form)/.test(name));
    const course = fc.record({
      all: lives(5),
      erased: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      isBack: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 }),
      asked: fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 3, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(course, async ({ all, erased, isBack, order, asked }) => {
        table = await memoryTable();
        directory = emptyDirectory();
        now = plus(NOW, 3 * 60 * MINUTE_MS);
        const stories = all.map((life, n) => {
          const timed = life.map((one, step) => ({ ...one, changedAt: plus(NOW, step * 7 * MINUTE_MS) }));
          if (!erased[n]) return { own: timed, before: [] };
          const again = isBack[n] ? all[(n + 1) % all.length] : undefined;
          const { first, back } = withErasure(timed, again);
          return { own: back, before: first };
        });
        const changes = stories.flatMap(({ own, before }) => {
          const pairs = (images: readonly (Lead | ErasedLead)[], start?: LeadImage) =>
            images.map((after, n) => [n === 0 ? start : images[n - 1], after] as const);
          return [...pairs(before), ...pairs(own, before.at(-1))];
        });
        const turnOf = (n: number) => order[n % order.length] ?? 0;
        const told = [...changes, ...changes].map((change, n) => ({ change, turn: turnOf(n) }));
        for (const { change } of told.sort((a, b) => a.turn - b.turn)) await record(...change);
        await sumUp('2026-11-20');
        for (const counted of asked) {
          const number = { counted, period: {} };
          const expected = stories.flatMap(({ own, before }) => {
            const life = [...before.slice(-1), ...own];
            return own[0] !== undefined && plainly(number, life) > 0 ? [own[0].id] : [];
          });
          expect(await idsOf(counted), counted).toEqual(expected.sort());
        }
      }),
      { numRuns: 10 },
    );
  });

  it('are found where a correction takes off in an hour what another lead adds', async () => {
    const taken = (n: number, at: Instant) => {
      const answer = { by: 'anna', at };
      const mql = reported({ id: someone(n), stage: 'mql', handover: handover({ to: 'anna' }) });
      const accepted = handover({ ...{ to: 'anna', status: 'accepted', answer }, reached: { sal: at } });
      return { mql, sal: { ...mql, version: 2, stage: 'sal' as const, handover: accepted, changedAt: at } };
    };
    const wrong = taken(1, NOW);
    const later = plus(NOW, DAY_MS);
    const right = taken(2, later);
    now = later;
    await record(undefined, wrong.mql);
    await record(wrong.mql, wrong.sal);
    await record(undefined, right.mql);
    await record(right.mql, right.sal);
    const back = {
      ...wrong.mql,
      version: 3,
      handover: handover({ to: 'anna', corrections: 1 }),
      changedAt: later,
    };
    await record(wrong.sal, back);
    expect(await idsOf('member.accepted', 'anna')).toEqual([someone(2)]);
    now = plus(NOW, 5 * DAY_MS);
    await sumUp('2026-11-20');
    for (const counted of ['member.accepted', 'funnel.accepted', 'form.accepted'])
      expect(await ask(counted), counted).toMatchObject({
        ...{ counted: 1, times: 1, erased: 0, known: 1 },
        ids: new Set([someone(2)]),
      });
    // As the report of each day has it: on the second, one answer was given and another taken off.
    const second = { from: dayOf(later), to: dayOf(later) };
    expect(await ask('member.accepted', 'anna', second)).toMatchObject({
      ...{ counted: 0, times: 1, takenOff: 1, unknown: 0 },
      ids: new Set([someone(2)]),
    });
    const day = { from: TODAY, to: TODAY };
    expect(await idsOf('member.accepted', 'anna', day)).toEqual([someone(1)]);
  });

  it('are those of a mail, in one language or in all', async () => {
    const sent = (n: number, locale: 'nl' | 'en') =>
      mail({
        id: `m${n}`,
        lead: someone(n),
        locale,
        step: 'tip-1',
        sentAt: NOW,
        deliveredAt: NOW,
        clickedAt: NOW,
      });
    living(reported({ id: someone(1) }), reported({ id: someone(2) }));
    for (const one of [sent(1, 'nl'), sent(2, 'en'), sent(3, 'en')])
      for (const _ of [1, 2]) {
        await countReported(system(), one, 'delivered');
        await countReaction(system(), { ...one, clicks: { 0: NOW } }, 0);
      }
    const { sequence } = sent(1, 'nl');
    expect(await idsOf('mail.clicked', `${sequence}/tip-1/nl`)).toEqual([someone(1)]);
    expect(await idsOf('mail.clicked', `${sequence}/tip-1`)).toEqual([someone(1), someone(2)]);
    expect(await idsOf('mail.clicked', `${sequence}/tip`)).toEqual([]);
    expect(await ask('mail.delivered', `${sequence}/tip-1/en`)).toMatchObject({
      counted: 2,
      times: 1,
      erased: 1,
    });
    const link = `${sequence}/tip-1/nl www.example.com/guides/x`;
    expect(await idsOf('link.clicked', link)).toEqual([someone(1)]);
  });

  it('are those who began a sequence, and those under way in it', async () => {
    const active = (n: number) =>
      ({
        ...{ lead: someone(n), sequence: 'tips', startedAt: TODAY, version: 1, status: 'active', due: NOW },
        ...{ planned: NOW, sent: {}, skipped: {}, shiftDays: 0 },
      }) as ActiveEnrolment;
    for (const n of [1, 2, 3]) {
      living(reported({ id: someone(n) }));
      await countEnrolment(system(), NOW, undefined, active(n));
    }
    const ended: Enrolment = { ...active(2), version: 2, status: 'ended', why: 'unsubscribed' } as never;
    await countEnrolment(system(), plus(NOW, MINUTE_MS), active(2), ended);
    applyChanges(directory, [{ id: someone(3), version: 9, erasedAt: 1 }]);
    await countEnrolment(system(), plus(NOW, MINUTE_MS), active(3), undefined);
    now = plus(NOW, 4 * DAY_MS);
    await sumUp('2026-11-20');
    expect(await idsOf('sequence.began', 'tips')).toEqual([someone(1), someone(2)]);
    expect(await ask('sequence.waiting', 'tips')).toMatchObject({
      ...{ counted: 1, ids: new Set([someone(1)]) },
      ...{ erased: 0, unknown: 0, takenOff: 0 },
    });
    expect(await idsOf('sequence.left.unsubscribed', 'tips')).toEqual([someone(2)]);
    expect(await ask('sequence.left.erased', 'tips')).toMatchObject({
      ...{ counted: 1, erased: 1, unknown: 0 },
    });
  });

  it('are not known of what was counted before changes said of whom', async () => {
    const leads = { dimension: 'playbook', of: '2', metric: 'leads', by: 1 } as const;
    await putReportChange(table, { key: 'old', at: NOW }, [leads]);
    await record(undefined, reported({ id: someone(1) }));
    expect(await ask('funnel.leads')).toMatchObject({ counted: 2, unknown: 1, times: 1, erased: 0 });
  });

  it('are the newest when there are too many changes to read', async () => {
    await oneADay(9);
    const few = { ...system(), most: 3 };
    const number = { counted: 'funnel.leads', period: {} };
    const found = await readLeadsBehind(few, number, directory.rows.values());
    expect(found.counted).toBe(9);
    const newest = [...found.ids].sort();
    expect(newest).toEqual(Array.from(newest, (_, n) => someone(n + 1)));
    expect(newest.length).toBeLessThan(9);
    expect(found.since).toBeDefined();
  });

  it('cost little where little was counted', async () => {
    await oneADay(40);
    const meter = metered(table);
    const number = { counted: 'funnel.held', period: {} };
    const { ids } = await readLeadsBehind(system(meter), number, directory.rows.values());
    expect([...ids]).toEqual([someone(7)]);
    expect(meter.read).toBeLessThan(12);
    meter.read = 0;
    await readLeadsBehind(system(meter), number, []);
    expect(meter.read).toBe(0);
  });
});
