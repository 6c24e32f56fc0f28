import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSize } from '../../infra/local/services/dynamodb/item-size.ts';
import type { Lead } from '../../shared/domain/lifecycle/lead.ts';
import { type Day, plusDays } from '../../shared/domain/time.ts';
import { itemOfLead, leadOfItem } from '../../shared/store/lead-item.ts';
import { packDays, unpackDays } from '../../shared/store/packed-days.ts';
import { lead, NOW } from '../domain/builders.ts';

const everyDay = (points: number) =>
  Object.fromEntries(Array.from({ length: 91 }, (_, n) => [plusDays('2026-08-24', n), points]));

/** As much as a lead can hold at once: points of both kinds on every day of the window, and a hand-over. */
const fullest: Lead = {
  ...lead({ stage: 'opportunity', mail: 'withdrawn', tracking: 'granted', interest: true, raisedAt: NOW }),
  ...{
    readiness: 'hand-raiser',
    fit: 'unknown',
    score: 100,
    band: 'newsletter',
    version: 10_000,
    playbook: 999,
  },
  points: { daily: everyDay(3), window: everyDay(1000) },
  permission: { asked: NOW, granted: NOW, withdrawn: NOW },
  started: { 'whitepaper-tips': NOW, 'fit-guide': NOW, 'pricing-questions': NOW },
  handover: {
    ...{ number: 12, reason: 'hand-raiser', status: 'open', openedAt: NOW, score: 100, playbook: 999 },
    token: 'A'.repeat(22),
  },
  due: '2026-11-23T00:00:00.000Z',
};
const item = (of: Lead) => marshall(itemOfLead(of), { removeUndefinedValues: true });

describe('the item of a lead', () => {
  it('holds all of it', () => {
    expect(leadOfItem(item(fullest))).toEqual(fullest);
    expect(leadOfItem(item(lead()))).toEqual(lead());
  });

  it('costs one write unit, with points on every day and in several sequences', () => {
    expect(itemSize(item(fullest))).toBeLessThanOrEqual(1024);
  });
});

describe('points by day', () => {
  it('are the same after they were packed', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n): Day => plusDays('2026-08-24', n));
    fc.assert(
      fc.property(fc.dictionary(day, fc.integer({ min: 1, max: 1000 })), (days) => {
        expect(unpackDays(packDays(days))).toEqual({ ...days });
      }),
    );
  });
});
