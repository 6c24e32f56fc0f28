import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, mondayOf, periodOf, planReads } from '../../../shared/domain/reports/period.ts';
import { plusDays } from '../../../shared/domain/time.ts';

const day = fc.integer({ min: 0, max: 800 }).map((days) => plusDays('2026-01-01', days));

describe('the reads of a period', () => {
  it('cover each of its days once, up to today', () => {
    fc.assert(
      fc.property(day, fc.nat(371), day, fc.integer({ min: 0, max: 10 }), (from, length, today, open) => {
        const [period, summed] = [{ from, to: plusDays(from, length) }, plusDays(today, -open)];
        const pieces = planReads(period, summed, today);
        const weeks = pieces.weeks ? daysOf({ ...pieces.weeks, to: plusDays(pieces.weeks.to, 6) }) : [];
        const days = [...weeks, ...pieces.days.flatMap(daysOf), ...pieces.open];
        expect(days.sort()).toEqual(daysOf(period).filter((one) => one <= today));
      }),
    );
  });

  it('are whole weeks with a sum, and at most two ranges of days beside them', () => {
    expect(planReads({ from: '2026-09-02', to: '2026-11-22' }, '2026-11-20', '2026-11-22')).toEqual({
      weeks: { from: '2026-09-07', to: '2026-11-09' },
      days: [
        { from: '2026-09-02', to: '2026-09-06' },
        { from: '2026-11-16', to: '2026-11-20' },
      ],
      open: ['2026-11-21', '2026-11-22'],
    });
  });
});

describe('a period', () => {
  it('is the last twelve weeks by default', () => {
    expect(periodOf('2026-11-22', {})).toEqual({ from: '2026-08-31', to: '2026-11-22' });
  });

  it.each([
    [
      'between two days in either order',
      { from: '2026-11-22', to: '2026-11-20' },
      '2026-11-20',
      '2026-11-22',
    ],
    ['as long as a year and a week', { from: '2025-11-22', to: '2026-11-27' }, '2025-11-22', '2026-11-27'],
    [
      'the last year and week of a longer one',
      { from: '2020-01-01', to: '2026-11-27' },
      '2025-11-22',
      '2026-11-27',
    ],
    ['twelve weeks up to its end', { to: '2026-03-01' }, '2025-12-08', '2026-03-01'],
    ['a day that has yet to come', { from: '2027-01-01' }, '2027-01-01', '2027-01-01'],
  ])('may be %s', (_, given, from, to) => {
    expect(periodOf('2026-11-22', given)).toEqual({ from, to });
  });

  it('has weeks that begin on Monday', () => {
    expect(['2026-11-16', '2026-11-22', '2026-11-23'].map(mondayOf)).toEqual([
      '2026-11-16',
      '2026-11-16',
      '2026-11-23',
    ]);
  });
});
