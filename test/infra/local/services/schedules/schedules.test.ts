import { describe, expect, it } from 'vitest';
import { openSchedules } from '../../../../../infra/local/services/schedules/schedules.ts';
import { aClock, aJournal, anInvoker, aResource } from '../builders.ts';

const reader = aResource('AWS::Lambda::Function', 'Reader');

function aSchedule(properties: Record<string, unknown>, journal = aJournal(), clock = aClock()) {
  const twin = { changes: 0, moments: [] as number[], read: () => {} };
  const invoker = anInvoker({ Reader: () => twin.read() });
  const schedule = aResource('AWS::Scheduler::Schedule', 'EveryMinute', {
    ScheduleExpression: 'rate(1 hour)',
    Target: { Arn: reader.arn, Input: '{"shard":1}' },
    ...properties,
  });
  const part = openSchedules({
    ...{ resources: [reader, schedule], journal, clock, invoker },
    changes: () => twin.changes,
    nextIndexedTime: (time) => twin.moments.filter((moment) => moment > time).sort((a, b) => a - b)[0],
  });

  /** Moves time as the clock does; returns the minutes at which the schedule fired. */
  async function move(minutes: number): Promise<number[]> {
    const began = clock.now();
    const firedAfter: number[] = [];
    clock.isMoving = true;
    for (let due = part.nextDue?.(); due && due <= began + minutes * 60_000; due = part.nextDue?.()) {
      clock.advance(due - clock.now());
      await part.runDue?.();
      firedAfter.push((clock.now() - began) / 60_000);
    }
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

describe('a schedule that fires every minute, while time is moved', () => {
  it('skips more and more firings that would only read again', async () => {
    const { move } = aSchedule(everyMinute);
    expect(await move(20 * 60)).toEqual([1, 2, 18, 274, 634, 994]);
  });

  it('fires every minute as long as it changes something', async () => {
    const { move, twin } = aSchedule(everyMinute);
    twin.read = () => {
      twin.changes += 1;
    };
    expect(await move(6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('fires at the next minute after anything else was changed', async () => {
    const { move, twin } = aSchedule(everyMinute);
    await move(40);
    twin.changes += 1;
    expect(await move(20)).toEqual([1, 2, 18]);
  });

  it('fires as soon as something is due, and again a minute later', async () => {
    const { move, twin, clock } = aSchedule(everyMinute);
    twin.moments.push(clock.now() + 100.5 * 60_000);
    expect(await move(130)).toEqual([1, 2, 18, 101, 102, 118]);
  });

  it('keeps to its own times if its rate is not in minutes', async () => {
    const { move } = aSchedule({ ScheduleExpression: 'rate(20 minutes)' });
    expect(await move(360)).toEqual([20, 40, 60, 320]);
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
