import { describe, expect, it } from 'vitest';
import type { Totals } from '../../../shared/domain/reports/totals.ts';
import { compareWithUsual } from '../../../shared/domain/reports/usual.ts';
import { plusDays } from '../../../shared/domain/time.ts';

const day = '2026-11-21';
const weeksAgo = (weeks: number) => plusDays(day, -7 * weeks);

describe('yesterday against the usual', () => {
  it('is compared with the mean of the last eight same weekdays', () => {
    const totals = new Map<string, Totals>([
      [day, { leads: 3, accepted: 1 }],
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((week) => [weeksAgo(week), { leads: week }] as const),
      [plusDays(day, -1), { leads: 100 }],
      [weeksAgo(9), { leads: 100 }],
    ]);
    const [leads, , taken] = compareWithUsual(day, totals, weeksAgo(20));
    expect(leads).toEqual({ name: 'leads', count: 3, usual: 5 });
    expect(taken).toEqual({ name: 'taken', count: 1, usual: 0 });
  });

  it('is not compared with less than four weeks of history', () => {
    const totals = new Map([[weeksAgo(1), { leads: 5 }]]);
    expect(compareWithUsual(day, totals, weeksAgo(3))[0]).toEqual({ name: 'leads', count: 0 });
    expect(compareWithUsual(day, new Map(), undefined)[0]).toEqual({ name: 'leads', count: 0 });
    expect(compareWithUsual(day, totals, weeksAgo(4))[0]).toEqual({ name: 'leads', count: 0, usual: 1.3 });
  });

  it('is never below none, although a correction takes away what another day added', () => {
    const totals = new Map([
      [day, { won: -1 }],
      [weeksAgo(1), { won: -4 }],
      [weeksAgo(2), { won: 4 }],
    ]);
    expect(compareWithUsual(day, totals, weeksAgo(4))[3]).toEqual({ name: 'won', count: 0, usual: 1 });
  });

  it('counts all hand-overs together', () => {
    const totals = new Map([[day, { 'entered.threshold': 2, 'entered.hand-raiser': 1 }]]);
    expect(compareWithUsual(day, totals, day)[1]).toEqual({ name: 'handedOver', count: 3 });
  });
});
