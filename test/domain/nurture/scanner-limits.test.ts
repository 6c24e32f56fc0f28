import { describe, expect, it } from 'vitest';
import { classifyReactions } from '../../../shared/domain/nurture/mail-scanners.ts';
import type { Reaction } from '../../../shared/domain/nurture/reaction.ts';
import { at, by, click, HOUR, head, mailWith, open, view } from './reactions.ts';

/** The limits between people and machines, each at its last and its first millisecond. */

const MINUTE = 60_000;
const DAY_LATER = at(24 * HOUR);
const results = (reactions: Reaction[], mail = mailWith(9), now = DAY_LATER) =>
  classifyReactions(mail, reactions, now);
const counted = (...given: Parameters<typeof results>) =>
  results(...given).flatMap(({ of, counts }) => (counts ? [of] : []));
/** Why what does not count does not. */
const reasons = (...given: Parameters<typeof results>) =>
  results(...given).flatMap((one) => (one.counts ? [] : [[one.of, one.why]]));
const read = open(HOUR - 10 * MINUTE);
const burst = [click(0, HOUR), click(1, HOUR + 400), click(2, HOUR + 800)];

describe('a mail with one link', () => {
  const one = mailWith(1);

  it('is clicked by a machine within two seconds of an open, before or after', () => {
    expect(counted([open(HOUR), click(0, HOUR + 2_000)], one)).toEqual([]);
    expect(counted([open(HOUR), click(0, HOUR + 2_001)], one)).toEqual(['open', 0]);
    expect(counted([click(0, HOUR), open(HOUR + 2_000)], one)).toEqual([]);
    expect(counted([click(0, HOUR), open(HOUR + 2_001)], one)).toEqual(['open', 0]);
  });

  it('is clicked by a machine within two seconds of any of its opens', () => {
    expect(counted([read, open(HOUR), click(0, HOUR + 1_000)], one)).toEqual(['open']);
  });

  it('is clicked by a person without any open', () => {
    expect(counted([click(0, HOUR)], one)).toEqual([0]);
  });
});

describe('right after delivery', () => {
  it('is ten seconds after the mail was sent or delivered, whichever was told as the later', () => {
    expect(reasons([open(9_999)])).toEqual([['open', 'right-after-sending']]);
    expect(counted([open(10_000)])).toEqual(['open']);
    const early = { ...mailWith(9), sentAt: at(MINUTE), deliveredAt: at(MINUTE / 2) };
    expect(reasons([open(MINUTE + 9_999)], early)).toEqual([['open', 'right-after-sending']]);
    expect(counted([open(MINUTE + 10_000)], early)).toEqual(['open']);
  });

  it('is thirty seconds for a click in a mail that is not open yet', () => {
    expect(reasons([click(1, 29_999)])).toEqual([[1, 'right-after-sending']]);
    expect(counted([click(1, 30_000)])).toEqual([1]);
    expect(counted([click(1, 29_999), open(29_999)])).toEqual(['open', 1]);
  });
});

describe('too fast for a person', () => {
  it('is three links in two seconds, also in a mail that was opened', () => {
    expect(counted([read, click(0, HOUR), click(1, HOUR + 900), click(2, HOUR + 2_000)])).toEqual(['open']);
    expect(counted([read, click(0, HOUR), click(1, HOUR + 900), click(2, HOUR + 2_001)])).toEqual([
      ...['open', 0, 1, 2],
    ]);
  });

  it('is all of two links in ten seconds, also in a mail that was opened', () => {
    const both = (pause: number) => counted([read, click(0, HOUR), click(1, HOUR + pause)], mailWith(2));
    expect(both(10_000)).toEqual(['open']);
    expect(both(10_001)).toEqual(['open', 0, 1]);
  });

  it('is two links in ten seconds in a mail that was not', () => {
    const two = (pause: number) => reasons([click(0, HOUR), click(1, HOUR + pause)]);
    expect(two(10_000)).toEqual([
      [0, 'all-at-once'],
      [1, 'all-at-once'],
    ]);
    expect(two(10_001)).toEqual([]);
    expect(counted([open(HOUR), click(0, HOUR), click(1, HOUR + 3_000)])).toEqual(['open', 0, 1]);
  });

  it('is each of three links or more in an hour, but not the open that a person adds', () => {
    const each = (last: number) => [
      read,
      click(0, HOUR),
      click(1, HOUR + 20 * MINUTE),
      click(2, HOUR + last),
    ];
    expect(reasons([...each(HOUR), open(HOUR + 30 * MINUTE)], mailWith(3))).toEqual([
      [0, 'scanner'],
      [1, 'scanner'],
      [2, 'scanner'],
    ]);
    expect(counted(each(HOUR + 1), mailWith(3))).toEqual(['open', 0, 1, 2]);
    expect(counted([click(0, HOUR), open(HOUR + MINUTE), ...each(HOUR).slice(2)], mailWith(3))).toEqual([
      'open',
    ]);
  });
});

describe('a click or an open near a burst of clicks', () => {
  it('belongs to it from two seconds before', () => {
    expect(reasons([read, click(5, HOUR - 2_000), ...burst])).toContainEqual([5, 'all-at-once']);
    expect(counted([read, click(5, HOUR - 2_001), ...burst])).toEqual(['open', 5]);
  });

  it('belongs to it until two seconds after for an open, and a minute for a click', () => {
    expect(reasons([...burst, open(HOUR + 2_800)])).toContainEqual(['open', 'all-at-once']);
    expect(counted([...burst, open(HOUR + 2_801)])).toEqual(['open']);
    expect(counted([read, ...burst, click(5, HOUR + 800 + MINUTE)])).toEqual(['open']);
    expect(counted([read, ...burst, click(5, HOUR + 801 + MINUTE)])).toEqual(['open', 5]);
  });
});

describe('the second link without an open', () => {
  const soon = at(HOUR + 3 * MINUTE);
  const own = click(5, HOUR + 2 * MINUTE);

  it('is waited for in a mail with more links than these two', () => {
    const two = [click(0, HOUR), click(1, HOUR + 40_000)];
    expect(counted(two, mailWith(2), at(HOUR + MINUTE))).toEqual([0, 1]);
    expect(reasons(two, mailWith(3), at(HOUR + MINUTE))).toEqual([
      [0, 'settling'],
      [1, 'settling'],
    ]);
  });

  it('is not waited for when the first was in a burst', () => {
    expect(counted([...burst, own], mailWith(9), soon)).toEqual([5]);
    expect(counted([click(7, HOUR - 2 * MINUTE), ...burst, own], mailWith(9), soon)).toEqual([]);
    expect(counted([...burst, own, click(7, HOUR + 2.5 * MINUTE)], mailWith(9), soon)).toEqual([]);
  });

  it('is not waited for when the first was right after delivery', () => {
    expect(counted([click(0, 9_999), click(1, MINUTE)], mailWith(9), at(1.5 * MINUTE))).toEqual([1]);
    expect(counted([click(0, 10_000), click(1, MINUTE)], mailWith(9), at(1.5 * MINUTE))).toEqual([]);
  });

  it('is not waited for when the first was of a client that is a machine', () => {
    const machine = [by(head(3, HOUR), 'scan'), by(click(0, HOUR + 1_000), 'scan')];
    expect(counted([...machine, by(own, 'phone')], mailWith(9), soon)).toEqual([5]);
  });
});

describe('a client that showed itself as a machine', () => {
  const hidden = { ...mailWith(9), hidden: 8 };
  const trap = (milliseconds: number) => by(click(8, milliseconds), 'scan');
  const opened = by(open(HOUR), 'phone');
  const scanned = (milliseconds: number) => by(click(1, milliseconds), 'scan');

  it('is one for an hour before and after', () => {
    for (const near of [2 * HOUR, 4 * HOUR])
      expect(reasons([opened, trap(3 * HOUR), scanned(near)], hidden)).toContainEqual([1, 'scanner']);
    for (const far of [2 * HOUR - 1, 4 * HOUR + 1])
      expect(counted([opened, trap(3 * HOUR), scanned(far)], hidden)).toEqual(['open', 1]);
  });

  it('may show itself more than once', () => {
    expect(counted([opened, trap(3 * HOUR), trap(9 * HOUR), scanned(3 * HOUR)], hidden)).toEqual(['open']);
    expect(counted([opened, trap(3 * HOUR), trap(9 * HOUR), scanned(9 * HOUR)], hidden)).toEqual(['open']);
  });

  it('makes clicks of others doubtful until a minute later, in a mail that is not open', () => {
    const other = (milliseconds: number) => by(click(1, milliseconds), 'other');
    expect(reasons([trap(HOUR), other(HOUR + MINUTE)], hidden)).toEqual([
      [8, 'scanner'],
      [1, 'scanner'],
    ]);
    expect(counted([trap(HOUR), other(HOUR + MINUTE + 1)], hidden)).toEqual([1]);
  });

  it('is none by opening a mail that has no such link', () => {
    const person = [open(HOUR), click(1, HOUR + 5_000)].map((one) => by(one, 'phone'));
    expect(counted(person)).toEqual(['open', 1]);
  });

  it('does not make the hidden link one of all that a person reads', () => {
    const four = { ...mailWith(4), hidden: 3 };
    const slow = [0, 1].map((link) => by(click(link, HOUR + link * 5 * MINUTE), 'phone'));
    const scan = by(click(3, HOUR + 2 * MINUTE), 'scan');
    expect(counted([by(read, 'phone'), ...slow, scan], four)).toEqual(['open', 0, 1]);
  });

  it('does not prove a page that it runs itself', () => {
    expect(
      counted([trap(3 * HOUR), scanned(2 * HOUR), by(view(1, 2 * HOUR + 1_000), 'scan')], hidden),
    ).toEqual([]);
  });
});
