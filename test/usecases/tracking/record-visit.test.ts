import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
import { parseBeacon } from '../../../shared/domain/tracking/beacon.ts';
import { type LateItem, lateQueue } from '../../../shared/gateways/tracking/late-queue.ts';
import { queryUpTo } from '../../../shared/store/query.ts';
import type { Table } from '../../../shared/store/table.ts';
import { visitorEventEntity } from '../../../shared/store/tracking/events.ts';
import { visitorEvents } from '../../../shared/store/tracking/history.ts';
import {
  recordBeacon,
  recordPixel,
  type TrackSystem,
} from '../../../shared/usecases/tracking/record-visit.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { NOW, VISITOR } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { crashingTable } from '../faulty-table.ts';
import { refusingTable } from '../forms/forms-system.ts';

const browser = { 'user-agent': 'Mozilla/5.0 Chrome/147' };

let table: Table;
let late: LateItem[];
beforeEach(async () => {
  table = await memoryTable();
  late = [];
});

function systemAt(now: string, over = table): TrackSystem {
  const send = async (item: LateItem) => void late.push(item);
  let made = 0;
  return { table: over, late: { send }, now: () => now, newId: () => `own-${++made}`, retentionDays: 120 };
}

const tell = (event: object, now = NOW, over = table) =>
  recordBeacon(
    systemAt(now, over),
    JSON.stringify({ visitorId: VISITOR, events: [{ id: 'e1', type: 'track', name: 'Bought', ...event }] }),
    browser,
  );
const stored = () => visitorEvents(table, VISITOR);
const replay = (item: LateItem | undefined) =>
  replayLateEvent({ table, now: () => NOW }, JSON.stringify(item));
const later = (milliseconds: number) => plus(NOW, milliseconds);

describe('an event that is sent again', () => {
  it.each<[string, object]>([
    ['without a time', {}],
    ['with a time long ago', { at: '1970-01-01T00:00:00Z' }],
    ['with a time an hour ahead', { at: later(3_600_000) }],
  ])('%s is stored once, at its first receipt, also the next day', async (_, event) => {
    for (const pause of [0, 1, 1_000, 3_000_000, 3_600_000, DAY_MS, 3 * DAY_MS])
      await tell(event, later(pause));
    expect(await stored()).toMatchObject([{ id: 'e1', at: NOW, receivedAt: NOW }]);
  });

  it('is stored once when its time was credible at first', async () => {
    await tell({ at: NOW });
    await tell({ at: NOW }, later(91 * DAY_MS));
    expect(await stored()).toMatchObject([{ at: NOW }]);
  });

  it('at the same moment is stored once', async () => {
    await Promise.all([0, 1, 2, 3].map((pause) => tell({}, later(pause))));
    expect(await stored()).toHaveLength(1);
  });

  it.each([1, 2, 3])('after a crash at write %i is stored once, at its first receipt', async (n) => {
    for (const how of ['before', 'after'] as const) {
      await tell({ id: how }, NOW, crashingTable(table, n, how)).catch(() => undefined);
      late = [];
      await tell({ id: how }, later(DAY_MS));
    }
    const times = (await stored()).map(({ id, at }) => [id, at]);
    expect(times.filter(([id]) => id === 'after')).toEqual([['after', NOW]]);
    expect(times.filter(([id]) => id === 'before')).toEqual([['before', n === 1 ? later(DAY_MS) : NOW]]);
  });

  it('while both copies wait in the late queue is stored once', async () => {
    await tell({}, NOW, refusingTable);
    await tell({}, later(DAY_MS), refusingTable);
    for (const item of [...late, ...late]) await replay(item);
    await tell({}, later(2 * DAY_MS));
    expect(await stored()).toMatchObject([{ at: NOW }]);
  });

  it('expires with what remembers it', async () => {
    await tell({});
    const items = await queryUpTo(table, { partition: `V#${VISITOR}` }, { limit: 1_000 });
    expect(items).toHaveLength(2);
    expect(new Set(items.map(({ expiresAt }) => expiresAt)).size).toBe(1);
  });

  it('costs one write when its time is credible', async () => {
    const calls: string[] = [];
    const counting: Table = {
      name: table.name,
      call: (operation, input) => {
        calls.push(operation);
        return table.call(operation, input);
      },
    };
    await tell({ at: NOW }, later(5_000), counting);
    expect(calls).toEqual(['PutItem']);
  });
});

describe('an event of an anonymous visitor', () => {
  const arrive = (events: object[], anonymous?: boolean, over = table) =>
    recordBeacon(
      systemAt(NOW, over),
      JSON.stringify({
        visitorId: VISITOR,
        anonymous,
        events: events.map((event) => ({ type: 'track', name: 'Bought', ...event })),
      }),
      browser,
    );
  const marks = async () => {
    const items = await queryUpTo(table, visitorEventEntity.range({ visitor: VISITOR }), { limit: 99 });
    return items.flatMap(({ id, anonymous }) => (id === undefined ? [] : [[id, anonymous]]));
  };

  it('is marked, so that the stream skips it, whether its time is credible or not', async () => {
    await arrive([{ id: 'e1', at: NOW }, { id: 'e2' }], true);
    expect(await marks()).toEqual([
      ['e1', true],
      ['e2', true],
    ]);
  });

  it('is the only one that is', async () => {
    await arrive([{ id: 'e1', at: NOW }, { id: 'e2' }], false);
    await arrive([{ id: 'e3', at: NOW }, { id: 'e4' }]);
    expect((await marks()).map(([, anonymous]) => anonymous)).toEqual(Array(4).fill(undefined));
  });

  it('loses the mark in the late queue', async () => {
    await arrive([{ id: 'e1', at: NOW }], true, refusingTable);
    await replay(late[0]);
    expect(await marks()).toEqual([['e1', undefined]]);
  });
});

describe('a pixel', () => {
  const show = (query: object, now: string) =>
    recordPixel(systemAt(now), { v: VISITOR, u: 'https://x.nl/', ...query }, browser);

  it('with an id is one page view, also the next day', async () => {
    for (const pause of [0, 1_000, DAY_MS]) await show({ id: 'p1' }, later(pause));
    expect(await stored()).toMatchObject([{ id: 'p1', at: NOW }]);
  });

  it('is read when its address was escaped once too often', async () => {
    await show({ u: undefined, 'amp;u': 'https://x.nl/a', 'amp;amp;id': 'p1' }, NOW);
    expect(await stored()).toMatchObject([{ id: 'p1' }]);
  });

  it('without an id is a page view each time', async () => {
    for (const pause of [0, 1_000]) await show({}, later(pause));
    expect(await stored()).toHaveLength(2);
    expect(await queryUpTo(table, { partition: `V#${VISITOR}` }, { limit: 1_000 })).toHaveLength(2);
  });
});

describe('properties', () => {
  const odd = `{"big":9007199254740993,"nanos":1732862400000000000,"low":-1e20,"tiny":1e-200,"huge":1e999,
    "constructor":true,"__proto__":"x","":"no name","toString":1,"half":"\\ud800","empty":"","zero":-0}`;
  const kept = [
    ...[
      ['big', '9007199254740993'],
      ['nanos', '1732862400000000000'],
      ['low', -1e20],
      ['tiny', 1e-200],
    ],
    ...[
      ['huge', '1e999'],
      ['constructor', true],
      ['__proto__', 'x'],
      ['', 'no name'],
      ['toString', 1],
    ],
    ...[
      ['half', '\ufffd'],
      ['empty', ''],
      ['zero', 0],
    ],
  ];
  const body = `{"visitorId":"${VISITOR}","events":[{"id":"e1","type":"track","name":"Bought","props":${odd}}]}`;
  const propsOf = async () => Object.entries((await stored())[0]?.props ?? {});

  it('of any kind are stored as they were given', async () => {
    expect(await recordBeacon(systemAt(NOW), body, browser)).toEqual({ kept: 1, mistakes: [], leftOut: [] });
    expect(await propsOf()).toEqual(kept);
    expect(late).toEqual([]);
  });

  it('of any kind survive the late queue', async () => {
    await recordBeacon(systemAt(NOW, refusingTable), body, browser);
    await replay(late[0]);
    expect(await propsOf()).toEqual(kept);
  });

  it('come back from an item as they went in, whatever JSON they came in', () => {
    const props = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }));
    fc.assert(
      fc.property(fc.oneof(props, fc.jsonValue()), (given) => {
        const events = [{ id: 'e1', type: 'track', name: 'Bought', at: NOW, props: given }];
        const [received] = parseBeacon(JSON.stringify({ visitorId: 'v', events }), NOW, undefined).events;
        if (received === undefined) throw new Error('The event was refused');
        const { event } = received;
        const key = { visitor: 'v' as VisitorId, at: event.at, id: event.id };
        const item = visitorEventEntity.itemOf(key, event);
        expect(visitorEventEntity.valueOf(JSON.parse(JSON.stringify(item)))).toEqual(event);
      }),
    );
  });

  it('that were stored as a map are read', async () => {
    const { Item } = {
      Item: visitorEventEntity.itemOf(
        { visitor: VISITOR, at: NOW, id: 'e1' },
        {
          ...{ type: 'track', name: 'Bought', id: 'e1', at: NOW, receivedAt: NOW, visitor: VISITOR },
        },
      ),
    };
    const props = { M: { step: { N: '2' }, plan: { S: 'pro' } } };
    await table.call('PutItem', { TableName: table.name, Item: { ...Item, props } });
    expect(await propsOf()).toEqual([
      ['step', 2],
      ['plan', 'pro'],
    ]);
  });
});

describe('a message of the late queue', () => {
  it('has no character that SQS refuses', async () => {
    const sent: string[] = [];
    const queue = lateQueue(
      async (_, input) => void sent.push((input as { MessageBody: string }).MessageBody),
      '',
    );
    await tell({ props: { a: '\uffff\ufffe' } }, NOW, refusingTable);
    await queue.send(late[0] as LateItem);
    expect(sent[0]).not.toMatch(/[\ufffe\uffff]/);
    expect(JSON.parse(sent[0] ?? '')).toEqual(late[0]);
  });
});
