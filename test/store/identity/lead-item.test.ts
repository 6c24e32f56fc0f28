import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../infra/local/services/dynamodb/item-size.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { type Day, plusDays } from '../../../shared/domain/time.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { packDays, unpackDays } from '../../../shared/store/scoring/packed-days.ts';
import { lead, NOW } from '../../domain/builders.ts';

const everyDay = (points: number) =>
  Object.fromEntries(Array.from({ length: 91 }, (_, n) => [plusDays('2026-08-24', n), points]));

/**
 * The most that a typical lead holds: points of both kinds on every day of the window, three sequences,
 * a second hand-over that was answered late, after the first came back and a deal was lost.
 */
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
  points: { daily: everyDay(3), window: everyDay(8) },
  permission: { asked: NOW, granted: NOW, withdrawn: NOW },
  started: { 'whitepaper-tips': NOW, 'fit-guide': NOW, 'pricing-questions': NOW },
  handover: {
    ...{ number: 12, reason: 'hand-raiser', status: 'accepted', openedAt: NOW, score: 100, playbook: 999 },
    ...{ token: 'A'.repeat(22), to: 'annemarie', told: 'reminder' },
    answer: { by: 'Annemarie de Vries', at: NOW },
  },
  ...{ stageAt: NOW, bandAt: NOW, actions: 12 },
  origin: { form: 'whitepaper', campaign: 'autumn-2026-linkedin', campaignAt: NOW, at: NOW },
  returned: { reason: 'unreachable', at: NOW, points: 12 },
  lost: { reason: 'No budget before the next financial year', at: NOW },
  due: '2026-11-23T00:00:00.000Z',
};
const item = (of: Lead) => leadEntity.itemOf({ lead: of.id }, of, { mark: 'abcdefg' });

describe('the item of a lead', () => {
  it('holds all of it', () => {
    expect(leadEntity.valueOf(item(fullest))).toEqual(fullest);
    expect(leadEntity.valueOf(item(lead()))).toEqual(lead());
    const { lost: _, ...open } = fullest;
    const subjects = { tips: 'granted', newsletter: 'pending' } as const;
    const value = { value: 1_250_000, at: NOW };
    const won: Lead = { ...open, stage: 'customer', judged: 'bad', won: value, subjects };
    expect(leadEntity.valueOf(item({ ...won, origin: { at: NOW } }))).toEqual({
      ...won,
      origin: { at: NOW },
    });
  });

  it('also holds what was corrected of an earlier hand-over, within two write units', () => {
    const names = { form: 'whitepaper', campaign: 'autumn-2026-linkedin' };
    const traits = { fit: 'good', score: '80', employees: '50', sector: 'a'.repeat(30), ...names };
    const was = { reason: 'bad-fit', criterion: 'c'.repeat(40), caught: 'd'.repeat(40) } as const;
    const counted = { action: 99_999, playbook: 999, to: 'annemarie', origin: names, traits };
    const corrected = { ...counted, was, is: { reason: 'unreachable' } } as const;
    expect(leadEntity.valueOf(item({ ...fullest, corrected }))).toEqual({ ...fullest, corrected });
    expect(itemSize(item({ ...fullest, corrected }))).toBeLessThanOrEqual(2048);
  });

  it('also holds why a stalled lead was chosen, within one write unit', () => {
    const { raisedAt: _, lost: __, ...quiet } = fullest;
    const ranked = { won: 104, lost: 1_004, enough: 5_000 };
    const handover = { ...fullest.handover, reason: 'stalled', ranked } as NonNullable<Lead['handover']>;
    const offered: Lead = { ...quiet, stage: 'sal', readiness: 'not-ready', handover };
    expect(leadEntity.valueOf(item(offered))).toEqual(offered);
    expect(itemSize(item(offered))).toBeLessThanOrEqual(1024);
  });

  it('costs one write unit, with points on every day and in several sequences', () => {
    expect(itemSize(item(fullest))).toBeLessThanOrEqual(1024);
    const granted: Lead = { ...fullest, mail: 'granted', permission: { asked: NOW, granted: NOW } };
    expect(itemSize(item({ ...granted, subjects: { tips: 'granted' } }))).toBeLessThanOrEqual(1024);
    const { answer: _, ...open } = fullest.handover as Handover;
    const handover: Handover = { ...open, status: 'open', via: 'postcode 3000-3999, country NL' };
    expect(itemSize(item({ ...fullest, handover }))).toBeLessThanOrEqual(1024);
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
