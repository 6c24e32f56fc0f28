import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBeacon } from '../../../shared/domain/tracking/beacon.ts';
import { NOW } from '../builders.ts';

const parse = (body: unknown) =>
  parseBeacon(typeof body === 'string' ? body : JSON.stringify(body), NOW, undefined);
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
    });
  });

  it('is anonymous only when flagged, and when no mail led to any of its pages', () => {
    const landing = page({ id: 'e2', url: `https://x.nl/a?k=${'A'.repeat(22)}` });
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
    ['a number as a title', { title: 7 }, 'events[1].title'],
    ['nested properties', { props: { a: { b: 1 } } }, 'events[1].props.a'],
    ['an event without a name', { type: 'track' }, 'events[1].name'],
  ])('reports a mistake and accepts the other events: %s', (_, wrong, field) => {
    const { events, mistakes } = parse(batch(page({ id: 'good' }), page(wrong)));
    expect(events.map((event) => event.id)).toEqual(['good']);
    expect(mistakes).toEqual([expect.objectContaining({ field, reason: expect.any(String) })]);
  });

  it('reports an event of more than 32 KB', () => {
    const { events, mistakes } = parse(batch(page(), page({ id: 'e2', title: 'x'.repeat(33_000) })));
    expect(events).toHaveLength(1);
    expect(mistakes).toEqual([expect.objectContaining({ field: 'events[1]', tooLarge: true })]);
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
    expect(events[0]).toMatchObject({ title: 'ab\ufffdc \u202eקפה 🦆', props: { x: '\ufffd' } });
  });

  it('never throws, whatever the input', () => {
    fc.assert(fc.property(fc.json(), (body) => void parse(body)));
    fc.assert(fc.property(fc.jsonValue(), (event) => void parse({ visitorId: 'v', events: [event] })));
  });
});
