import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues } from '../../../shared/playbook/versions/compare-values.ts';

const rule = (name: string, points: number) => ({ name, on: 'page', points });

describe('the differences between settings', () => {
  it('name entries of a list, wherever they stand', () => {
    const before = { rules: [rule('Pricing', 3), rule('Guides', 2)] };
    const after = { rules: [rule('Careers', -5), rule('Pricing', 5), rule('Guides', 2)] };
    expect(compareValues(before, after)).toEqual([
      { at: ['rules', 'Careers'], kind: 'added' },
      { at: ['rules', 'Pricing', 'points'], kind: 'changed', from: 3, to: 5 },
    ]);
  });

  it('tell what is gone, and its value', () => {
    expect(compareValues({ cap: 100, bands: { call: 80 } }, { bands: { call: 80 } })).toEqual([
      { at: ['cap'], kind: 'removed', from: 100 },
    ]);
  });

  it('tell another order once', () => {
    const [a, b] = [rule('A', 1), rule('B', 2)];
    expect(compareValues([a, b], [b, a])).toEqual([{ at: [], kind: 'order' }]);
  });

  it('count entries that have no name', () => {
    expect(compareValues([{ page: '/a' }], [{ page: '/b' }])).toEqual([
      { at: ['1', 'page'], kind: 'changed', from: '/a', to: '/b' },
    ]);
  });

  it('tell a list of values as a whole, and cut long texts', () => {
    const [change] = compareValues({ intro: 'x' }, { intro: 'y'.repeat(500) });
    expect(String(change?.to)).toHaveLength(200);
    expect(compareValues(['a'], ['a', 'b'])).toEqual([
      { at: [], kind: 'changed', from: ['a'], to: ['a', 'b'] },
    ]);
  });

  it('are none of equal settings, and some of different ones', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(compareValues(a, structuredClone(a))).toEqual([]);
        const isSame = JSON.stringify(a) === JSON.stringify(b);
        if (!isSame && sorted(a) !== sorted(b)) expect(compareValues(a, b)).not.toEqual([]);
      }),
    );
  });
});

/** JSON in which the order of names does not count, nor the sign of zero. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
