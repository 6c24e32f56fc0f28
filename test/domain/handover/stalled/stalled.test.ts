import { describe, expect, it } from 'vitest';
import { deriveLead } from '../../../../shared/domain/handover/derive-lead.ts';
import { nextOfferAt } from '../../../../shared/domain/handover/stalled/offer-time.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { lead, NOW } from '../../builders.ts';
import { rules as scoring } from '../../scoring/rules.ts';
import { agreement } from '../agreement.ts';
import { handover } from '../handed-over.ts';

const DAY = 86_400_000;
const inDays = (days: number) => plus(NOW, days * DAY);
const day = (days: number) => inDays(days).slice(0, 10);
const warm = (more: Partial<Lead> = {}) =>
  lead({
    ...{ stage: 'lead', stageAt: NOW, interest: true, mail: 'granted', fit: 'good' },
    ...{ points: { daily: { [day(0)]: 30 }, window: {} }, score: 30, band: 'guides', bandAt: NOW },
    ...more,
  });
const look = (one: Lead, days: number) =>
  deriveLead(one, [], { scoring, agreement, sequences: {} }, { now: inDays(days), newToken: () => 'token' });

describe('a lead that has been in a warm band for thirty days', () => {
  it('stalls at that moment, when it is due', () => {
    expect(look(warm(), 1)).toMatchObject({ due: inDays(30) });
    expect(look(warm(), 29)).not.toHaveProperty('stalled');
    const stalled = look(warm(), 30);
    expect(stalled).toMatchObject({ stalled: true, stage: 'lead' });
    expect(stalled.due).toBe('2027-02-21T00:00:00.000Z');
  });

  it('also stalls when it reads a little now and then', () => {
    const reads = warm({ points: { daily: { [day(0)]: 30, [day(10)]: 5, [day(29)]: 5 }, window: {} } });
    expect(look(reads, 30)).toMatchObject({ stalled: true, score: 40 });
  });

  it('no longer stalls when its band changes', () => {
    const stalled = look(warm(), 30);
    const points = { daily: { [day(0)]: 30, [day(31)]: 40 }, window: {} };
    expect(look({ ...stalled, points }, 31)).not.toHaveProperty('stalled');
    expect(look({ ...stalled, points: { daily: { [day(1)]: 5 }, window: {} } }, 31)).not.toHaveProperty(
      'stalled',
    );
  });
});

describe.each([
  ['is a name', { mail: 'none' }],
  ['gets the newsletter only', { points: { daily: { [day(0)]: 5 }, window: {} }, band: 'newsletter' }],
  ['has an open hand-over', { handover: handover() }],
  ['is with sales', { stage: 'sal', handover: handover({ status: 'accepted' }) }],
  ['came back as a duplicate', { returned: { reason: 'duplicate', at: NOW, points: 0 } }],
  ['came back, and did nothing since', { returned: { reason: 'not-ready', at: NOW, points: 30 } }],
  [
    'came back, and did much since, but not long ago',
    { returned: { reason: 'not-ready', at: NOW, points: 0 } },
  ],
] as [string, Partial<Lead>][])('a lead that %s', (_, more) => {
  it('never stalls', () => {
    expect(look(warm(more), 40)).not.toHaveProperty('stalled');
  });
});

describe('a lead that sales returned ninety days ago', () => {
  it('may stall again once it has earned its new points', () => {
    const back = { returned: { reason: 'not-ready', at: NOW, points: 0 } } as const;
    const points = { daily: { [day(5)]: 30 }, window: {} };
    expect(look(warm({ ...back, points }), 89)).toMatchObject({ due: inDays(90) });
    expect(look(warm({ ...back, points }), 90)).toMatchObject({ stalled: true });
  });
});

describe('a warm lead that came back from sales', () => {
  it('does not stall without its new points, however long it rests', () => {
    const back = { returned: { reason: 'not-ready', at: NOW, points: 30 } } as const;
    const points = (more: number) => ({ daily: { [day(0)]: 30, [day(5)]: more }, window: {} });
    expect(look(warm({ ...back, points: points(9) }), 90)).not.toHaveProperty('stalled');
    expect(look(warm({ ...back, points: points(10) }), 90)).toMatchObject({ stalled: true });
  });

  it('stalls after the days since it entered its stage or its band, whichever was later', () => {
    expect(look(warm({ stageAt: inDays(5) }), 6).due).toBe(inDays(35));
    expect(look(warm({ bandAt: inDays(5) }), 6).due).toBe(inDays(35));
  });
});

describe('the moment of an offer', () => {
  it('is Monday at eight in the time zone of the team, also with daylight saving', () => {
    expect(nextOfferAt(agreement, '2026-11-22T12:00:00.000Z')).toBe('2026-11-23T07:00:00.000Z');
    expect(nextOfferAt(agreement, '2026-11-23T06:59:59.999Z')).toBe('2026-11-23T07:00:00.000Z');
    expect(nextOfferAt(agreement, '2026-11-23T07:00:00.000Z')).toBe('2026-11-30T07:00:00.000Z');
    const friday = { ...agreement, stalled: { ...agreement.stalled, day: 'fri', at: '16:45' } as const };
    expect(nextOfferAt(friday, '2026-11-22T12:00:00.000Z')).toBe('2026-11-27T15:45:00.000Z');
    expect(nextOfferAt(friday, '2026-11-27T16:00:00.000Z')).toBe('2026-12-04T15:45:00.000Z');
    expect(nextOfferAt(friday, '2026-11-28T12:00:00.000Z')).toBe('2026-12-04T15:45:00.000Z');
    expect(nextOfferAt(agreement, '2027-03-25T12:00:00.000Z')).toBe('2027-03-29T06:00:00.000Z');
  });
});
