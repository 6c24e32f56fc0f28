import { describe, expect, it } from 'vitest';
import { instantOf, isSameRow, rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { LEAD, lead, NOW } from '../../builders.ts';
import { handover } from '../../reports/builders.ts';

const row = (more: Partial<Lead> = {}) => {
  const made = rowOf(lead(more));
  if (!('stage' in made)) throw new Error('It was not erased');
  return made;
};
const activeAt = (more: Partial<Lead>) => instantOf(row(more).activeAt);
const EARLIER = '2026-11-20T08:00:00.000Z';

describe('the row of a lead', () => {
  it('knows who of sales has it: who was given it, who accepted it, else the person it went to', () => {
    const answer = { by: 'bram', at: NOW };
    expect(row({ handover: handover({ to: 'anna', status: 'accepted', answer }) }).owner).toBe('bram');
    expect(row({ handover: handover({ to: 'anna' }) }).owner).toBe('anna');
    expect(row({ handover: handover({ status: 'accepted', answer }) }).owner).toBe('bram');
    expect(row({ handover: handover({ status: 'returned', answer }) }).owner).toBeUndefined();
    const given = handover({ to: 'anna', owner: 'bram', status: 'accepted', answer });
    expect(row({ handover: given }).owner).toBe('bram');
  });

  it('knows the subjects that it may be mailed about', () => {
    expect(row({ mail: 'granted' }).subjects).toEqual(['*']);
    expect(row({ mail: 'granted', subjects: { seo: 'granted', crm: 'pending' } }).subjects).toEqual(['seo']);
    expect(row({ mail: 'withdrawn', subjects: { seo: 'granted' } }).subjects).toEqual([]);
  });

  it('knows of a raised hand until sales returned or lost the lead', () => {
    expect(row({ raisedAt: NOW }).raisedAt).toBeDefined();
    const returned = { reason: 'not-ready', at: NOW, points: 0 } as const;
    expect(row({ raisedAt: EARLIER, returned }).raisedAt).toBeUndefined();
  });

  it('was last active when it last earned points or said something, not when its points expired', () => {
    const points = { daily: { '2026-11-20': 3 }, window: {} };
    expect(activeAt({ points, changedAt: EARLIER })).toBe(EARLIER);
    expect(activeAt({ points, changedAt: NOW })).toBe('2026-11-20T12:00:00.000Z');
    expect(activeAt({ points, raisedAt: '2026-11-21T09:00:00.000Z' })).toBe('2026-11-21T09:00:00.000Z');
    expect(activeAt({ changedAt: NOW })).toBe(NOW);
  });

  it('says of an erased lead only that it was erased', () => {
    const erased = rowOf({ id: LEAD, version: 4, erasedAt: NOW });
    expect(Object.keys(erased)).toEqual(['id', 'version', 'erasedAt']);
  });

  it('is the same when only what lists do not show has changed', () => {
    const mailed = lead({ version: 2, tracking: 'granted' });
    expect(isSameRow(row(), rowOf(mailed))).toBe(true);
    expect(isSameRow(row(), row({ score: 3 }))).toBe(false);
  });
});
