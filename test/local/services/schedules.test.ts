import { describe, expect, it } from 'vitest';
import { scheduleExpression } from '../../../infra/local/services/schedules/schedule-expression.ts';
import { openSchedules } from '../../../infra/local/services/schedules.ts';
import { aClock, aJournal, anInvoker, aResource } from './builders.ts';

const at = (moment: string) => Date.parse(moment);

describe('a schedule expression', () => {
  // 2026-03-02 is a Monday; summer time in Amsterdam begins on 2026-03-29.
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

  it('fires once when it names one moment', () => {
    expect(scheduleExpression('at(2026-01-01T00:00:00)')(at('2026-03-02T09:00:00Z'))).toBeUndefined();
  });

  it.each(['every day', 'rate(0 days)', 'rate(1 fortnight)', 'cron(* *)'])('is not %s', (expression) => {
    expect(() => scheduleExpression(expression)).toThrow('schedule expression');
  });
});

const reader = aResource('AWS::Lambda::Function', 'Reader');

function aSchedule(properties: Record<string, unknown>, journal = aJournal(), clock = aClock()) {
  const invoker = anInvoker({ Reader: () => undefined });
  const schedule = aResource('AWS::Scheduler::Schedule', 'Sweep', {
    ScheduleExpression: 'rate(1 hour)',
    Target: { Arn: reader.arn, Input: '{"shard":1}' },
    ...properties,
  });
  const sendToQueue = () => {};
  const part = openSchedules({
    ...{ resources: [reader, schedule], journal, clock, invoker, sendToQueue },
    ...{ region: 'eu-west-1', accountId: '0' },
  });
  return { part, clock, invoker, journal };
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

  it('fires once for all that it missed while the twin was off', async () => {
    const { journal, clock } = aSchedule({});
    clock.advance(5.5 * 60 * 60_000);
    const { part, invoker } = aSchedule({}, journal, clock);
    await part.runDue?.();
    expect(invoker.calls).toHaveLength(1);
    expect(part.nextDue?.()).toBeGreaterThan(clock.now());
  });

  it('does not fire when it is switched off', () => {
    expect(aSchedule({ State: 'DISABLED' }).part.nextDue?.()).toBeUndefined();
  });

  it('fills in when it fired', async () => {
    const target = { Arn: reader.arn, Input: '{"at":"<aws.scheduler.scheduled-time>"}' };
    const { part, clock, invoker } = aSchedule({ Target: target });
    clock.advance(60 * 60_000);
    await part.runDue?.();
    expect(invoker.calls[0]?.event).toEqual({ at: '2026-03-02T10:00:00.000Z' });
  });
});
