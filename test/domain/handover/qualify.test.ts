import { describe, expect, it } from 'vitest';
import { qualify, reopensAt } from '../../../shared/domain/handover/qualify.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { lead, NOW } from '../builders.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';

const rules = { scoring, agreement };

const points = (sum: number) => ({ daily: { '2026-11-22': sum }, window: {} });
const permitted: Partial<Lead> = { mail: 'pending', interest: true };
const qualified = (more: Partial<Lead>) => qualify(lead(more), rules, { now: NOW, newToken: () => 'token' });

describe('a name', () => {
  it('becomes a lead with the four proofs', () => {
    expect(qualified(permitted).stage).toBe('lead');
  });

  it.each<[string, Partial<Lead>]>([
    ['permission', { interest: true }],
    ['interest', { mail: 'granted' }],
    ['a place in the target group', { ...permitted, fit: 'bad' }],
    ['a permission that still holds', { ...permitted, mail: 'withdrawn' }],
  ])('stays a name without %s, and is not handed over at 100 points', (_, more) => {
    const result = qualified({ ...more, points: points(100) });
    expect(result.stage).toBe('name');
    expect(result.handover).toBeUndefined();
  });
});

describe('a lead', () => {
  it('is not handed over below the threshold', () => {
    const result = qualified({ ...permitted, points: points(79) });
    expect(result).toMatchObject({ score: 79, band: 'ads', stage: 'lead', readiness: 'not-ready' });
    expect(result.handover).toBeUndefined();
  });

  it.each(['good', 'unknown'] as const)('whose fit is %s is handed over at the threshold', (fit) => {
    expect(qualified({ ...permitted, fit, points: points(80) })).toMatchObject({
      stage: 'mql',
      band: 'call',
      readiness: 'ready',
      handover: { number: 1, reason: 'threshold', status: 'open', openedAt: NOW, token: 'token', score: 80 },
    });
  });

  it('with an open hand-over gets no second one', () => {
    const first = qualified({ ...permitted, points: points(80) });
    const again = qualify({ ...first, points: points(100), raisedAt: NOW }, rules, {
      now: NOW,
      newToken: () => 'another',
    });
    expect(again.handover).toEqual(first.handover);
  });
});

describe('the dates of a lead', () => {
  const EARLIER = '2026-11-01T10:00:00.000Z';
  const dates = { stageAt: EARLIER, bandAt: EARLIER };

  it('are when it entered its stage and its band', () => {
    expect(qualified({})).toMatchObject({ stage: 'name', stageAt: NOW, bandAt: NOW });
    expect(qualified(dates)).toMatchObject(dates);
    expect(qualified({ ...dates, ...permitted })).toMatchObject({ ...dates, stage: 'lead', stageAt: NOW });
    expect(qualified({ ...dates, points: points(20) })).toMatchObject({ ...dates, bandAt: NOW });
  });

  it('say when it goes back to marketing, only while it is lost', () => {
    const lost = { reason: 'Price', at: EARLIER };
    expect(reopensAt(lead({ stage: 'lost', lost }), agreement)).toBe('2027-04-30T10:00:00.000Z');
    expect(reopensAt(lead({ stage: 'sal', lost }), agreement)).toBeUndefined();
    expect(reopensAt(lead({ stage: 'lead' }), agreement)).toBeUndefined();
  });
});

describe('a hand-raiser', () => {
  it.each(['good', 'unknown', 'bad'] as const)('is handed over at once when its fit is %s', (fit) => {
    expect(qualified({ fit, raisedAt: NOW })).toMatchObject({
      stage: 'mql',
      readiness: 'hand-raiser',
      handover: { number: 1, reason: 'hand-raiser', score: 0 },
    });
  });
});

describe('a lead that sales has', () => {
  it.each(['sal', 'sql', 'opportunity', 'customer', 'lost'] as const)(
    'stays %s when its points expire',
    (stage) => {
      expect(qualified({ stage, points: points(0) }).stage).toBe(stage);
    },
  );
});
