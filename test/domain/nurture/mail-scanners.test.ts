import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyReactions } from '../../../shared/domain/nurture/mail-scanners.ts';
import { formatReaction, type Reaction } from '../../../shared/domain/nurture/reaction.ts';
import { plus } from '../../../shared/domain/time.ts';
import { NOW } from '../builders.ts';
import { at, by, click, HOUR, head, mailWith, open, SECOND, view } from './reactions.ts';

const later = at(24 * HOUR);
const verdicts = (reactions: Reaction[], { links = 4, now = later } = {}) =>
  classifyReactions(mailWith(links), reactions, now);
const counted = (reactions: Reaction[], options = {}) =>
  verdicts(reactions, options).flatMap(({ of, counts }) => (counts ? [of] : []));
const doubts = (reactions: Reaction[], options = {}) =>
  verdicts(reactions, options).flatMap((verdict) => (verdict.counts ? [] : [[verdict.of, verdict.why]]));

describe('a person who opens a mail and clicks', () => {
  it('counts for the open and once for each link', () => {
    expect(
      counted([open(HOUR), click(1, HOUR + 9_000), click(1, HOUR + 12_000), click(3, 2 * HOUR)]),
    ).toEqual(['open', 1, 3]);
  });

  it('counts after twenty seconds', () => {
    const reactions = [open(HOUR), click(1, HOUR)];
    expect(doubts(reactions, { now: at(HOUR + 19_000) })).toEqual([
      ['open', 'settling'],
      [1, 'settling'],
    ]);
    expect(counted(reactions, { now: at(HOUR + 20_000) })).toEqual(['open', 1]);
  });

  it('may click two links of four within two seconds of an open mail', () => {
    expect(counted([open(HOUR), click(0, HOUR + 5_000), click(1, HOUR + 6_500)])).toEqual(['open', 0, 1]);
  });

  it('counts at once for a single click, with images or without', () => {
    for (const reactions of [[click(1, HOUR)], [click(1, 30_000)], [open(10_000), click(1, 14_000)]])
      expect(counted(reactions, { now: plus(reactions.at(-1)?.at ?? NOW, 20_000) })).toContain(1);
  });

  it('counts at once for the first click that the tracker saw land, however soon after delivery', () => {
    expect(counted([click(1, 4_000), view(1, 5_000)], { now: at(25_000) })).toEqual([1]);
    expect(counted([click(1, 4_000), view(1, 5_000)], { now: at(24_999) })).toEqual([]);
  });

  it('counts at the time of the last click before its page was seen', () => {
    const clicks = [click(1, 4_000), click(1, 6_000), click(1, 9_000)];
    expect(verdicts([...clicks, view(1, 6_000)])).toEqual([{ of: 1, at: at(6_000), counts: true }]);
    expect(verdicts([...clicks, view(1, 3_000)])).toEqual([{ of: 1, at: at(4_000), counts: true }]);
  });

  it('opened the mail if a page of it was seen, also when the click is not heard of yet', () => {
    expect(counted([open(2_000), view(1, HOUR)])).toEqual(['open']);
  });

  it('may follow two links at once in a mail that was opened before, whatever else is fetched then', () => {
    const tabs = [open(HOUR - 60_000), click(0, HOUR), click(1, HOUR + 1_500)];
    const preview = { ...open(HOUR + 500), bot: 'prefetch' } as Reaction;
    expect(counted([...tabs, preview])).toEqual(['open', 0, 1]);
    expect(counted([...tabs, view(0, HOUR + 1_600), open(HOUR + 2_500)])).toEqual(['open', 0, 1]);
  });

  it('who reads without images counts for each link, and for all of few at leisure', () => {
    expect(counted([click(0, HOUR), click(1, HOUR + 40_000)])).toEqual([0, 1]);
    expect(counted([click(0, HOUR), click(1, HOUR + 40_000)], { links: 2 })).toEqual([0, 1]);
  });

  it('counts at the time of the own click, when somebody unknown had fetched the link before', () => {
    const preview: Reaction = { ...click(1, HOUR), bot: 'user-agent' } as Reaction;
    expect(verdicts([preview, click(1, HOUR + 5_000)])).toEqual([
      { of: 1, at: at(HOUR + 5_000), counts: true },
    ]);
  });
});

describe('a link scanner', () => {
  const scan = (links: number, from: number) => [
    open(from),
    ...Array.from({ length: links }, (_, link) => click(link, from + link * 400)),
  ];

  it.each([1, 2, 3, 5])(
    'that fetches the pixel and all %s links within two seconds does not count',
    (links) => {
      expect(counted(scan(links, HOUR), { links })).toEqual([]);
      expect(doubts(scan(links, HOUR), { links }).map(([, why]) => why)).toEqual(
        Array(links + 1).fill('all-at-once'),
      );
    },
  );

  it('that fetches three of nine links does not count', () => {
    expect(counted(scan(3, HOUR), { links: 9 })).toEqual([]);
  });

  it('that fetches the pixel and two of four links within two seconds does not count', () => {
    expect(counted([open(HOUR), click(0, HOUR + 800), click(1, HOUR + 1_600)])).toEqual([]);
  });

  it('that returns for single links within a minute does not count', () => {
    expect(counted([...scan(4, HOUR), click(2, HOUR + 30_000)])).toEqual([]);
  });

  it('does not count within five seconds of sending or delivery, even for one link', () => {
    const mail = { ...mailWith(4), deliveredAt: at(60_000) };
    expect(classifyReactions(mail, [open(61_000), click(0, 64_000)], later)).toMatchObject([
      { of: 'open', why: 'right-after-sending' },
      { of: 0, why: 'right-after-sending' },
    ]);
    expect(doubts([click(0, 4_900)])).toEqual([[0, 'right-after-sending']]);
  });

  it('that runs the pages of all links at once does not count', () => {
    const pages = [0, 1, 2, 3].map((link) => view(link, HOUR + 2_000 + link * 300));
    expect(counted([...scan(4, HOUR), ...pages])).toEqual([]);
  });

  it('that fetches one link seconds after delivery, before any open, does not count', () => {
    for (const seconds of [1, 8, 9.9, 15, 29]) expect(counted([click(1, seconds * SECOND)])).toEqual([]);
    for (const milliseconds of [8_000, 15_000])
      expect(doubts([open(3_000), click(1, milliseconds)])).toEqual([
        ['open', 'right-after-sending'],
        [1, 'right-after-sending'],
      ]);
  });

  it('that fetches two links seconds apart, before any open, does not count', () => {
    for (const pause of [2_500, 3_000, 9_000])
      expect(counted([click(0, HOUR), click(2, HOUR + pause), open(HOUR + 20_000)])).toEqual(['open']);
  });

  it('that fetches both links of a mail seconds apart does not count, whatever it opens before', () => {
    expect(counted([open(HOUR), click(0, HOUR + 4_000), click(1, HOUR + 7_000)], { links: 2 })).toEqual([
      'open',
    ]);
  });

  it.each([3, 4, 9])('that fetches all %s links over minutes does not count', (links) => {
    const slow = Array.from({ length: links }, (_, link) => click(link, HOUR + link * 3 * 60 * SECOND));
    expect(counted(slow, { links })).toEqual([]);
    expect(counted([open(HOUR - 60_000), ...slow], { links })).toEqual(['open']);
  });

  it('is waited for after the second link without an open, and a person who clicked two counts then', () => {
    const two = [click(0, HOUR), click(2, HOUR + 60_000)];
    expect(doubts(two, { now: at(HOUR + 90_000) })).toEqual([
      [0, 'settling'],
      [2, 'settling'],
    ]);
    expect(counted(two, { now: at(HOUR + 660_000) })).toEqual([0, 2]);
  });

  it.each(['user-agent', 'prefetch'] as const)('that identifies itself (%s) does not count', (bot) => {
    expect(doubts([{ ...click(1, HOUR), bot } as Reaction])).toEqual([[1, bot]]);
  });
});

describe('a client that does what only machines do', () => {
  const hidden = { ...mailWith(5), hidden: 4 };
  const countedIn = (reactions: Reaction[]) =>
    classifyReactions(hidden, reactions, later).flatMap(({ of, counts }) => (counts ? [of] : []));

  it('and asks where a link leads first, does not count for any link of that hour', () => {
    const scan = [head(0, HOUR), click(0, HOUR + 5_000), click(2, 1.5 * HOUR), open(HOUR - 5_000)];
    expect(countedIn(scan.map((one) => by(one, 'scan')))).toEqual([]);
    expect(classifyReactions(hidden, [by(head(0, HOUR), 'scan')], later)).toEqual([
      { of: 0, at: at(HOUR), counts: false, why: 'scanner' },
    ]);
  });

  it('and fetches the link that nobody sees, before or after, does not count', () => {
    for (const trap of [HOUR - 600_000, HOUR + 600_000]) {
      const scan = [click(1, HOUR), click(4, trap), view(1, HOUR + 2_000)].map((one) => by(one, 'scan'));
      expect(countedIn(scan)).toEqual([]);
    }
  });

  it('makes whatever follows within a minute from other addresses doubtful, unless the mail was opened before', () => {
    for (const sign of [by(head(0, HOUR), 'one'), by(click(4, HOUR), 'one')]) {
      const fleet = [sign, by(click(0, HOUR + 2_000), 'two'), by(click(1, HOUR + 40_000), 'three')];
      expect(countedIn(fleet)).toEqual([]);
      expect(countedIn([...fleet, by(view(1, HOUR + 42_000), 'three')])).toEqual([1]);
      const opened = by(open(HOUR - 30_000), 'phone');
      expect(countedIn([opened, sign, by(click(1, HOUR + 40_000), 'phone')])).toEqual(['open', 1]);
    }
  });

  it('does not stand in the way of another client, nor of a person there who comes later', () => {
    const trap = by(click(4, HOUR), 'scan');
    expect(countedIn([trap, by(click(1, HOUR + 600_000), 'phone')])).toEqual([1]);
    expect(countedIn([trap, by(click(1, 3 * HOUR), 'scan')])).toEqual([1]);
  });

  it('never counts for that link, also when it is not known which client it was', () => {
    expect(classifyReactions(hidden, [click(4, HOUR), view(4, HOUR + 1_000)], later)).toEqual([
      { of: 4, at: at(HOUR), counts: false, why: 'scanner' },
    ]);
  });

  it('does not make a link more of the mail: both that are seen, fetched together, are all', () => {
    const mail = { ...mailWith(3), hidden: 2 };
    const scan = [open(HOUR), click(0, HOUR + 4_000), click(1, HOUR + 7_000)];
    expect(classifyReactions(mail, scan, later).filter(({ counts }) => counts)).toMatchObject([
      { of: 'open' },
    ]);
  });
});

describe('a program that loads images by itself', () => {
  it('as the mail arrives, is no open until the person clicks', () => {
    expect(doubts([open(2_000)])).toEqual([['open', 'right-after-sending']]);
    expect(counted([open(2_000), click(1, HOUR)])).toEqual(['open', 1]);
  });

  it('and says what it is, is no open at any time, and an open after a click counts', () => {
    expect(doubts([{ ...open(5 * HOUR), bot: 'user-agent' } as Reaction])).toEqual([['open', 'user-agent']]);
    expect(counted([click(1, HOUR), open(HOUR + 1_000)])).toEqual(['open', 1]);
  });
});

describe('a person behind a link scanner', () => {
  const scan = [open(6_000), click(0, 6_500), click(1, 7_000), click(2, 7_500)];

  it('counts for the link whose page was seen, and the open', () => {
    expect(counted([...scan, click(1, 30_000), view(1, 32_000)])).toEqual(['open', 1]);
  });

  it('counts for a link clicked more than a minute later, and the open', () => {
    const slow = click(2, 70_000);
    expect(counted([...scan, slow])).toEqual(['open', 2]);
    expect(verdicts([...scan, slow]).find(({ of }) => of === 2)?.at).toBe(slow.at);
  });

  it('counts for a click right after sending once the page was seen', () => {
    expect(counted([open(2_000), click(0, 3_000), view(0, 4_000)])).toEqual(['open', 0]);
  });
});

const anyReaction = (links: number) =>
  fc.record({
    kind: fc.constantFrom('open' as const, 'click' as const),
    link: fc.nat(links - 1),
    at: fc.nat(HOUR).map(at),
    bot: fc.option(fc.constantFrom('user-agent' as const, 'prefetch' as const), { nil: undefined }),
    by: fc.option(fc.constantFrom('AbC-1', 'x_yZ9', '-----'), { nil: undefined }),
  }) as fc.Arbitrary<Reaction>;

describe('any reactions', () => {
  it('get one result for the open and one for each link, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyReaction(5)), fc.integer(), (reactions, seed) => {
        const results = verdicts(reactions, { links: 5 });
        const names = results.map(({ of }) => of);
        const expected = new Set(reactions.map((one) => (one.kind === 'open' ? 'open' : one.link)));
        expect(names.length).toBe(expected.size);
        expect(new Set(names)).toEqual(expected);
        const shuffled = reactions.toSorted(
          (a, b) => ((formatReaction(a).length * seed) % 7) - ((formatReaction(b).length * seed) % 7),
        );
        expect(verdicts(shuffled, { links: 5 })).toEqual(results);
      }),
    );
  });

  it('of a scanner alone never count, at any time and in any order', () => {
    const scan = fc.integer({ min: 1, max: 8 }).chain((links) =>
      fc.record({
        links: fc.constant(links),
        start: fc.nat(30 * 24 * HOUR),
        pauses: fc.array(fc.nat(2_000), { minLength: links + 1, maxLength: links + 1 }),
      }),
    );
    fc.assert(
      fc.property(scan, ({ links, start, pauses }) => {
        const reactions = pauses.map((pause, n) =>
          n === links ? open(start + pause) : click(n, start + pause),
        );
        expect(
          classifyReactions(mailWith(links), reactions, at(start + 24 * HOUR)).every(({ counts }) => !counts),
        ).toBe(true);
      }),
    );
  });

  it('of a person who takes a minute for each link but leaves one always count', () => {
    const walk = fc.array(fc.integer({ min: 61_000, max: 24 * HOUR }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(walk, (pauses) => {
        const times = pauses.map((_, n) => pauses.slice(0, n + 1).reduce((sum, pause) => sum + pause, 6_000));
        const reactions = times.map((time, link) => click(link, time));
        const now = at(Math.max(...times) + 600_000);
        expect(
          classifyReactions(mailWith(pauses.length + 1), reactions, now).every(({ counts }) => counts),
        ).toBe(true);
      }),
    );
  });
});
