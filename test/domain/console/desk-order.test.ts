import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSteps, deskKey, stepOfRow } from '../../../shared/domain/console/desk-order.ts';
import { STEPS } from '../../../shared/domain/console/waiting-lead.ts';
import { findRows, waitsSince } from '../../../shared/domain/identity/directory/find.ts';
import { anyRow, row } from '../identity/directory/builders.ts';

describe('what is next about a lead in hand', () => {
  it.each([
    ['take', { status: 'open', stage: 'mql' }],
    ['call', { status: 'open', stage: 'mql', callAt: 29_000_000 }],
    ['call', { status: 'accepted', stage: 'opportunity', callAt: 29_000_000 }],
    ['qualify', { status: 'accepted', stage: 'sal' }],
    ['prove', { status: 'accepted', stage: 'sql' }],
    ['close', { status: 'accepted', stage: 'opportunity' }],
  ] as const)('is to %s: %j', (step, more) => {
    expect(stepOfRow(row(1, more))).toBe(step);
  });
});

describe('a desk', () => {
  it('has each lead once, by what is next, the earliest call and the longest wait first', () => {
    const rows = fc.uniqueArray(anyRow, { selector: ({ id }) => id });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, limit) => {
        const paged: typeof all = [];
        for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
          const page = findRows(all, {}, { order: deskKey, limit, after });
          paged.push(...page.rows);
          after = page.next;
        }
        expect(paged.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        const places = paged.map((one) => STEPS.indexOf(stepOfRow(one)));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const step of STEPS) {
          const own = paged.filter((one) => stepOfRow(one) === step);
          const moments = own.map((one) => (step === 'call' ? (one.callAt ?? 0) : waitsSince(one)));
          expect(moments).toEqual(moments.toSorted((a, b) => a - b));
          expect(countSteps(all)[step]).toBe(own.length);
        }
      }),
    );
  });
});
