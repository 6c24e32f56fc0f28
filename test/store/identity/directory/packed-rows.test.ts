import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryChange } from '../../../../shared/domain/identity/directory/row.ts';
import { packRows, unpackRows } from '../../../../shared/store/identity/directory/packed-rows.ts';
import { anyChange, row } from '../../../domain/identity/directory/builders.ts';
import { someLead } from '../../new-table.ts';

const inOrder = (changes: DirectoryChange[]) =>
  changes.map((change) => JSON.stringify(change, (_, value) => value ?? null)).sort();

describe('rows as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        expect(inOrder(unpackRows(packRows(changes)))).toEqual(inOrder(changes));
      }),
    );
  });

  it('take little more than their ids', () => {
    const many = Array.from({ length: 2_000 }, (_, n) =>
      row(0, {
        ...{ id: someLead(), version: n % 9, score: (n * 7) % 60 },
        ...{ activeAt: 29_000_000 + n * 7, stageAt: 29_000_000 + n * 6, campaign: `campaign ${n % 40}` },
      }),
    );
    expect(packRows(many).length / many.length).toBeLessThan(22);
  });
});
