import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeTurns } from '../../../shared/domain/jobs/take-turns.ts';

const named = (...names: string[]) => names.map((id) => ({ id, rank: 0, tries: 0 }));
const anyDue = fc.array(
  fc.record({
    id: fc.constantFrom('ann', 'bob', 'eve'),
    rank: fc.nat(2),
    tries: fc.nat(2),
    number: fc.nat(),
  }),
);

describe('what is due at once', () => {
  it('is done lead by lead, then each lead once more', () => {
    const order = takeTurns(named('ann', 'ann', 'ann', 'bob', 'eve', 'bob'));
    expect(order.map(({ id }) => id)).toEqual(['ann', 'bob', 'eve', 'ann', 'bob', 'ann']);
  });

  it('is done by rank first, whoever has waited longest', () => {
    const due = [
      ...named('ann', 'bob').map((one) => ({ ...one, rank: 1 })),
      { id: 'ann', rank: 0, tries: 9 },
    ];
    expect(takeTurns(due)).toEqual([due[2], due[0], due[1]]);
  });

  it('that failed more often goes after what came since', () => {
    const due = named('ann', 'bob', 'eve').map((one, index) => ({ ...one, tries: [9, 0, 1][index] ?? 0 }));
    expect(takeTurns(due).map(({ id }) => id)).toEqual(['bob', 'eve', 'ann']);
  });

  it('keeps the order of one lead, so that the oldest goes first', () => {
    const due = [3, 1, 2].map((number) => ({ id: 'ann', rank: 0, tries: number, number }));
    expect(takeTurns(due)).toEqual(due);
  });

  it('is all done, once', () => {
    fc.assert(
      fc.property(anyDue, (due) => {
        const order = takeTurns(due);
        expect(order).toHaveLength(due.length);
        expect(new Set(order)).toEqual(new Set(due));
      }),
    );
  });

  it('never lets a lead wait for a second turn of another, nor anything for a higher rank', () => {
    fc.assert(
      fc.property(anyDue, (due) => {
        const turns = new Map<string, number>();
        const places = takeTurns(due).map(({ id, rank }) => {
          const turn = turns.get(`${rank} ${id}`) ?? 0;
          turns.set(`${rank} ${id}`, turn + 1);
          return [rank, turn] as const;
        });
        const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(places).toEqual(sorted);
      }),
    );
  });
});
