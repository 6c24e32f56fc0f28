import { beforeAll, describe, expect, it } from 'vitest';
import { withCapture } from '../../shared/domain/identity/profile.ts';
import { timeOfFirstRequest } from '../../shared/store/first-request.ts';
import { putSubmission } from '../../shared/store/forms/submissions.ts';
import { getProfile, putProfile } from '../../shared/store/identity/profiles.ts';
import { addCountedKeys } from '../../shared/store/scoring/tallies.ts';
import type { Table } from '../../shared/store/table.ts';
import { leadEvents } from '../../shared/store/tracking/history.ts';
import { NOW, submission } from '../domain/builders.ts';
import { newTable, someLead } from './new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

describe('a profile', () => {
  it('comes back as it was written, and is written only over the version it was made from', async () => {
    const lead = someLead();
    const profile = {
      ...withCapture(undefined, lead, submission('demo', { values: { company: 'Acme' } })),
      version: 1,
    };
    expect(await putProfile(table, profile)).toBe('written');
    expect(await putProfile(table, profile)).toBe('conflict');
    expect(await getProfile(table, lead)).toEqual(profile);
  });
});

describe('a tally', () => {
  const tally = () => ({ lead: someLead(), playbook: 1, scope: '2026-11-22' });

  it('returns all marks it holds', async () => {
    const of = tally();
    expect(await addCountedKeys(table, of, new Set(['a1']), 1)).toEqual(new Set(['a1']));
    expect(await addCountedKeys(table, of, new Set(['b2', 'a1']), 1)).toEqual(new Set(['a1', 'b2']));
  });

  it('loses none of the marks that are added at once', async () => {
    const of = tally();
    const marks = Array.from({ length: 30 }, (_, n) => `mark-${n}`);
    await Promise.all(marks.map((mark) => addCountedKeys(table, of, new Set([mark]), 1)));
    expect(await addCountedKeys(table, of, new Set(['last']), 1)).toEqual(new Set([...marks, 'last']));
  });

  it('is another one for another playbook', async () => {
    const of = tally();
    await addCountedKeys(table, of, new Set(['a1']), 1);
    expect(await addCountedKeys(table, { ...of, playbook: 2 }, new Set(['b1']), 1)).toEqual(new Set(['b1']));
  });
});

describe('a request that is repeated', () => {
  it('returns the time of the first', async () => {
    const lead = someLead();
    expect(await timeOfFirstRequest(table, lead, 'key', NOW)).toBe(NOW);
    expect(await timeOfFirstRequest(table, lead, 'key', '2027-01-01T00:00:00.000Z')).toBe(NOW);
  });

  it('is one submission, whenever it comes again', async () => {
    const lead = someLead();
    const form = submission();
    expect(await putSubmission(table, lead, form)).toBe('written');
    expect(await putSubmission(table, lead, { ...form, at: '2026-12-24T10:00:00.000Z' })).toBe('conflict');
    expect(await leadEvents(table, lead)).toHaveLength(1);
  });
});
