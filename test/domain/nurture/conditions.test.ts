import { describe, expect, it } from 'vitest';
import { needsHistory, type Situation } from '../../../shared/domain/nurture/decide.ts';
import { lead, pageView } from '../builders.ts';
import { decided, nurtureRules, onDay, profile, situation, step } from './builders.ts';

describe('a step with conditions', () => {
  const unless = (when: object, more: Partial<Situation> = {}) =>
    decided({ rules: nurtureRules({ steps: [step('guide', '7d', { when })] }), ...more });
  const skipped = { do: 'skip', why: 'conditions', step: { id: 'guide' } };
  const warm = lead({ mail: 'granted', points: { daily: { [onDay(6).slice(0, 10)]: 30 }, window: {} } });

  it.each([
    ['a score', { scoreFrom: 20, scoreBelow: 40 }],
    ['a band', { bands: ['guides'] }],
  ])('on %s is sent to leads that meet them now', (_, when) => {
    expect(unless(when, { lead: warm })).toMatchObject({ do: 'send' });
    expect(unless(when)).toMatchObject(skipped);
    const cooled = { ...warm, points: { daily: { '2026-01-01': 30 }, window: {} }, score: 30 };
    expect(unless(when, { lead: cooled })).toMatchObject(skipped);
  });

  it('on fit is sent to leads with that fit', () => {
    expect(unless({ fit: ['good'] })).toMatchObject(skipped);
    expect(unless({ fit: ['good', 'unknown'] })).toMatchObject({ do: 'send' });
  });

  it('on known fields is sent to leads that meet them', () => {
    const known = profile({ values: { company: { value: 'Acme', at: '', source: 'form demo' } } });
    expect(unless({ knows: ['company'] }, { profile: known })).toMatchObject({ do: 'send' });
    expect(unless({ knows: ['company', 'phone'] }, { profile: known })).toMatchObject(skipped);
    expect(unless({ doesNotKnow: ['company'] }, { profile: known })).toMatchObject(skipped);
  });

  it('on pages looks at visits since the start', () => {
    const history = [pageView('/pricing', { at: onDay(2) })];
    expect(unless({ visited: ['/pricing'] }, { history })).toMatchObject({ do: 'send' });
    const elsewhere = [pageView('/nl/Pricing.html', { at: onDay(2) })];
    expect(unless({ visited: ['/pricing'] }, { history: elsewhere })).toMatchObject({ do: 'send' });
    expect(unless({ notVisited: ['/pri*'] }, { history })).toMatchObject(skipped);
    const before = [pageView('/pricing', { at: onDay(-2) })];
    expect(unless({ visited: ['/pricing'] }, { history: before })).toMatchObject(skipped);
    const robot = [pageView('/pricing', { at: onDay(2), bot: 'user-agent' })];
    expect(unless({ visited: ['/pricing'] }, { history: robot })).toMatchObject(skipped);
  });

  it('on forms looks at forms sent in since the start', () => {
    const asked = profile({ forms: { demo: onDay(3), whitepaper: onDay(0) } });
    expect(unless({ requested: ['demo'] }, { profile: asked })).toMatchObject({ do: 'send' });
    expect(unless({ requested: ['whitepaper'] }, { profile: asked })).toMatchObject(skipped);
    expect(unless({ notRequested: ['demo'] }, { profile: asked })).toMatchObject(skipped);
  });

  it('needs events only for conditions on pages', () => {
    const asking = (when: object) =>
      needsHistory(situation({ rules: nurtureRules({ steps: [step('guide', '7d', { when })] }) }));
    expect(asking({ visited: ['/pricing'] })).toBe(true);
    expect(asking({ scoreFrom: 20 })).toBe(false);
    expect(needsHistory(situation())).toBe(false);
  });
});

describe('a mail that offers a guide', () => {
  it('is not sent to a lead that has requested it in the meantime', () => {
    const rules = nurtureRules({ start: { visited: ['/guide'], withoutForm: 'guide' } });
    const asked = profile({ forms: { guide: onDay(1) } });
    expect(decided({ rules, profile: asked })).toEqual({ do: 'end', why: 'requested' });
    expect(decided({ rules })).toMatchObject({ do: 'send' });
  });
});
