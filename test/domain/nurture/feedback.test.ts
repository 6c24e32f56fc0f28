import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyReport,
  closedAddress,
  isDoubted,
  isNewTry,
  stoppedBy,
  triedFor,
  unsubscribed,
  welcomed,
} from '../../../shared/domain/nurture/feedback.ts';
import type { Mailing } from '../../../shared/domain/nurture/mailing.ts';
import type { Meaning } from '../../../shared/domain/nurture/ses-reports.ts';
import { plus } from '../../../shared/domain/time.ts';
import { LEAD, NOW } from '../builders.ts';

const DAY = 86_400_000;
const fresh: Mailing = { lead: LEAD, version: 0, recent: [], subjects: {}, softBounces: 0 };
const at = (seconds: number) => plus(NOW, seconds * 1_000);
const report = (mailing: Mailing, means: Meaning, seconds: number, mail = `mail-${seconds}`) =>
  applyReport(mailing, { mail, at: at(seconds) }, means);

const closed: Meaning = { address: 'closed' };
const doubted: Meaning = { address: 'doubted' };
const works: Meaning = { address: 'works' };
const complained: Meaning = { person: 'complained' };

describe('an address that bounced for good', () => {
  const bounced = report(fresh, closed, 1);

  it('is closed, and says why, since when, and from when it is tried again', () => {
    expect(closedAddress(bounced)).toEqual({ why: 'hard-bounce', at: at(1), tryFrom: plus(at(1), DAY) });
  });

  it('is tried once for whoever asks a day later', () => {
    expect(isNewTry(bounced, plus(at(1), DAY - 1))).toBe(false);
    const asked = plus(at(1), DAY);
    expect(isNewTry(bounced, asked)).toBe(true);
    const tried = { ...bounced, suppressed: { why: 'hard-bounce', at: at(1), tried: asked } } as const;
    expect(isNewTry(tried, asked)).toBe(true);
    expect(isNewTry(tried, plus(asked, 1))).toBe(false);
    expect(isNewTry(tried, plus(asked, DAY))).toBe(true);
  });

  it('remembers for which request it was tried, if it is closed', () => {
    const asked = plus(at(1), DAY);
    expect(triedFor(bounced, asked)).toEqual({ suppressed: { ...bounced.suppressed, tried: asked } });
    expect(triedFor(fresh, asked)).toEqual({});
  });

  it('stays closed when the try bounces, and then waits a day again', () => {
    const tried = { ...bounced, suppressed: { why: 'hard-bounce', at: at(1), tried: at(100) } } as const;
    const again = report(tried, closed, 101);
    expect(again.suppressed).toEqual({ why: 'hard-bounce', at: at(101) });
    expect(isNewTry(again, at(100))).toBe(false);
    expect(report(tried, works, 0).suppressed).toEqual(tried.suppressed);
  });

  it('opens by a later delivery, and a repeated report of before does not close it', () => {
    const opened = report(bounced, works, 50);
    expect(opened.suppressed).toBeUndefined();
    expect(report(opened, closed, 1)).toBe(opened);
    expect(report(bounced, works, 0)).toMatchObject({ suppressed: { why: 'hard-bounce' } });
  });

  it('opens when the person asks for mail, by a link that only a mail has', () => {
    expect(welcomed(bounced, at(50)).suppressed).toBeUndefined();
  });

  it('is as closed when it was closed before reasons were kept apart', () => {
    const old: Mailing = { ...fresh, suppressed: { why: 'hard-bounce', at: at(1) } };
    expect(closedAddress(old)).toEqual(closedAddress(bounced));
    expect(report(old, works, 0).suppressed).toEqual(old.suppressed);
    expect(report(old, works, 50).suppressed).toBeUndefined();
    expect(report(old, complained, 50).suppressed).toEqual({ why: 'complaint', at: at(50) });
  });
});

describe('a person who complained', () => {
  const before = report(fresh, complained, 1);

  it('is not tried again, whoever asks, and a delivery opens nothing', () => {
    expect(closedAddress(before)).toEqual({ why: 'complaint', at: at(1) });
    expect(isNewTry(before, plus(NOW, 100 * DAY))).toBe(false);
    expect(report(before, works, 50).suppressed).toEqual({ why: 'complaint', at: at(1) });
  });

  it('comes back by an own act, and only by a later one', () => {
    const back = welcomed(before, at(2));
    expect(back.suppressed).toBeUndefined();
    expect(report(back, complained, 1)).toBe(back);
    expect(report(back, complained, 2)).toBe(back);
    expect(report(back, complained, 3).suppressed).toEqual({ why: 'complaint', at: at(3) });
  });
});

describe('somebody who unsubscribed', () => {
  it('still gets what is asked for, until the address bounces', () => {
    const left = unsubscribed(fresh, at(1));
    expect(closedAddress(left)).toBeUndefined();
    expect(report(left, closed, 2).suppressed?.why).toBe('hard-bounce');
    expect(report(report(left, closed, 2), works, 3).suppressed).toEqual({ why: 'unsubscribed', at: at(1) });
    expect(unsubscribed(left, at(5))).toBe(left);
  });
});

describe('soft bounces', () => {
  it('that were counted without their names go on to count', () => {
    const old: Mailing = { ...fresh, softBounces: 4, lastSoftBounce: 'mail-0' };
    expect(report(old, doubted, 0)).toBe(old);
    expect(report(old, doubted, 1).suppressed).toEqual({ why: 'soft-bounces', at: at(1) });
    expect(report(old, works, 1)).toMatchObject({ softBounces: 0 });
    const shut: Mailing = { ...old, softBounces: 5, suppressed: { why: 'soft-bounces', at: at(1) } };
    expect(report(shut, closed, 5)).toMatchObject({
      ...{ stops: { 'soft-bounces': at(1) }, suppressed: { why: 'hard-bounce', at: at(5) } },
    });
  });

  it('count once each, in a row, of which the last five are kept', () => {
    const four = [1, 2, 3, 4].reduce((mailing, each) => report(mailing, doubted, each), fresh);
    expect(four).toMatchObject({ softBounces: 4 });
    expect(four).not.toHaveProperty('suppressed');
    expect(report(four, doubted, 9, 'mail-4')).toBe(four);
    const seven = [5, 6, 7].reduce((mailing, each) => report(mailing, doubted, each), four);
    expect(seven).toMatchObject({ softBounces: 5, suppressed: { why: 'soft-bounces', at: at(7) } });
    expect(Object.keys(seven.softBounced ?? {}).sort()).toEqual(
      [3, 4, 5, 6, 7].map((each) => `mail-${each}`),
    );
    const backwards = [7, 6, 5, 4, 3, 2, 1].reduce((mailing, each) => report(mailing, doubted, each), fresh);
    expect(backwards).toEqual(seven);
  });

  it('from before a delivery are forgotten, and those after it count on', () => {
    const two = report(report(fresh, doubted, 1), doubted, 5);
    expect(report(two, works, 3)).toMatchObject({ softBounces: 1, softBounced: { 'mail-5': at(5) } });
    expect(report(two, works, 5)).toMatchObject({ softBounces: 1 });
    const five = [1, 2, 3, 4, 5].reduce((mailing, each) => report(mailing, doubted, each), fresh);
    expect(report(five, works, 3)).toMatchObject({ softBounces: 3 });
    expect(report(five, works, 3)).not.toHaveProperty('suppressed');
    const none = report(two, works, 6);
    expect(none).toEqual({ ...fresh, acceptedAt: at(6) });
    expect(report(none, doubted, 5)).toBe(none);
  });

  it('close the address by the fifth, whichever was heard of last', () => {
    const four = [2, 3, 4, 5].reduce((mailing, each) => report(mailing, doubted, each), fresh);
    const five = report(four, doubted, 1);
    expect(five.suppressed).toEqual({ why: 'soft-bounces', at: at(5) });
    const { softBounced = {} } = five;
    const read = { ...five, softBounced: Object.fromEntries(Object.entries(softBounced).reverse()) };
    expect(report(read, closed, 6).stops).toMatchObject({ 'soft-bounces': at(5) });
    expect(stoppedBy(five, { mail: 'mail-1', at: at(1) }, doubted)).toEqual({
      ...{ why: 'soft-bounces', mail: 'mail-5', at: at(5) },
    });
  });
});

describe('the fate of the next mail', () => {
  it('says something about the address if earlier mail bounced', () => {
    expect(isDoubted(fresh)).toBe(false);
    expect(isDoubted(report(fresh, doubted, 1))).toBe(true);
    expect(isDoubted(report(fresh, closed, 1))).toBe(true);
    expect(isDoubted(unsubscribed(fresh, at(1)))).toBe(false);
  });
});

describe('a report that says nothing about person or address', () => {
  it('changes nothing', () => {
    expect(report(fresh, { outcome: 'rejected', brake: 'complaints' }, 1)).toBe(fresh);
  });
});

describe('what a report stopped mail for', () => {
  const stopped = (means: Meaning, before = fresh, heard = report(before, means, 1)) =>
    stoppedBy(heard, { mail: 'mail-1', at: at(1) }, means);
  const since = { mail: 'mail-1', at: at(1) };

  it.each([
    [{ person: 'complained' }, 'complaint'],
    [{ person: 'unsubscribed' }, 'unsubscribed'],
    [{ address: 'closed' }, 'hard-bounce'],
  ] satisfies [Meaning, string][])('is, for %j, %s', (means, why) => {
    expect(stopped(means)).toEqual({ ...since, why });
  });

  it('is nothing when mail goes on, or stopped at another time', () => {
    expect(stopped({})).toBeUndefined();
    expect(stopped(works)).toBeUndefined();
    expect(stopped(doubted)).toBeUndefined();
    expect(stopped({}, fresh, report(fresh, closed, 1))).toBeUndefined();
    for (const means of [complained, closed]) {
      expect(stopped(means, report(fresh, means, 2))).toBeUndefined();
      expect(stopped(means, welcomed(fresh, at(2)))).toBeUndefined();
    }
  });
});

interface Told {
  seconds: number;
  means: Meaning | 'welcomed';
}

describe('reports in any order, and any of them repeated', () => {
  const told: fc.Arbitrary<Told> = fc.record({
    seconds: fc.nat(30),
    means: fc.constantFrom(
      closed,
      doubted,
      works,
      complained,
      { person: 'unsubscribed' } as const,
      'welcomed' as const,
    ),
  });
  const tell = (mailing: Mailing, { means, seconds }: Told) =>
    means === 'welcomed' ? welcomed(mailing, at(seconds)) : report(mailing, means, seconds);

  it('come to the same', () => {
    const stories = fc
      .array(told, { maxLength: 14 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      );
    fc.assert(
      fc.property(stories, ([all, mixed]) => {
        expect(mixed.reduce(tell, fresh)).toEqual(all.reduce(tell, fresh));
      }),
      { numRuns: 300 },
    );
  });

  it('that change nothing return the same state', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 14 }), (all) => {
        const known = all.reduce(tell, fresh);
        for (const each of all) expect(tell(known, each)).toBe(known);
      }),
    );
  });
});
