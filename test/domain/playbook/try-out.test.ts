import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { LeadChange } from '../../../shared/domain/playbook/try-out/lead-changes.ts';
import { needsOf } from '../../../shared/domain/playbook/try-out/needs.ts';
import { inSampleOrder } from '../../../shared/domain/playbook/try-out/sample-order.ts';
import { Tally } from '../../../shared/domain/playbook/try-out/tally.ts';
import { playbook } from '../../usecases/playbook.ts';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `lead-${n}` as LeadId);

describe('the order in which leads are looked at', () => {
  it('is the same for the same draft, and another for another', () => {
    const all = ids(500);
    expect(inSampleOrder(all, 'one', 50)).toEqual(inSampleOrder([...all].reverse(), 'one', 50));
    expect(inSampleOrder(all, 'one', 50)).not.toEqual(inSampleOrder(all, 'other', 50));
  });

  it('stays as it is when leads come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.string(), (count, seed) => {
        const before = inSampleOrder(ids(count), seed, count);
        const after = inSampleOrder(ids(count + 20), seed, count + 20);
        expect(after.filter((id) => before.includes(id))).toEqual(before);
      }),
    );
  });

  it('brings every lead to the front about as often', () => {
    const seen = new Map<LeadId, number>();
    for (let seed = 0; seed < 2_000; seed++) {
      for (const id of inSampleOrder(ids(20), `draft-${seed}`, 5)) seen.set(id, (seen.get(id) ?? 0) + 1);
    }
    // 500 each, give or take four standard deviations.
    for (const id of ids(20)) expect(Math.abs((seen.get(id) ?? 0) - 500)).toBeLessThan(80);
  });
});

describe('the count of what changes', () => {
  const band: LeadChange = { kind: 'band', from: 'newsletter', to: 'guides' };
  const handed: LeadChange = { kind: 'handed-over', reason: 'threshold' };
  const fit: LeadChange = { kind: 'fit', from: 'unknown', to: 'bad' };

  it('tells each kind, and examples of all kinds before a second of one', () => {
    const tally = new Tally();
    ids(30).forEach((id) => {
      tally.add(id, [band], false);
    });
    tally.add('fit' as LeadId, [fit], true);
    tally.add('handed' as LeadId, [handed, band], false);
    tally.add('same' as LeadId, [], false);
    const { changes, changed, examples, sampled, unread } = tally.result(33);
    expect({ sampled, unread, changed: changed.count }).toEqual({ sampled: 33, unread: 1, changed: 32 });
    expect(changes.map(({ kind, count }) => [kind, count])).toEqual([
      ['handed-over', 1],
      ['fit', 1],
      ['band', 31],
    ]);
    expect(examples).toHaveLength(10);
    expect(examples.slice(0, 3).map(({ lead }) => lead)).toEqual(['handed', 'fit', 'lead-0']);
  });

  it('says how far it may be off when only some were looked at', () => {
    const tally = new Tally();
    ids(100).forEach((id, n) => {
      tally.add(id, n < 10 ? [band] : [], false);
    });
    const { changed } = tally.result(10_000);
    expect(changed.count).toBe(1_000);
    expect(changed.low).toBeGreaterThan(400);
    expect(changed.high).toBeLessThan(1_900);
  });
});

describe('what has to be read of each lead', () => {
  const { scoring } = playbook;

  it('is nothing when only words change', () => {
    expect(needsOf(playbook, { ...playbook, version: 2 })).toMatchObject({ nothing: true });
  });

  it('is no history when only bands or names of rules change', () => {
    const bands = { ...scoring.bands, call: 70 };
    const rules = scoring.rules.map((rule) => ({ ...rule, name: `${rule.name}!` }));
    const draft = { ...playbook, scoring: { ...scoring, bands, rules } };
    expect(needsOf(playbook, draft)).toMatchObject({ nothing: false, history: false });
  });

  it('is its history when points change', () => {
    const rules = scoring.rules.slice(1);
    expect(needsOf(playbook, { ...playbook, scoring: { ...scoring, rules } })).toMatchObject({
      history: true,
    });
  });
});
