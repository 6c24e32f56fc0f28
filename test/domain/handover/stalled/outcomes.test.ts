import { describe, expect, it } from 'vitest';
import type { HandedOverLead } from '../../../../shared/domain/handover/handovers.ts';
import {
  outcomeChange,
  outcomeIncrements,
  outcomesOfTrait,
  withTraits,
} from '../../../../shared/domain/handover/stalled/outcomes.ts';
import { traitsOf } from '../../../../shared/domain/handover/stalled/traits.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { lead, NOW } from '../../builders.ts';
import { answeredBy, handedOver, handover, PROVEN, QUALIFIED } from '../handed-over.ts';

const EARLIER = '2026-11-01T10:00:00.000Z';
const anna = { by: 'anna' };

describe('the outcome of a lead', () => {
  const mql = handedOver();
  const sal = answeredBy(mql, { action: 'accept', ...anna });
  const opportunity = answeredBy(sal, QUALIFIED, PROVEN);
  const won = answeredBy(opportunity, { action: 'won', value: 1, ...anna });
  const lost = answeredBy(opportunity, { action: 'lost', reason: 'Price', ...anna });
  const returned = (reason: 'bad-fit' | 'not-ready') =>
    answeredBy(sal, { action: 'return', reason, ...anna });

  it.each<[string, Lead | undefined, Lead, string | undefined]>([
    ['once it is a customer', opportunity, won, 'won'],
    ['when a customer changes', won, { ...won, score: 1 }, undefined],
    ['once it is lost', opportunity, lost, 'lost'],
    ['when a lost lead changes', lost, { ...lost, score: 1 }, undefined],
    ['once it is lost again', { ...opportunity, lost: { reason: 'Time', at: EARLIER } }, lost, 'lost'],
    ['once sales returns it as a bad fit', sal, returned('bad-fit'), 'lost'],
    ['when it changes after that', returned('bad-fit'), { ...returned('bad-fit'), score: 1 }, undefined],
    ['once sales returns it for now', sal, returned('not-ready'), undefined],
    ['when it goes on', mql, sal, undefined],
    ['that was not known before', undefined, won, undefined],
  ])('%s', (_, before, after, outcome) => {
    expect(outcomeChange(before, after)).toEqual(outcome === undefined ? {} : { outcome });
  });

  it('counts for all leads, and for each trait that it had before it', () => {
    const before = {
      ...opportunity,
      fit: 'good',
      handover: handover({ score: 85, status: 'accepted' }),
    } as Lead;
    const ended = { ...won, fit: 'bad', handover: before.handover } as HandedOverLead;
    const after = withTraits(before, ended, { sector: 'Software' });
    const count = (of: string) => ({ dimension: 'trait', of, metric: 'won', by: 1 });
    const counted = ['', 'fit.good', 'score.80', 'sector.software'].map(count);
    expect(outcomeIncrements(before, after)).toEqual(counted);
    // Whatever is learned meanwhile, it is taken off as it was counted.
    const reopened = { ...after, fit: 'unknown', stage: 'opportunity' } as Lead;
    expect(outcomeIncrements(after, reopened)).toEqual(counted.map((one) => ({ ...one, by: -1 })));
  });

  it('adds up to those of a trait, whatever its value', () => {
    const outcomes = { 'form.demo': { won: 2, lost: 1 }, 'form.tips': { lost: 4 }, formal: { won: 9 } };
    expect(outcomesOfTrait(outcomes, 'form')).toEqual({ won: 2, lost: 5, values: 2 });
    expect(outcomesOfTrait(outcomes, 'fit')).toEqual({ won: 0, lost: 0, values: 0 });
  });
});

describe('the traits of a lead', () => {
  const traits = (values: Record<string, string>, score = 0, origin?: Lead['origin']) =>
    traitsOf(lead(origin && { origin }), score, values);

  it('are what is known of it', () => {
    expect(traits({})).toEqual({ fit: 'unknown', score: '0' });
    const origin = { at: NOW, form: 'demo', campaign: 'Spring|2026' };
    expect(traits({ employees: '30', sector: ' Software ' }, 59, origin)).toEqual({
      ...{ fit: 'unknown', score: '40', form: 'demo', campaign: 'Spring 2026' },
      ...{ employees: '10', sector: 'software' },
    });
    expect(traits({ sector: 'x'.repeat(31) }).sector).toBe('x'.repeat(30));
  });

  it.each([
    ['0', undefined],
    ['1', '1'],
    ['9', '1'],
    ['10', '10'],
    ['49', '10'],
    ['50', '50'],
    ['249', '50'],
    ['250', '250'],
    ['51-200', '50'],
    ['<10', undefined],
    ['many', undefined],
  ])('have the class of a company of %s people', (employees, size) => {
    expect(traits({ employees }).employees).toBe(size);
  });

  it.each([
    [19, '0'],
    [20, '20'],
    [79, '60'],
    [80, '80'],
    [100, '100'],
  ])('have a score of %i with those like it', (score, group) => {
    expect(traits({}, score).score).toBe(group);
  });
});
