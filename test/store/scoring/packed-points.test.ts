import { describe, expect, it } from 'vitest';
import type { Points } from '../../../shared/domain/scoring/points-by-day.ts';
import { packPoints, unpackPoints } from '../../../shared/store/scoring/packed-points.ts';

const plain: Points = { daily: { '2026-11-20': 5 }, window: { '2026-11-22': 36, '2026-11-24': 200 } };
const special: Points = {
  ...plain,
  less: { daily: { '2026-11-20': 10 }, window: { '2026-11-21': 4 }, fit: 40 },
  repeated: [{ rule: 3, from: 5, points: -2, times: { '2026-11-20': 2, '2026-11-24': 40 } }],
};

describe('points in the record of a lead', () => {
  it.each([
    ['of plain rules', plain],
    ['of special rules and points below 0', special],
    ['of the fit alone', { ...plain, less: { fit: 40 } }],
  ])('are read as they were written: %s', (_, points) => {
    expect(unpackPoints(packPoints(points))).toEqual(points);
  });

  it('are written as before when no rule is special', () => {
    expect(packPoints(plain)).toEqual({ daily: 'g15 5', window: 'g17 z100z5k' });
    expect(unpackPoints({ daily: 'g15 5', window: '' })).toEqual({ daily: { '2026-11-20': 5 }, window: {} });
  });

  it('take little room', () => {
    expect(JSON.stringify(packPoints(special)).length).toBeLessThan(150);
  });
});
