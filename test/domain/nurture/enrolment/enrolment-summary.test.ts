import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import { summariseEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment-summary.ts';
import { lead } from '../../builders.ts';
import { enrolment, nurtureRules, onDay, profile } from '../builders.ts';

const known = { lead: lead({ mail: 'granted', stage: 'lead' }), profile: profile() };
const standing = (of: Enrolment = enrolment(), card = known, rules = nurtureRules()) =>
  summariseEnrolment(of, card, rules);

describe('the summary of an enrolment', () => {
  it('has the number of steps handled and when it goes on', () => {
    expect(standing()).toEqual({ sequence: 'tips', step: 1, status: 'active', nextAt: onDay(7) });
    const skipped = enrolment({ skipped: { 'tip-7d': 'late' }, due: onDay(14) });
    expect(standing(skipped)).toMatchObject({ step: 2, nextAt: onDay(14) });
  });

  it('counts no step that somebody who asked for the same again did not get', () => {
    const again = enrolment({ skipped: { 'tip-7d': 'repeated', 'tip-14d': 'repeated' } });
    expect(standing(again)).toMatchObject({ step: 1 });
  });

  it('is paused during a pause', () => {
    for (const waits of ['paused', 'sequence-paused'] as const)
      expect(standing(enrolment({ waits }))).toMatchObject({ status: 'paused', nextAt: onDay(7) });
  });

  it('waits, without a next mail, while the permission for its subject is not confirmed', () => {
    const subjects = { newsletter: 'granted', tips: 'pending' } as const;
    for (const person of [lead({ mail: 'pending' }), lead({ mail: 'granted', subjects })]) {
      const waiting = { ...known, lead: { ...person, stage: 'lead' as const } };
      expect(standing(enrolment(), waiting)).toMatchObject({ status: 'waiting', nextAt: null });
    }
  });

  it('is done when all is sent, or ended when the lead left', () => {
    const { due: _, planned: __, ...course } = enrolment();
    expect(standing({ ...course, status: 'done' })).toMatchObject({ status: 'done', nextAt: null });
    expect(standing({ ...course, status: 'ended', why: 'unsubscribed' })).toMatchObject({ status: 'ended' });
  });

  it('is ended when the sequence is gone, or has no step left', () => {
    const ended = { sequence: 'tips', step: 1, status: 'ended', nextAt: null };
    expect(standing(enrolment(), known, { ...nurtureRules(), sequences: {} })).toEqual(ended);
    expect(standing(enrolment(), known, nurtureRules({ steps: [] }))).toEqual(ended);
  });

  it.each([
    ['unsubscribed', lead({ mail: 'withdrawn' })],
    ['was handed over', lead({ mail: 'granted', stage: 'mql' })],
    ['became a customer', lead({ mail: 'granted', stage: 'customer' })],
  ])('is ended as soon as the lead %s', (_, person) => {
    expect(standing(enrolment(), { ...known, lead: person })).toMatchObject({
      status: 'ended',
      nextAt: null,
    });
  });

  it('is active for a requested mail', () => {
    const asked = enrolment({ sent: {}, due: onDay(0) });
    for (const mail of ['none', 'pending'] as const)
      expect(standing(asked, { ...known, lead: lead({ mail }) })).toMatchObject({ status: 'active' });
  });
});
