import { describe, expect, it } from 'vitest';
import { scoreLine } from '../../../shared/domain/scoring/score-line.ts';
import { NOW } from '../builders.ts';
import { rules } from './rules.ts';

const points = {
  daily: { '2026-08-25': 4, '2026-09-30': 90, '2026-11-20': 3 },
  window: { '2026-08-25': 2, '2026-11-22': 5 },
};

describe('the line of a score', () => {
  const line = scoreLine(points, rules, NOW);

  it('has every day of the window, with what it earned and the score so far', () => {
    expect(line.days).toHaveLength(91);
    expect(line.days.filter((day) => day.points > 0)).toEqual([
      { day: '2026-08-25', points: 6, total: 6 },
      { day: '2026-09-30', points: 90, total: 96 },
      { day: '2026-11-20', points: 3, total: 99 },
      { day: '2026-11-22', points: 5, total: 100 },
    ]);
    expect(line.total).toBe(100);
  });

  it('says what expires within thirty days, when, and what is left then', () => {
    expect(line.expiring).toEqual([{ at: '2026-11-24T00:00:00.000Z', points: 6, total: 98 }]);
  });

  it('leaves out what has expired since the lead last changed', () => {
    const later = scoreLine(points, rules, '2026-11-24T00:00:00.000Z');
    expect(later.total).toBe(98);
    expect(later.days[0]).toEqual({ day: '2026-08-26', points: 0, total: 0 });
  });
});
