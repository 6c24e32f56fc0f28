import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JobKind, jobKinds } from '../../../shared/domain/jobs/job-kinds.ts';
import { NotDone, nextTry } from '../../../shared/domain/jobs/next-try.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { NOW } from '../builders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const kind = { pauses: [MINUTE, HOUR], patience: 10 * HOUR };
const next = (tries: number, more: { now?: Instant; random?: number; after?: number } = {}) =>
  nextTry(kind, { tries, since: NOW }, { now: NOW, random: 0, ...more });
const pause = (...of: Parameters<typeof next>) => Date.parse(next(...of) ?? '') - Date.parse(NOW);

describe('what could not be done', () => {
  it('is tried again after the pause of that try, and the last pause repeats', () => {
    expect([1, 2, 3, 30].map((tries) => pause(tries))).toEqual([MINUTE, HOUR, HOUR, HOUR]);
  });

  it('waits as long as the other side asks for, if that is longer', () => {
    expect(pause(1, { after: 5 * MINUTE })).toBe(5 * MINUTE);
    expect(pause(2, { after: 5 * MINUTE })).toBe(HOUR);
  });

  it('waits up to a tenth longer, so that not all come at once', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        expect(pause(2, { random })).toBeGreaterThanOrEqual(HOUR);
        expect(pause(2, { random })).toBeLessThanOrEqual(1.1 * HOUR);
      }),
    );
  });

  it('is given up when its patience ends before the next try, and not sooner', () => {
    const last = plus(NOW, 9 * HOUR);
    expect(next(9, { now: last })).toBe(plus(NOW, 10 * HOUR));
    expect(next(9, { now: plus(last, 1) })).toBeUndefined();
    expect(next(9, { now: last, after: HOUR + 1 })).toBeUndefined();
  });
});

describe('an error that says how to go on', () => {
  it('is a failed try with the usual pause unless it says more', () => {
    const error = new NotDone('busy');
    expect(error).toMatchObject({ name: 'NotDone', message: 'busy', after: 0 });
    expect([error.isHeld, error.isUnsure, error.isFinal, error.data]).toEqual([
      ...[false, false, false, undefined],
    ]);
    expect(new NotDone('busy', { after: 5, isFinal: true })).toMatchObject({ after: 5, isFinal: true });
  });
});

/** The moments of all tries of something that never succeeds, in milliseconds from the first. */
function triesOf({ pauses, patience }: JobKind, random: number): number[] {
  const moments = [0];
  for (let at: Instant | undefined = NOW; ; ) {
    at = nextTry({ pauses, patience }, { tries: moments.length, since: NOW }, { now: at, random });
    if (at === undefined) return moments;
    moments.push(Date.parse(at) - Date.parse(NOW));
  }
}

describe.each([0, 0.999])('with chance %d', (random) => {
  it.each(Object.entries<JobKind>(jobKinds))('%s is tried until its patience ends', (_, one) => {
    const moments = triesOf(one, random);
    const longest = Math.max(...one.pauses) * 1.1;
    expect(moments.at(-1)).toBeLessThanOrEqual(one.patience);
    expect(moments.at(-1)).toBeGreaterThan(one.patience - longest);
    expect(moments[1]).toBeLessThan(MINUTE);
  });

  it('a webhook is tried ten times in a little over three days', () => {
    const moments = triesOf(jobKinds.webhook, random);
    expect(moments).toHaveLength(10);
    expect(moments.at(-1)).toBeGreaterThan(72 * HOUR);
  });

  it('mail to sales is tried at each run of the minute for an hour and a half, then every few minutes', () => {
    const moments = triesOf(jobKinds.notice, random);
    const pauses = moments.slice(1).map((moment, n) => ({ moment, pause: moment - (moments[n] ?? 0) }));
    const longest = (until: number) =>
      Math.max(...pauses.filter(({ moment }) => moment < until).map((one) => one.pause));
    expect(longest(1.5 * HOUR)).toBeLessThan(MINUTE);
    expect(longest(23 * HOUR)).toBeLessThan(6 * MINUTE);
  });
});
