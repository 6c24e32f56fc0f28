import { describe, expect, it } from 'vitest';
import { deriveLead } from '../../../shared/domain/handover/derive-lead.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { NO_POINTS } from '../../../shared/domain/scoring/points-by-day.ts';
import { lead, NOW, submission } from '../builders.ts';
import { sequence } from '../nurture/builders.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';
import { ANSWERED, handedOver, handover } from './handed-over.ts';

const derived = (one: Lead, events: Parameters<typeof deriveLead>[1] = [], now = NOW, more: object = {}) =>
  deriveLead(
    one,
    events,
    { scoring, agreement, sequences: { tips: sequence() }, ...more },
    { now, newToken: () => 'token' },
  );
const newsletter = { mail: 'granted', interest: true } as const;

describe('a planned call', () => {
  const callBack = { at: '2026-11-24T15:00:00.000Z', by: 'anna' };
  const planned = { ...handedOver({ stage: 'sal' }), handover: handover({ status: 'accepted', callBack }) };

  it('is due at its moment, and its owner is reminded once', () => {
    const before = derived(planned, [], '2026-11-24T14:59:59.999Z');
    expect(before).toMatchObject({ due: callBack.at, handover: { callBack } });
    const then = derived(planned, [], callBack.at);
    expect(then.handover?.callBack).toEqual({ ...callBack, told: true });
    expect(then.due).not.toBe(callBack.at);
    expect(derived(then, [], '2026-11-25T15:00:00.000Z').handover).toEqual(then.handover);
  });

  it('is nobody’s any more once the lead is lost', () => {
    const lost = { ...planned, stage: 'lost' as const, lost: { reason: 'Price', at: ANSWERED } };
    expect(derived(lost, [], callBack.at).handover).toEqual(planned.handover);
  });
});

describe('a lead that is derived again', () => {
  it('starts the sequences that its events begin, besides those of before', () => {
    const form = submission('whitepaper', { at: NOW });
    expect(derived(lead(newsletter), [form]).started).toEqual({ tips: NOW });
    const started = { offer: '2026-11-01T10:00:00.000Z' };
    expect(derived(lead({ ...newsletter, started }), [form]).started).toEqual({ ...started, tips: NOW });
    expect(derived(lead({ ...newsletter, started })).started).toEqual(started);
    expect(derived(lead(newsletter))).not.toHaveProperty('started');
  });

  it('is due when its first points expire, and never when nothing will change', () => {
    const points = { daily: { '2026-11-20': 5, '2026-11-22': 5 }, window: {} };
    expect(derived(lead({ ...newsletter, points })).due).toBe('2027-02-19T00:00:00.000Z');
    expect(derived(lead({ due: NOW, points: NO_POINTS }))).not.toHaveProperty('due');
  });

  it('is due at the first of all that time will change', () => {
    const points = { daily: { '2026-09-01': 30 }, window: {} };
    const warm = lead({ ...newsletter, stage: 'lead', stageAt: NOW, band: 'guides', bandAt: NOW, points });
    expect(derived(warm).due).toBe('2026-12-01T00:00:00.000Z');
    const fresh = { ...warm, points: { daily: { '2026-11-22': 30 }, window: {} } };
    expect(derived(fresh).due).toBe('2026-12-22T12:00:00.000Z');
    expect(derived(fresh, [], '2026-12-22T12:00:00.000Z').due).toBe('2027-02-21T00:00:00.000Z');
  });

  it('is no longer stalled once it moved', () => {
    expect(derived(lead({ ...newsletter, stalled: true }))).not.toHaveProperty('stalled');
  });

  it('leaves what was told about its hand-over as it was, also when the agreement gives more time', () => {
    const now = '2026-11-26T10:00:00.000Z';
    const told = (level: 'reminder' | 'manager', more: object = {}) =>
      derived(handedOver({ handover: handover({ told: level }) }), [], now, more).handover?.told;
    const longer = { agreement: { ...agreement, acceptWithinHours: 60, managerAfterHours: 72 } };
    const soon = { agreement: { ...agreement, managerAfterHours: 72 } };
    expect(told('manager', soon)).toBe('manager');
    expect(told('reminder', soon)).toBe('reminder');
    expect(told('reminder', longer)).toBe('reminder');
    expect(told('reminder')).toBe('manager');
  });
});
