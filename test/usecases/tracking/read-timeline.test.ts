import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsQuery } from '../../../shared/contract/api-requests.ts';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { putAction } from '../../../shared/store/handover/actions.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { timelinePage } from '../../../shared/store/tracking/timeline.ts';
import { placeInTimeline, timelineCursor } from '../../../shared/usecases/tracking/timeline-cursor.ts';
import { NOW, pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { someLead } from '../../store/new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

/** The table as DynamoDB is when items are large: a page ends before its limit, and says where. */
function withShortPages(sizes: number[]): Table {
  let calls = 0;
  return {
    name: table.name,
    call: (operation, input) => {
      const size = sizes[calls++ % sizes.length] ?? 2;
      const shorter = { ...input, Limit: Math.min(('Limit' in input && input.Limit) || size, size) };
      const { ScanIndexForward } = input as { ScanIndexForward?: boolean };
      return table.call(operation, ScanIndexForward === false ? (shorter as typeof input) : input);
    },
  };
}

/** Walks from page to page by the cursors of the API. */
async function walk(from: Table, lead: LeadId, limit: number) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await timelinePage(from, lead, { limit, ...(cursor && { after: placeInTimeline(cursor) }) });
    pages.push(page.events);
    cursor = page.next && eventsQuery.parse({ cursor: timelineCursor(page.next) }).cursor;
  } while (cursor !== undefined && pages.length < 200);
  return pages;
}

/** Whose event it is, and how many milliseconds after the one before. */
const history = fc.array(
  fc.record({ by: fc.constantFrom('form', 'sales', 'a', 'b', 'c'), after: fc.nat(2) }),
  { maxLength: 25 },
);

describe('a timeline that is read page by page', () => {
  it('has every event once, newest first, wherever a page of the table ends', async () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), sizes, async (steps, limit, short) => {
        const lead = someLead();
        const known: { at: string; by: string }[] = [];
        let [at, number] = [NOW, 0];
        for (const browser of ['a', 'b', 'c'])
          await linkVisitor(table, `${browser}-${lead}` as VisitorId, lead, { at, due: at });
        for (const { by, after } of steps) {
          at = plus(at, after);
          const id = `e${known.length}`;
          if (by === 'sales')
            await putAction(table, lead, {
              action: 'call',
              by: 'anna',
              at,
              number: ++number,
              outcome: 'reached',
            });
          else if (by === 'form') await putLeadEvent(table, lead, submission('demo', { id, at }));
          else {
            const visitor = `${by}-${lead}` as VisitorId;
            await putVisitorEvent(table, pageView('/a', { id, at, visitor }), 9_999_999_999);
          }
          known.push({ at, by: by === 'sales' ? `sales-${number}` : id });
        }
        const events = (await walk(withShortPages(short), lead, limit)).flat();
        expect(events.map(({ id }) => id).sort()).toEqual(known.map(({ by }) => by).sort());
        expect(events.map((event) => event.at)).toEqual(known.map((event) => event.at).reverse());
      }),
      { numRuns: 30 },
    );
  });

  it('has a megabyte on a page at most, and goes on to the end', async () => {
    const lead = someLead();
    const visitor = `big-${lead}` as VisitorId;
    await linkVisitor(table, visitor, lead, { at: NOW, due: NOW });
    const big = (n: number, more: object) => ({ id: `e${n}`, at: plus(NOW, n), ...more });
    for (let n = 0; n < 12; n++) {
      const values = { message: 'x'.repeat(200_000) };
      await (n % 2
        ? putLeadEvent(table, lead, submission('contact', big(n, { values })))
        : putVisitorEvent(
            table,
            pageView('/a', big(n, { visitor, props: { text: 'y'.repeat(90_000) } })),
            9_999_999_999,
          ));
    }
    const pages = await walk(table, lead, 100);
    expect(pages.flat().map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, n) => `e${11 - n}`));
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(1_300_000);
  });

  it('keeps two events with one key on one page', async () => {
    const lead = someLead();
    for (const browser of ['a', 'b', 'c']) {
      const visitor = `${browser}-${lead}` as VisitorId;
      await linkVisitor(table, visitor, lead, { at: NOW, due: NOW });
      await putVisitorEvent(table, pageView('/a', { id: 'same', at: NOW, visitor }), 9_999_999_999);
    }
    expect((await walk(table, lead, 1)).map((page) => page.length)).toEqual([3]);
  });

  it('has actions in their order when the clocks of two processes differ', async () => {
    const lead = someLead();
    for (const [index, ms] of [3, 1, 2, 0].entries())
      await putAction(table, lead, {
        ...{ action: 'call', by: 'anna', at: plus(NOW, ms), number: index + 1, outcome: 'reached' },
      });
    const ids = (await walk(table, lead, 1)).flat().map(({ id }) => id);
    expect(ids).toEqual(['sales-4', 'sales-3', 'sales-2', 'sales-1']);
  });
});
