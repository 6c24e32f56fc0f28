import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { itemSize } from '../../../infra/local/services/dynamodb/item-size.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, pageView, reaction, submission, tracked } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';

const TIMES = 10_000;
const AT_ONCE = 100;
const BYTES = 100 * 1024;

const forms = Object.keys(shippedPlaybook.forms);
const facts = Object.entries(shippedPlaybook.fields).filter(([, { type }]) => type !== 'textarea');

/** What the public can send with the address of a lead, each time other, and as long as the edge takes it. */
function anything(n: number): AnyEvent {
  const at = plus(NOW, n * 60_000);
  const visitor = `visitor-${String(n).padStart(56, '0')}` as VisitorId;
  const own = { at, receivedAt: at, id: randomUUID() };
  const long = (length: number) => `${n}`.padEnd(length, '€');
  switch (n % 5) {
    case 0:
      return submission(forms[(n / 5) % forms.length], {
        ...own,
        ...(n % 2 && { visitor }),
        values: Object.fromEntries(facts.map(([name, { maxLength }]) => [name, long(maxLength)])),
        permission: { wording: long(200), page: `https://website.nl/${n}`.padEnd(1_024, 'x') },
      });
    case 1:
      return pageView(`/${n}`.padEnd(1_000, 'x'), { ...own, visitor });
    case 2:
      return tracked(`Step ${n}`, { ...own, visitor, props: { step: long(1_000) } });
    case 3:
      return reaction(n % 2 ? 'open' : 'click', `mail-${n}`, own);
    default:
      return pageView(n % 2 ? '/pricing' : '/demo', { ...own, visitor });
  }
}

/** A table that keeps the keys of what is written. */
function watched(table: Table): Table & { written: Map<string, Item> } {
  const written = new Map<string, Item>();
  return {
    name: table.name,
    written,
    call(operation, input) {
      const { Item, Key } = input as { Item?: Item; Key?: Item };
      const { PK, SK } = Item ?? Key ?? {};
      if (operation !== 'GetItem' && PK && SK) written.set(JSON.stringify([PK, SK]), { PK, SK });
      return table.call(operation, input);
    },
  };
}

it('keeps every item of a lead small, however often anything is sent', async () => {
  const table = watched(await memoryTable());
  const read = async (Key: Item) => (await table.call('GetItem', { TableName: table.name, Key })).Item;
  let now = NOW;
  const system = {
    table,
    now: () => now,
    playbook: async () => shippedPlaybook,
    newToken: randomUUID,
    hideBeginnings,
  };
  let largest = 0;
  for (let n = 0; n < TIMES; n += AT_ONCE) {
    now = plus(NOW, (n + AT_ONCE) * 60_000);
    await scoreLead(
      system,
      LEAD,
      Array.from({ length: AT_ONCE }, (_, i) => anything(n + i)),
    );
    const items = await Promise.all([...table.written.values()].map(read));
    largest = Math.max(largest, ...items.map((item) => (item ? itemSize(item) : 0)));
    table.written.clear();
  }
  expect(largest).toBeGreaterThan(20_000);
  expect(largest).toBeLessThanOrEqual(BYTES);
});
