import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packJson, unpackJson } from '../../shared/store/packed-json.ts';
import { packMoments, unpackMoments } from '../../shared/store/packed-moments.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/);
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('moments by name', () => {
  it('are the same when they are unpacked', () => {
    fc.assert(
      fc.property(fc.dictionary(name, moment, { noNullPrototype: true }), (moments) => {
        expect(unpackMoments(packMoments(moments))).toEqual(moments);
      }),
    );
  });

  it('take some 25 bytes each, so that twenty steps leave room for the rest of an enrolment', () => {
    const moments = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`a-step-of-week-${n}`, '2026-11-22T12:00:00.000Z']),
    );
    expect(packMoments(moments).length).toBeLessThanOrEqual(20 * 27);
  });
});

describe('a value that is stored as packed text', () => {
  it('is the same when it is unpacked', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(unpackJson(packJson(value)))).toBe(JSON.stringify(value));
      }),
    );
  });
});
