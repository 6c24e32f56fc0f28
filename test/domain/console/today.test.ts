import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needLists } from '../../../shared/domain/console/today.ts';
import { needOf } from '../../../shared/domain/identity/directory/need.ts';
import { minuteOf } from '../../../shared/domain/identity/directory/row.ts';
import { viewers } from '../../functions/console/test-console.ts';
import { NOW } from '../builders.ts';
import { anyRow, row } from '../identity/directory/builders.ts';

const now = minuteOf(NOW);
const open = { handover: 1, status: 'open', stage: 'mql', openedAt: now } as const;
const DAY = 1_440;

describe('what a lead needs today', () => {
  it.each([
    ['an answer that is late', 'overdue', { ...open, told: 'reminder' }],
    ['an answer', 'untaken', open],
    ['a call, as it asked for one', 'raised', { raisedAt: now }],
    ['a call, as it asked for one and nobody took it yet', 'raised', { ...open, raisedAt: now }],
    [
      'a call, as it asked again after sales took it',
      'raised',
      { ...open, status: 'accepted', answeredAt: now - 5, raisedAt: now },
    ],
    [
      'nothing more once sales took it',
      undefined,
      { ...open, status: 'accepted', answeredAt: now, raisedAt: now - 5 },
    ],
    [
      'another look, as it is ready again after sales returned it',
      'back',
      { ...open, status: 'returned', returnedAt: now - DAY, readiness: 'ready', stage: 'lead' },
    ],
    [
      'another look, as it is active after it was lost',
      'back',
      { stage: 'lost', stageAt: now - DAY, activeAt: now },
    ],
    ['nothing on the day it was lost', undefined, { stage: 'lost', stageAt: now, activeAt: now + 1 }],
    ['to be asked what the problem is', 'stalled', { isStalled: true }],
    ['nothing as a customer', undefined, { stage: 'customer', raisedAt: now, isStalled: true }],
    ['nothing before it did anything', undefined, {}],
  ] as const)('is %s', (_, need, more) => {
    expect(needOf(row(1, more))).toBe(need);
  });
});

describe('the lists of today', () => {
  it('begin for sales with their own, then with who waits longest', () => {
    const rows = [
      row(1, { ...open, openedAt: now - 60, owner: 'bram' }),
      row(2, { ...open, openedAt: now - 5, owner: 'anna' }),
      row(3, { ...open, openedAt: now - 90 }),
    ];
    const [list] = needLists(rows, viewers.sales, 10);
    expect(list?.rows.map(({ id }) => rows.findIndex((one) => one.id === id))).toEqual([1, 2, 0]);
  });

  it('show sales only leads that were handed over', () => {
    const raised = row(1, { raisedAt: now });
    expect(needLists([raised], viewers.sales, 10)).toEqual([]);
    expect(needLists([raised], viewers.marketing, 10)).toHaveLength(1);
  });

  it('have each lead once, count all, and show no more than fit', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), fc.integer({ min: 5, max: 12 }), (rows, most) => {
        const lists = needLists(rows, viewers.admin, most);
        const needy = rows.filter((one) => needOf(one) !== undefined);
        expect(lists.reduce((sum, { total }) => sum + total, 0)).toBe(needy.length);
        const shown = lists.flatMap((list) => list.rows);
        expect(shown.length).toBeLessThanOrEqual(most);
        for (const list of lists) {
          expect(list.rows.length).toBeGreaterThan(0);
          for (const one of list.rows) expect(needOf(one)).toBe(list.need);
        }
      }),
    );
  });
});
