import { describe, expect, it } from 'vitest';
import { needsHistory, type Situation } from '../../../shared/domain/nurture/decide.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { lead, pageView, tracked } from '../builders.ts';
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

  it('on a score is sent from the first point of it, and no longer at the last', () => {
    const at30 = { lead: warm };
    expect(unless({ scoreFrom: 30 }, at30)).toMatchObject({ do: 'send' });
    expect(unless({ scoreFrom: 31 }, at30)).toMatchObject(skipped);
    expect(unless({ scoreBelow: 31 }, at30)).toMatchObject({ do: 'send' });
    expect(unless({ scoreBelow: 30 }, at30)).toMatchObject(skipped);
    expect(unless({ bands: ['newsletter', 'guides'] }, at30)).toMatchObject({ do: 'send' });
    expect(unless({ bands: ['newsletter', 'ads', 'call'] }, at30)).toMatchObject(skipped);
  });

  it('on what did not happen is sent as long as it did not', () => {
    const nobody = { profile: undefined };
    const emptied = { value: '', at: onDay(1), source: 'console', colleague: 'anna' };
    const corrected = { profile: profile({ values: { company: emptied } }) };
    expect(unless({ doesNotKnow: ['company'] }, corrected)).toMatchObject({ do: 'send' });
    expect(unless({ knows: ['company'] }, corrected)).toMatchObject(skipped);
    expect(unless({ doesNotKnow: ['company', 'phone'] }, nobody)).toMatchObject({ do: 'send' });
    expect(unless({ knows: ['company'] }, nobody)).toMatchObject(skipped);
    expect(unless({ notVisited: ['/pricing'] })).toMatchObject({ do: 'send' });
    expect(unless({ visited: ['/pricing'] })).toMatchObject(skipped);
    expect(unless({ notRequested: ['demo'] }, nobody)).toMatchObject({ do: 'send' });
    expect(unless({ requested: ['demo', 'contact'] }, nobody)).toMatchObject(skipped);
    const empty = profile({ values: { company: { value: '', at: '', source: 'form demo' } } });
    expect(unless({ doesNotKnow: ['company'] }, { profile: empty })).toMatchObject({ do: 'send' });
    const asked = profile({ forms: { demo: onDay(3) } });
    expect(unless({ requested: ['contact', 'demo'] }, { profile: asked })).toMatchObject({ do: 'send' });
    expect(unless({ notRequested: ['contact', 'demo'] }, { profile: asked })).toMatchObject(skipped);
    expect(unless({ requested: ['demo'] }, { profile: profile() })).toMatchObject(skipped);
  });

  it('on pages looks at pages that somebody saw after the very start', () => {
    const visited = (...history: AnyEvent[]) => unless({ visited: ['/pricing', '/demo'] }, { history });
    expect(visited(pageView('/demo', { at: onDay(0, '10:01') }))).toMatchObject({ do: 'send' });
    expect(visited(pageView('/demo', { at: onDay(0) }))).toMatchObject(skipped);
    const { url: _, ...nowhere } = pageView('/demo', { at: onDay(2) });
    const played = tracked('Demo', { at: onDay(2), url: 'https://example.nl/demo' });
    expect(unless({ visited: ['/*'] }, { history: [nowhere, played] })).toMatchObject(skipped);
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
    expect(unless({ doesNotKnow: ['phone', 'company'] }, { profile: known })).toMatchObject(skipped);
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
    expect(asking({ notVisited: ['/pricing'] })).toBe(true);
    expect(asking({ scoreFrom: 20 })).toBe(false);
    expect(needsHistory(situation())).toBe(false);
    expect(needsHistory(situation({ rules: nurtureRules({ steps: [] }) }))).toBe(false);
  });
});

describe('a mail that offers a guide', () => {
  it('is not sent to a lead that has requested it in the meantime', () => {
    const rules = nurtureRules({ start: { visited: ['/guide'], withoutForm: 'guide' } });
    const asked = profile({ forms: { guide: onDay(1) } });
    expect(decided({ rules, profile: asked })).toEqual({ do: 'end', why: 'requested' });
    expect(decided({ rules })).toMatchObject({ do: 'send' });
    expect(decided({ rules, profile: undefined })).toMatchObject({ do: 'send' });
  });
});
