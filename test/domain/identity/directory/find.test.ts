import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURSOR_PATTERN,
  type DirectoryFilter,
  findRows,
  LIST_ORDERS,
  type ListOrder,
  waitsSince,
} from '../../../../shared/domain/identity/directory/find.ts';
import type { DirectoryRow } from '../../../../shared/domain/identity/directory/row.ts';
import { someone } from '../../reports/builders.ts';
import { anyRow, row } from './builders.ts';

const page = { order: 'score', limit: 10 } as const;
const anyRows = fc.uniqueArray(anyRow, { selector: ({ id }) => id });

/** The numbers of the leads that a filter finds, in any order. */
function found(rows: DirectoryRow[], filter: DirectoryFilter): number[] {
  return findRows(rows, filter, page)
    .rows.map(({ id }) => Number(id.slice(0, 8)))
    .sort();
}

/** All rows of a filter, page by page. */
function allOf(rows: DirectoryRow[], order: ListOrder, limit: number): DirectoryRow[] {
  const all: DirectoryRow[] = [];
  for (let after: string | undefined = '', isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const part = findRows(rows, {}, { order, limit, after: after || undefined });
    all.push(...part.rows);
    after = part.next;
  }
  return all;
}

describe('a list of leads', () => {
  it.each<[string, Partial<DirectoryRow>, DirectoryFilter]>([
    ['stage', { stage: 'mql' }, { stage: 'mql' }],
    ['band', { band: 'call' }, { band: 'call' }],
    ['fit', { fit: 'good' }, { fit: 'good' }],
    ['readiness', { readiness: 'ready' }, { readiness: 'ready' }],
    ['owner', { owner: 'anna' }, { owner: 'anna' }],
    ['form', { form: 'demo' }, { form: 'demo' }],
    ['campaign', { campaign: 'spring' }, { campaign: 'spring' }],
    ['subject', { subjects: ['seo', 'crm'] }, { subject: 'crm' }],
    ['subject, of somebody who may be mailed about all', { subjects: ['*'] }, { subject: 'crm' }],
    ['status of the hand-over', { status: 'open' }, { status: 'open' }],
    ['reason of the hand-over', { reason: 'stalled' }, { reason: 'stalled' }],
    ['reason of the return', { returned: 'bad-fit' }, { returned: 'bad-fit' }],
    ['late answer', { status: 'open', told: 'reminder' }, { isOverdue: true }],
    ['having stalled', { isStalled: true }, { isStalled: true }],
    ['what it needs today', { stage: 'mql', handover: 1, status: 'open', openedAt: 1 }, { need: 'untaken' }],
    ['having been handed over', { handover: 1 }, { wasHandedOver: true }],
    ['id', { id: someone(1) }, { ids: new Set([someone(1)]) }],
  ])('can be filtered by %s', (_, own, filter) => {
    expect(found([row(1, own), row(2)], filter)).toEqual([1]);
  });

  it('can be filtered by a campaign as the reports have its name, cut', () => {
    const long = `spring ${'x'.repeat(53)}`;
    const rows = [row(1, { campaign: long }), row(2, { campaign: `summer ${'x'.repeat(53)}` }), row(3)];
    expect(found(rows, { campaign: long.slice(0, 40) })).toEqual([1]);
    expect(found(rows, { campaign: long })).toEqual([1]);
    expect(found([row(1, { campaign: 'a|b' })], { campaign: 'a b' })).toEqual([1]);
    expect(found([row(1, { campaign: 'spring' })], { campaign: 'spr' })).toEqual([]);
  });

  it('that was answered late is late no more', () => {
    expect(found([row(1, { status: 'accepted', told: 'manager' })], { isOverdue: true })).toEqual([]);
  });

  it('has whom every part of the filter finds, and counts them all', () => {
    const filter = { stage: 'mql', fit: 'good', isStalled: true } as const;
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 5 }), (rows, limit) => {
        const { rows: some, total } = findRows(rows, filter, { ...page, limit });
        const right = rows.filter(
          ({ stage, fit, isStalled }) => stage === 'mql' && fit === 'good' && isStalled,
        );
        expect(total).toBe(right.length);
        expect(some).toHaveLength(Math.min(limit, right.length));
        expect(right).toEqual(expect.arrayContaining(some));
      }),
    );
  });

  it.each<[ListOrder, (row: DirectoryRow) => number]>([
    ['score', ({ score }) => -score],
    ['activity', ({ activeAt }) => -activeAt],
    ['waiting', waitsSince],
  ])('by %s is in this order, and its pages have each lead once', (order, keyOf) => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 4 }), (rows, limit) => {
        const all = allOf(rows, order, limit);
        expect(all.map(keyOf)).toEqual(rows.map(keyOf).sort((a, b) => a - b));
        expect(new Set(all)).toEqual(new Set(rows));
      }),
    );
  });

  it('goes on at the same place when leads come, go or move between two pages', () => {
    const scores = [90, 80, 70, 60, 50];
    const rows = scores.map((score, n) => row(n, { score }));
    const { next } = findRows(rows, {}, { ...page, limit: 2 });
    const now = [...rows.slice(2), row(9, { score: 95 }), row(8, { score: 65 })];
    const { rows: rest, total } = findRows(now, {}, { ...page, after: next });
    expect(rest.map(({ score }) => score)).toEqual([70, 65, 60, 50]);
    expect(total).toBe(5);
  });

  it('has a cursor that fits its pattern', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...LIST_ORDERS), (rows, order) => {
        const { next } = findRows(rows, {}, { order, limit: 1 });
        if (next !== undefined) expect(next).toMatch(CURSOR_PATTERN);
      }),
    );
  });

  it('by waiting has first who waits longest for an answer of sales, then for sales, then who stays where it is', () => {
    const handedOver = row(1, { status: 'open', openedAt: 200, raisedAt: 900 });
    const raised = row(2, { raisedAt: 300, stageAt: 100 });
    const still = row(3, { stageAt: 400 });
    expect(allOf([still, raised, handedOver], 'waiting', 9)).toEqual([handedOver, raised, still]);
  });
});
