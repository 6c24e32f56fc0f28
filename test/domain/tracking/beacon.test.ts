import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBeacon } from '../../../shared/domain/tracking/beacon.ts';
import { NOW } from '../builders.ts';

const parse = (body: unknown) => {
  const beacon = parseBeacon(typeof body === 'string' ? body : JSON.stringify(body), NOW, undefined);
  return { ...beacon, events: beacon.events.map(({ event }) => event) };
};
const batch = (...events: object[]) => ({ visitorId: 'v1', events });
const page = (more: object = {}) => ({ id: 'e1', type: 'page', url: 'https://x.nl/a?b=c', ...more });

describe('a batch of the tracker', () => {
  it('becomes events of the visitor', () => {
    expect(
      parse(
        batch(page({ at: '2026-11-22T12:59:00+01:00', title: ' A\n page ', referrer: 'https://y.nl/?q=z' })),
      ),
    ).toEqual({
      events: [
        {
          type: 'page',
          id: 'e1',
          at: '2026-11-22T11:59:00.000Z',
          receivedAt: NOW,
          visitor: 'v1',
          url: 'https://x.nl/a',
          title: 'A page',
          referrer: 'https://y.nl/',
        },
      ],
      isAnonymous: false,
      mistakes: [],
      leftOut: [],
    });
  });

  it('is anonymous only when flagged, and when no mail led to any of its pages', () => {
    const landing = page({ id: 'e2', url: `https://x.nl/a?kansrijk=${'A'.repeat(22)}` });
    const isAnonymous = (body: object) => parse(body).isAnonymous;
    expect(isAnonymous({ ...batch(page()), anonymous: true })).toBe(true);
    expect(isAnonymous({ ...batch(page()), anonymous: false })).toBe(false);
    expect(isAnonymous({ ...batch(page(), landing), anonymous: true })).toBe(false);
    expect(parse({ ...batch(page()), anonymous: 'yes' }).mistakes).toMatchObject([{ field: 'anonymous' }]);
  });

  it('counts an event once when the batch has it twice', () => {
    expect(parse(batch(page(), page())).events).toHaveLength(1);
  });

  it.each([
    ['1970-01-01T00:00:00Z', NOW],
    ['2100-01-01T00:00:00Z', NOW],
    ['2026-08-24T12:00:00.000Z', '2026-08-24T12:00:00.000Z'],
    ['2026-08-24T11:59:59.999Z', NOW],
    ['2026-11-22T12:10:00.000Z', '2026-11-22T12:10:00.000Z'],
    ['2026-11-22T12:10:00.001Z', NOW],
  ])('with an event at %s is stored at %s', (at, believed) => {
    expect(parse(batch(page({ at }))).events[0]?.at).toBe(believed);
  });

  it.each<[string, object, string]>([
    ['an id with a key separator', { id: 'a#b' }, 'events[1].id'],
    ['an id that is an address', { id: 'ann@x.nl' }, 'events[1].id'],
    ['no type', { type: undefined }, 'events[1].type'],
    ['another type', { type: 'click' }, 'events[1].type'],
    ['an address that is none', { url: 'about:blank' }, 'events[1].url'],
    ['a moment that is none', { at: 'yesterday' }, 'events[1].at'],
    ['an event without a name', { type: 'track' }, 'events[1].name'],
  ])('reports a mistake and accepts the other events: %s', (_, wrong, field) => {
    const { events, mistakes } = parse(batch(page({ id: 'good' }), page(wrong)));
    expect(events.map((event) => event.id)).toEqual(['good']);
    expect(mistakes).toEqual([expect.objectContaining({ field, reason: expect.any(String) })]);
  });

  it.each<[string, object, string]>([
    ['a list', { a: ['x'] }, 'events[0].props.a'],
    ['a group', { a: { b: 1 } }, 'events[0].props.a'],
    ['a name of 101 characters', { ['a'.repeat(101)]: 1 }, 'events[0].props'],
  ])('leaves out a property that it cannot keep, and says so: %s', (_, wrong, field) => {
    const right = { plan: 'pro', count: 0, isNew: false };
    const { events, mistakes, leftOut } = parse(batch(page({ props: { ...wrong, ...right } })));
    expect([events[0]?.props, mistakes]).toEqual([right, []]);
    expect(leftOut).toEqual([{ field, reason: expect.any(String) }]);
  });

  it('may have null for what an event does not have', () => {
    const nothing = { name: null, url: null, at: null, title: null, referrer: null, props: null };
    const { events, mistakes, leftOut } = parse(batch(page(nothing)));
    expect([mistakes, leftOut]).toEqual([[], []]);
    expect(events).toEqual([{ type: 'page', id: 'e1', visitor: 'v1', at: NOW, receivedAt: NOW }]);
  });

  it('leaves out decorations of another type, and says so', () => {
    const { events, mistakes, leftOut } = parse(batch(page({ title: 7, referrer: {}, props: ['x'] })));
    expect([events.length, mistakes]).toEqual([1, []]);
    const fields = leftOut.map(({ field }) => field).sort();
    expect(fields).toEqual(['events[0].props', 'events[0].referrer', 'events[0].title']);
  });

  it('keeps fifty properties, and says which it left out', () => {
    const props = Object.fromEntries(Array.from({ length: 52 }, (_, n) => [`p${n}`, n]));
    const { events, leftOut } = parse(batch(page({ props: { none: null, ...props } })));
    expect(Object.keys(events[0]?.props ?? {})).toHaveLength(50);
    expect(leftOut.map(({ field }) => field)).toEqual(['events[0].props.p50', 'events[0].props.p51']);
  });

  it('reports an event of more than 32 KB of UTF-8', () => {
    const sized = (title: string) => parse(batch(page(), page({ id: 'e2', title })));
    for (const title of ['x'.repeat(33_000), 'é'.repeat(16_500), '€'.repeat(11_000)]) {
      const { events, mistakes } = sized(title);
      expect(events).toHaveLength(1);
      expect(mistakes).toEqual([expect.objectContaining({ field: 'events[1]', tooLarge: true })]);
    }
    expect(sized('é'.repeat(16_000)).mistakes).toEqual([]);
  });

  it('is refused with more than 500 events', () => {
    const many = (length: number) => parse(batch(...Array.from({ length }, (_, n) => page({ id: `e${n}` }))));
    expect(many(500).events).toHaveLength(500);
    expect(many(501)).toMatchObject({ events: [], mistakes: [{ field: 'events', tooLarge: true }] });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"visitorId":"v1"',
    '{"events":[]}',
    '{"visitorId":"a b","events":[]}',
  ])('is refused when it is malformed: %s', (body) =>
    expect(parse(body)).toMatchObject({ events: [], mistakes: [{ reason: expect.any(String) }] }),
  );

  it('may begin with a byte order mark', () => {
    expect(parse(`\ufeff${JSON.stringify(batch(page()))}`).events).toHaveLength(1);
  });

  it('that is nested 20,000 levels deep is refused with the reason', () => {
    const props = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const body = JSON.stringify(batch(page({ props: 0 }))).replace('"props":0', `"props":${props}`);
    expect(parse(body).mistakes).toEqual([{ field: 'body', reason: 'Nest at most 64 levels' }]);
  });

  it('stores text as valid Unicode without control characters', () => {
    const { events } = parse(batch(page({ title: 'a\u0000b\ud800c \u202eקפה 🦆', props: { x: '\ud83e' } })));
    expect(events[0]).toMatchObject({ title: 'ab\ufffdc קפה 🦆', props: { x: '\ufffd' } });
  });

  it('never throws, whatever the input', () => {
    fc.assert(fc.property(fc.json(), (body) => void parse(body)));
    fc.assert(fc.property(fc.jsonValue(), (event) => void parse({ visitorId: 'v', events: [event] })));
  });
});

describe('how long somebody stayed on a page', () => {
  const stay = (more: object) => parse(batch({ ...page(), type: 'stay', ...more }));

  it('is whole seconds, half an hour at most', () => {
    expect(stay({ seconds: 61.9 }).events).toMatchObject([
      { type: 'stay', url: 'https://x.nl/a', seconds: 61 },
    ]);
    expect(stay({ seconds: 90_000 }).events).toMatchObject([{ seconds: 1_800 }]);
  });

  it.each([[{}], [{ seconds: 4 }], [{ seconds: -1 }], [{ seconds: 'long' }], [{ seconds: null }]])(
    'is refused when it says nothing: %j',
    (more) => {
      const { events, mistakes } = stay(more);
      expect(events).toEqual([]);
      expect(mistakes).toMatchObject([{ field: 'events[0].seconds' }]);
    },
  );
});
