import { describe, expect, it } from 'vitest';
import {
  budgetTime,
  inLastDay,
  requestLimits,
  unprovenBudget,
} from '../../../../shared/domain/nurture/pace/request-limits.ts';
import { nurtureRules, onDay } from '../builders.ts';

const { mailing } = nurtureRules();

describe('what strangers may ask for', () => {
  it('is what the playbook says, or the same for everybody', () => {
    const limits = {
      mailbox: { atOnce: 5, perDay: 12 },
      network: { atOnce: 25, perDay: 480 },
      share: 0.5,
      brake: { bounces: 0.1, minimum: 20, perHour: 12 },
    };
    expect(requestLimits(mailing)).toEqual(limits);
    const requested = { ...limits, share: 0.2 };
    expect(requestLimits({ ...mailing, requested })).toBe(requested);
  });

  it('is a tenth without the solution of a challenge, and at least one', () => {
    expect(unprovenBudget({ atOnce: 25, perDay: 480 })).toEqual({ atOnce: 3, perDay: 48 });
    expect(unprovenBudget({ atOnce: 1, perDay: 9 })).toEqual({ atOnce: 1, perDay: 1 });
  });

  it('comes back over a day, half of it for those who ask just then', () => {
    const hour = 3_600_000;
    expect(budgetTime({ atOnce: 5, perDay: 12 })).toEqual({ taking: 4 * hour, ahead: 16 * hour });
    expect(budgetTime({ atOnce: 1, perDay: 7 })).toEqual({ taking: Math.ceil((48 * hour) / 7), ahead: 0 });
  });

  it('is counted over the last 24 hours: all of today, and what these hours still have of yesterday', () => {
    const counted = { '2026-11-01': 100, '2026-11-02': 8, '2026-11-03': 3, '2026-11-04': 50 };
    expect(inLastDay(counted, onDay(0, '00:00'))).toBe(11);
    expect(inLastDay(counted, onDay(0, '06:00'))).toBe(9);
    expect(inLastDay(counted, onDay(0, '18:00'))).toBe(5);
    expect(inLastDay({ '2026-11-02': 8 }, onDay(0, '12:00'))).toBe(4);
    expect(inLastDay({}, onDay(0, '12:00'))).toBe(0);
  });
});
