import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { withCapture } from '../../shared/domain/identity/profile.ts';
import { plus } from '../../shared/domain/time.ts';
import { putSubmission } from '../../shared/store/forms/submissions.ts';
import { getProfile, putProfile } from '../../shared/store/identity/profiles.ts';
import { eventOfRequest, lastRequestEntity } from '../../shared/store/last-request.ts';
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

describe('a request with an idempotency key', () => {
  const says = (lead: LeadId, content: string, seconds = 0) =>
    eventOfRequest(table, lead, { key: 'key', id: 'first', content, at: plus(NOW, seconds * 1_000) });

  it('has the event of the last one that said the same, whenever it comes again', async () => {
    const lead = someLead();
    expect(await says(lead, 'A')).toEqual({ id: 'first', at: NOW });
    expect(await says(lead, 'A', 1_000)).toEqual({ id: 'first', at: NOW });
    const changed = await says(lead, 'B', 2_000);
    expect(changed.at).toBe(plus(NOW, 2_000_000));
    expect(await says(lead, 'B', 3_000)).toEqual(changed);
  });

  it('has an event of its own each time it says something else than the last one, at one moment too', async () => {
    const lead = someLead();
    const events = [];
    for (const content of ['A', 'B', 'A', 'B']) events.push(await says(lead, content));
    expect(new Set(events.map(({ id }) => id)).size).toBe(4);
    expect(events.map(({ at }) => at)).toEqual([0, 1, 2, 3].map((ms) => plus(NOW, ms)));
  });

  it('is told apart from others at once, and each is stored once', async () => {
    const lead = someLead();
    const contents = ['A', 'B', 'B', 'C', 'A', 'C', 'D', 'A'];
    const events = await Promise.all(contents.map((content) => says(lead, content)));
    const byContent = Map.groupBy(events, (_, n) => contents[n]);
    const ids = [...byContent.values()].map((some) => new Set(some.map(({ id, at }) => id + at)));
    for (const [n, one] of ids.entries())
      for (const other of ids.slice(n + 1)) expect(one.isDisjointFrom(other)).toBe(true);
  });

  it('that was overtaken while it waited has its own event, and leaves the last one alone', async () => {
    const lead = someLead();
    await says(lead, 'A');
    const last = await says(lead, 'C', 20);
    const late = await says(lead, 'B', 10);
    expect(late.at).toBe(plus(NOW, 10_000));
    expect(await says(lead, 'B', 10)).toEqual(late);
    expect(await says(lead, 'C', 30)).toEqual(last);
  });

  it('whose first was stored before contents were compared is new once', async () => {
    const lead = someLead();
    await lastRequestEntity.put(table, { lead, key: 'key' }, { at: NOW });
    const event = await says(lead, 'A', 5);
    expect(event).not.toMatchObject({ id: 'first' });
    expect(await says(lead, 'A', 6)).toEqual(event);
  });
});

describe('a submission', () => {
  it('is stored once, whenever it comes again, and once more with other answers', async () => {
    const lead = someLead();
    const form = submission();
    expect(await putSubmission(table, lead, form)).toBe('written');
    expect(await putSubmission(table, lead, { ...form, at: '2026-12-24T10:00:00.000Z' })).toBe('conflict');
    expect(await leadEvents(table, lead)).toHaveLength(1);
    const other = { ...form, at: '2026-12-24T10:00:00.000Z', values: { phone: '030 123' } };
    expect(await putSubmission(table, lead, other)).toBe('written');
    expect(await putSubmission(table, lead, other)).toBe('conflict');
    expect(await leadEvents(table, lead)).toHaveLength(2);
  });
});
