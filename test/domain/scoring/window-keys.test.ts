import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needlessKeys } from '../../../shared/domain/scoring/running-score.ts';
import { readWindowKey, sortOutKeys, windowKey } from '../../../shared/domain/scoring/window-keys.ts';
import { NOW } from '../builders.ts';
import { rules } from './rules.ts';

const idOf = (name: string) => name.padStart(9, '0');
const key = (name: string, day: string, points: number) => windowKey({ id: idOf(name), day, points });

describe('a key of the window', () => {
  it.each([
    ['7nuzu5i07fnb1', { id: '7nuzu5i07', day: '2025-07-10', points: 1 }],
    ['7nuzu5i07ft4100', { id: '7nuzu5i07', day: '2026-02-04', points: 100 }],
  ])('says what counted, when and how much: %s', (text, says) => {
    expect(readWindowKey(text)).toEqual(says);
    expect(windowKey(says)).toBe(text);
  });

  it('that was written until November 2026 is read', () => {
    const says = { id: '7nuzu5i07', day: '2026-11-22', points: 12 };
    expect(readWindowKey('7nuzu5i0712@2026-11-22')).toEqual(says);
    expect(readWindowKey(windowKey(says))).toEqual(says);
  });
});

describe('the keys that are needless', () => {
  const sortOut = (keys: string[], most = 100) => {
    const { kept, needless } = sortOutKeys(keys, { start: '2026-08-24', most });
    return { kept: kept.map(windowKey), needless };
  };

  it('are those of days before the window', () => {
    const [before, first] = [key('a', '2026-08-23', 1), key('b', '2026-08-24', 1)];
    expect(sortOut([before, first])).toEqual({ kept: [first], needless: [before] });
    expect(needlessKeys('window', [before, first], rules, NOW)).toEqual([before]);
  });

  it('are the same thing on an earlier day', () => {
    const days = ['2026-11-20', '2026-11-22', '2026-11-21'].map((day) => key('a', day, 2));
    const [first, latest, second] = days;
    expect(sortOut(days)).toEqual({ kept: [latest], needless: [second, first] });
  });

  it('are older than keys that earn the most that counts', () => {
    const keys = ['2026-11-22', '2026-11-21', '2026-11-20'].map((day, n) => key(`${n}`, day, 3));
    const keptOf = (most: number) => sortOut(keys, most).kept.length;
    expect([3, 4, 6, 7].map(keptOf)).toEqual([1, 2, 2, 3]);
  });

  it('are the same ones in whatever order they are read, and in every version', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => key(name, '2026-11-21', 3));
    const [today, asBefore] = [key('d', '2026-11-22', 3), `${idOf('d')}3@2026-11-22`];
    // Both say the same, and the older form is the one that stays.
    const keys = [a, b, c, today, asBefore] as string[];
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (shuffled) => {
        expect(sortOut(shuffled, 6)).toEqual({ kept: [today, a], needless: [today, b, c] });
      }),
      { numRuns: 50 },
    );
  });
});
