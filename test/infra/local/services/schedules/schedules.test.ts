import { describe, expect, it } from 'vitest';
import { openSchedules } from '../../../../../infra/local/services/schedules/schedules.ts';
import { aClock, aJournal, anInvoker, aResource } from '../builders.ts';

const reader = aResource('AWS::Lambda::Function', 'Reader');

function aSchedule(properties: Record<string, unknown>, journal = aJournal(), clock = aClock()) {
  const twin = { listed: [] as number[], queries: true, failures: 0 };
  const invoker = anInvoker({
    Reader: () => {
      if (twin.queries) part.queried('Reader', '{"shard":1}', 'mine');
      const isDue = twin.listed.some((time) => time <= clock.now());
      if (isDue && twin.failures > 0) twin.failures -= 1;
      else twin.listed = twin.listed.filter((time) => time > clock.now());
    },
  });
  const schedule = aResource('AWS::Scheduler::Schedule', 'EveryMinute', {
    ScheduleExpression: 'rate(1 hour)',
    Target: { Arn: reader.arn, Input: '{"shard":1}' },
    ...properties,
  });
  const part = openSchedules({
    ...{ resources: [reader, schedule], journal, clock, invoker },
    firstListed: (partitions) => (partitions.has('mine') ? twin.listed.sort((a, b) => a - b)[0] : undefined),
  });

  /** Moves time as the clock does; returns the minutes at which the schedule fired. */
  async function move(minutes: number): Promise<number[]> {
    const began = clock.now();
    const firedAfter: number[] = [];
    const end = began + minutes * 60_000;
    clock.isMoving = true;
    for (let due = part.nextDue?.(); due && due <= end; due = part.nextDue?.()) {
      clock.advance(due - clock.now());
      await part.runDue?.();
      firedAfter.push((clock.now() - began) / 60_000);
    }
    clock.advance(end - clock.now());
    await part.runDue?.();
    clock.isMoving = false;
    return firedAfter;
  }
  return { part, clock, invoker, journal, twin, move };
}

describe('a schedule', () => {
  it('invokes its function by the virtual clock', async () => {
    const { part, clock, invoker } = aSchedule({});
    await part.runDue?.();
    expect(invoker.calls).toEqual([]);
    clock.advance(60 * 60_000);
    expect(part.nextDue?.()).toBe(clock.now());
    await part.runDue?.();
    await part.runDue?.();
    expect(invoker.calls).toEqual([{ logicalId: 'Reader', event: { shard: 1 } }]);
  });

  it('fires once for everything it missed while the twin was off', async () => {
    const { journal, clock } = aSchedule({});
    clock.advance(5.5 * 60 * 60_000);
    const { part, invoker } = aSchedule({}, journal, clock);
    await part.runDue?.();
    expect(invoker.calls).toHaveLength(1);
    expect(part.nextDue?.()).toBeGreaterThan(clock.now());
  });

  it('does not fire when it is disabled', () => {
    expect(aSchedule({ State: 'DISABLED' }).part.nextDue?.()).toBeUndefined();
  });

  it.each([
    ['rate(1 minute)', 1],
    ['rate(12 hours)', 12 * 60],
    ['rate(7 days)', 7 * 24 * 60],
  ])('of %s fires first after %d minutes', (ScheduleExpression, minutes) => {
    const { part, clock } = aSchedule({ ScheduleExpression });
    expect(part.nextDue?.()).toBe(clock.now() + minutes * 60_000);
  });

  it.each(['every day', 'rate(0 days)', 'rate(1 fortnight)', 'cron(0 8 * * ? *)', 'at(2026-06-01T08:00:00)'])(
    'of %s is refused by name',
    (ScheduleExpression) => {
      const refused = `EveryMinute: the twin runs schedules like rate(1 minute), not ${ScheduleExpression}`;
      expect(() => aSchedule({ ScheduleExpression })).toThrow(refused);
    },
  );

  it('whose input has to be filled in is refused', () => {
    const Target = { Arn: reader.arn, Input: '{"at":"<aws.scheduler.scheduled-time>"}' };
    expect(() => aSchedule({ Target })).toThrow('<aws.scheduler.scheduled-time>');
  });
});

const everyMinute = { ScheduleExpression: 'rate(1 minute)' };

const hour = 60;
const day = 24 * hour;

describe('a schedule that fires every minute, while time is moved', () => {
  it('fires once a day as long as nothing is listed where its function looks', async () => {
    const { move } = aSchedule(everyMinute);
    expect(await move(2.5 * day)).toEqual([1, 1 + day, 1 + 2 * day]);
  });

  it('fires as soon as something is due', async () => {
    const { move, twin, clock } = aSchedule(everyMinute);
    twin.listed.push(clock.now() + 100.5 * 60_000, clock.now() + 130 * 60_000);
    expect(await move(5 * hour)).toEqual([1, 101, 130]);
  });

  it('fires every minute as long as something that is due is left', async () => {
    const { move, twin, clock } = aSchedule(everyMinute);
    twin.listed.push(clock.now() + 100.5 * 60_000);
    twin.failures = 2;
    expect(await move(5 * hour)).toEqual([1, 101, 102, 103]);
  });

  it('fires at the next minute for what is listed meanwhile', async () => {
    const { move, twin, clock } = aSchedule(everyMinute);
    expect(await move(40)).toEqual([1]);
    twin.listed.push(clock.now());
    expect(await move(40)).toEqual([1]);
  });

  it('does not make up afterwards for what it skipped', async () => {
    const { part, move, clock, invoker } = aSchedule(everyMinute);
    await move(40);
    expect(part.nextDue?.()).toBe(clock.now() + 60_000);
    expect(invoker.calls).toHaveLength(1);
  });

  it('skips nothing if its function looks into no index', async () => {
    const { move, twin } = aSchedule(everyMinute);
    twin.queries = false;
    expect(await move(6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps to its own times', async () => {
    const { move, twin, clock } = aSchedule({ ScheduleExpression: 'rate(20 minutes)' });
    twin.listed.push(clock.now() + 2.1 * hour * 60_000);
    expect(await move(4 * hour)).toEqual([20, 140]);
  });
});

describe('a schedule that fires every minute, while time passes by itself', () => {
  it('skips nothing', async () => {
    const { part, clock, invoker } = aSchedule(everyMinute);
    for (let minute = 0; minute < 10; minute++) {
      clock.advance(60_000);
      await part.runDue?.();
    }
    expect(invoker.calls).toHaveLength(10);
  });
});
