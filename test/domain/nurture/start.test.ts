import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { sequencesToStart } from '../../../shared/domain/nurture/start.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { lead, pageView, submission } from '../builders.ts';
import { onDay, START, sequence, step } from './builders.ts';

const tips = sequence();
const offer = sequence({
  start: { visited: ['/guides/fit', '/fit/*'], withoutForm: 'guide' },
  steps: [step('guide', '2h')],
});
const starts = (events: AnyEvent[], more: Partial<Lead> = {}, sequences: object = { tips, offer }) =>
  sequencesToStart(events, lead({ mail: 'granted', ...more }), sequences as never, START);
const form = (more: object = {}) => submission('whitepaper', { at: START, ...more });
const visit = (path: string, more: object = {}) => pageView(path, { at: START, ...more });

describe('a sequence that a form starts', () => {
  it('begins the moment the form was sent in', () => {
    expect(starts([form()])).toEqual({ tips: START });
    expect(starts([form({ at: onDay(0, '09:50') })])).toEqual({ tips: onDay(0, '09:50') });
  });

  it('begins now when the form lay about for more than a day', () => {
    expect(starts([form({ at: onDay(-3) })])).toEqual({ tips: START });
  });

  it('begins by that form only, and by no robot', () => {
    expect(starts([submission('demo', { at: START }), form({ spam: 'honeypot' })])).toEqual({});
  });

  it('begins for whoever asks for something, permitted or not', () => {
    for (const mail of ['none', 'pending', 'withdrawn'] as const)
      expect(starts([form()], { mail })).toEqual({ tips: START });
    expect(starts([form()], { stage: 'customer' })).toEqual({ tips: START });
  });

  it('begins once for one form, however often it is told, and again on another day for another', () => {
    expect(starts([form(), form()], { started: { tips: START } })).toEqual({});
    expect(starts([form({ at: onDay(-1) })], { started: { tips: START } })).toEqual({});
    expect(starts([form()], { started: { tips: onDay(0, '06:00') } })).toEqual({});
    expect(starts([form()], { started: { tips: onDay(-1) } })).toEqual({ tips: START });
  });
});

describe('a sequence that a visit starts', () => {
  it('begins at a visit of one of its pages', () => {
    expect(starts([visit('/guides/fit')])).toEqual({ offer: START });
    expect(starts([visit('/fit/for/you'), visit('/fit/for/all')])).toEqual({ offer: START });
    expect(starts([visit('/guides/other')])).toEqual({});
  });

  it('does not begin by robots, nor by visits of another day, such as those before the first form', () => {
    expect(starts([visit('/guides/fit', { bot: 'user-agent' })])).toEqual({});
    expect(starts([visit('/guides/fit', { at: onDay(-2) })])).toEqual({});
  });

  it('does not begin when the thing was requested at the same time', () => {
    expect(starts([visit('/guides/fit'), submission('guide', { at: START })])).toEqual({});
  });

  it('begins only for whom marketing may mail', () => {
    expect(starts([visit('/guides/fit')], { mail: 'pending' })).toEqual({ offer: START });
    for (const more of [{ mail: 'none' }, { mail: 'withdrawn' }, { stage: 'mql' }, { stage: 'customer' }])
      expect(starts([visit('/guides/fit')], more as Partial<Lead>)).toEqual({});
  });

  it('begins once', () => {
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-300) } })).toEqual({});
  });

  it('begins again only after the time that marketing wants', () => {
    const again = { offer: { ...offer, again: { after: '30d' } } };
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-29) } }, again)).toEqual({});
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-30) } }, again)).toEqual({
      offer: START,
    });
  });
});
