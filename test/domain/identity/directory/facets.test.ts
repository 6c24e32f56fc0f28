import { describe, expect, it } from 'vitest';
import { countFacets } from '../../../../shared/domain/identity/directory/facets.ts';
import { isInPart, partsFor } from '../../../../shared/domain/identity/directory/part.ts';
import { someLead } from '../../../store/new-table.ts';
import { row } from './builders.ts';

describe('the choices of a filter', () => {
  it('are the values that there are, with how many leads have each', () => {
    const rows = [
      row(1, { form: 'demo', subjects: ['seo', 'crm'] }),
      row(2, { form: 'demo', subjects: ['seo'] }),
      row(3, { form: 'contact', handover: 1 }),
    ];
    const { form, subject, owner } = countFacets(rows, {});
    expect([...form]).toEqual([
      ['demo', 2],
      ['contact', 1],
    ]);
    expect(subject.get('seo')).toBe(2);
    expect(owner.size).toBe(0);
    expect([...countFacets(rows, { wasHandedOver: true }).form]).toEqual([['contact', 1]]);
  });
});

describe('the parts of a file', () => {
  it('are none too large, and have each lead once', () => {
    const ids = Array.from({ length: 10_000 }, someLead);
    const of = partsFor(ids.length, 2_000);
    const sizes = Array.from(
      { length: of },
      (_, n) => ids.filter((id) => isInPart(id, { part: n + 1, of })).length,
    );
    expect(Math.max(...sizes)).toBeLessThan(2_000);
    expect(sizes.reduce((a, b) => a + b)).toBe(ids.length);
  });
});
