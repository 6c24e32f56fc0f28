import { describe, expect, it } from 'vitest';
import { scheduleExpression } from '../../../../../infra/local/services/schedules/schedule-expression.ts';
import { openSchedules } from '../../../../../infra/local/services/schedules/schedules.ts';
import { aClock, aJournal, anInvoker, aResource } from '../builders.ts';

const at = (moment: string) => Date.parse(moment);

describe('a schedule expression', () => {
  // 2026-03-02 is a Monday; daylight saving time in Amsterdam starts on 2026-03-29.
  it.each([
    ['rate(1 minute)', 'UTC', '2026-03-02T09:01:00Z'],
    ['rate(12 hours)', 'UTC', '2026-03-02T21:00:00Z'],
    ['rate(7 days)', 'UTC', '2026-03-09T09:00:00Z'],
    ['cron(15 10 * * ? *)', 'UTC', '2026-03-02T10:15:00Z'],
    ['cron(0 18 ? * MON-FRI *)', 'UTC', '2026-03-02T18:00:00Z'],
    ['cron(0 8 ? * 1 *)', 'UTC', '2026-03-08T08:00:00Z'],
    ['cron(0 8 ? * 2-6 *)', 'UTC', '2026-03-03T08:00:00Z'],
    ['cron(0/10 * ? * * *)', 'UTC', '2026-03-02T09:10:00Z'],
    ['cron(0 8 L * ? *)', 'UTC', '2026-03-31T08:00:00Z'],
    ['cron(0 8 ? * 3#1 *)', 'UTC', '2026-03-03T08:00:00Z'],
    ['cron(0 8 1 1 ? 2027)', 'UTC', '2027-01-01T08:00:00Z'],
    ['cron(0 8 * * ? *)', 'Europe/Amsterdam', '2026-03-03T07:00:00Z'],
    ['at(2026-06-01T08:00:00)', 'Europe/Amsterdam', '2026-06-01T06:00:00Z'],
  ])('%s in %s fires next at %s', (expression, timezone, expected) => {
    expect(scheduleExpression(expression, timezone)(at('2026-03-02T09:00:00Z'))).toBe(at(expected));
  });

  it('fires once if it names one moment', () => {
    expect(scheduleExpression('at(2026-01-01T00:00:00)')(at('2026-03-02T09:00:00Z'))).toBeUndefined();
  });

  it.each(['every day', 'rate(0 days)', 'rate(1 fortnight)', 'cron(* *)'])('is not %s', (expression) => {
    expect(() => scheduleExpression(expression)).toThrow('schedule expression');
  });
});

const reader = aResource('AWS::Lambda::Function', 'Reader');

function aSchedule(properties: Record<string, unknown>, journal = aJournal(), clock = aClock()) {
  const twin = { changes: 0, moments: [] as number[], read: () => {} };
  const invoker = anInvoker({ Reader: () => twin.read() });
  const schedule = aResource('AWS::Scheduler::Schedule', 'EveryMinute', {
    ScheduleExpression: 'rate(1 hour)',
    Target: { Arn: reader.arn, Input: '{"shard":1}' },
    ...properties,
  });
  const sendToQueue = () => {};
  const part = openSchedules({
    ...{ resources: [reader, schedule], journal, clock, invoker, sendToQueue },
    ...{ region: 'eu-west-1', accountId: '0' },
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

  it('passes the scheduled time in its input', async () => {
    const target = { Arn: reader.arn, Input: '{"at":"<aws.scheduler.scheduled-time>"}' };
    const { part, clock, invoker } = aSchedule({ Target: target });
    clock.advance(60 * 60_000);
    await part.runDue?.();
    expect(invoker.calls[0]?.event).toEqual({ at: '2026-03-02T10:00:00.000Z' });
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
    const { move } = aSchedule({ ScheduleExpression: 'cron(0/20 * * * ? *)' });
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
