import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clickEventId,
  formatReaction,
  openEventId,
  parseReactions,
  type Reaction,
} from '../../../shared/domain/nurture/reaction.ts';
import { at, HOUR } from './reactions.ts';

/** As they are stored. */
const stored: [string, Reaction][] = [
  ['2026-11-22T12:00:01.000Z open', { kind: 'open', at: at(1_000) }],
  [
    '2026-11-22T12:00:02.000Z open prefetch ~A-1',
    { kind: 'open', at: at(2_000), bot: 'prefetch', by: 'A-1' },
  ],
  ['2026-11-22T12:00:03.000Z click 0', { kind: 'click', at: at(3_000), link: 0 }],
  [
    '2026-11-22T12:00:04.000Z click 2 head ~b',
    { kind: 'click', at: at(4_000), link: 2, bot: 'head', by: 'b' },
  ],
  ['2026-11-22T12:00:05.000Z click 2 ~b', { kind: 'click', at: at(5_000), link: 2, by: 'b' }],
  [
    '2026-11-22T12:00:06.000Z click 3 user-agent',
    { kind: 'click', at: at(6_000), link: 3, bot: 'user-agent' },
  ],
  ['2026-11-22T12:00:07.000Z view 2', { kind: 'view', at: at(7_000), link: 2 }],
  ['2026-11-22T12:00:08.000Z view 2 ~b', { kind: 'view', at: at(8_000), link: 2, by: 'b' }],
];

describe('a reaction to a mail', () => {
  it.each(stored)('is stored as %s', (text, reaction) => {
    expect(formatReaction(reaction)).toBe(text);
    expect(parseReactions([text])).toEqual([reaction]);
  });

  it('is read with the others, oldest first, and without what is not known', () => {
    const texts = [...stored.map(([text]) => text).reverse(), '2026-11-22T12:00:00.000Z reply 1', ''];
    expect(parseReactions(new Set(texts))).toEqual(stored.map(([, reaction]) => reaction));
    expect(parseReactions(['2026-11-22T12:00:01.000Z open robot'])).toEqual([
      { kind: 'open', at: at(1_000) },
    ]);
  });

  it('is the same after it was stored', () => {
    const common = {
      at: fc.nat(HOUR).map(at),
      by: fc.stringMatching(/^[\w-]{1,8}$/),
      bot: fc.constantFrom('user-agent' as const, 'prefetch' as const),
    };
    const link = fc.nat(99);
    const any: fc.Arbitrary<Reaction> = fc.oneof(
      fc.record({ kind: fc.constant('open' as const), ...common }, { requiredKeys: ['kind', 'at'] }),
      fc.record(
        { kind: fc.constant('click' as const), link, ...common },
        { requiredKeys: ['kind', 'at', 'link'] },
      ),
    );
    fc.assert(
      fc.property(any, (reaction) => {
        expect(parseReactions([formatReaction(reaction)])).toEqual([reaction]);
      }),
    );
  });

  it('counts once for the open of a mail and once for each link, by the name of its event', () => {
    expect([openEventId('m1'), clickEventId('m1', 2)]).toEqual(['open-m1', 'click-m1-2']);
  });
});
