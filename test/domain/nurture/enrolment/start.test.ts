import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { enrolmentScope, sequencesToStart } from '../../../../shared/domain/nurture/enrolment/start.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import { lead, pageView, submission, tracked } from '../../builders.ts';
import { enrolment, onDay, START, sequence, step } from '../builders.ts';

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
  it('starts when the form is sent in', () => {
    expect(starts([form()])).toEqual({ tips: START });
    expect(starts([form({ at: onDay(0, '09:50') })])).toEqual({ tips: onDay(0, '09:50') });
  });

  it('starts now when the form is a day old', () => {
    expect(starts([form({ at: onDay(-3) })])).toEqual({ tips: START });
    expect(starts([form({ at: onDay(-1) })])).toEqual({ tips: START });
    expect(starts([form({ at: onDay(-1, '10:01') })])).toEqual({ tips: onDay(-1, '10:01') });
  });

  it('starts at the first of several, in whichever order they are heard of', () => {
    const [first, second] = [onDay(0, '09:40'), onDay(0, '09:50')];
    expect(starts([form({ at: second }), form({ at: first })])).toEqual({ tips: first });
  });

  it('starts with that form only, and not with spam', () => {
    expect(starts([submission('demo', { at: START }), form({ spam: 'honeypot' })])).toEqual({});
  });

  it('starts for everybody who requests something, with or without permission', () => {
    for (const mail of ['none', 'pending', 'withdrawn'] as const)
      expect(starts([form()], { mail })).toEqual({ tips: START });
    expect(starts([form()], { stage: 'customer' })).toEqual({ tips: START });
  });

  it('starts once for one form, however often it is repeated, and again for another, also on the same day', () => {
    expect(starts([form(), form()], { started: { tips: START } })).toEqual({});
    expect(starts([form({ at: onDay(-1) })], { started: { tips: START } })).toEqual({});
    expect(starts([form()], { started: { tips: onDay(0, '06:00') } })).toEqual({ tips: START });
    expect(starts([form()], { started: { tips: onDay(-1) } })).toEqual({ tips: START });
  });
});

describe('a sequence that a visit starts', () => {
  it('starts at a visit to one of its pages', () => {
    expect(starts([visit('/guides/fit')])).toEqual({ offer: START });
    expect(starts([visit('/fit/for/you'), visit('/fit/for/all')])).toEqual({ offer: START });
    expect(starts([visit('/nl/Guides/fit.html')])).toEqual({ offer: START });
    expect(starts([visit('/guides/other')])).toEqual({});
  });

  it('does not start with visits by bots or on another day, such as those before the first form', () => {
    expect(starts([visit('/guides/fit', { bot: 'user-agent' })])).toEqual({});
    expect(starts([visit('/guides/fit', { at: onDay(-1) })])).toEqual({});
    expect(starts([visit('/guides/fit', { at: onDay(-1, '10:01') })])).toEqual({ offer: onDay(-1, '10:01') });
  });

  it('starts with a page only, and one whose address is known', () => {
    const any = { offer: sequence({ start: { visited: ['/*'] }, steps: [step('guide', '2h')] }) };
    const { url, ...nowhere } = visit('/guides/fit');
    expect(starts([nowhere, tracked('Demo', { at: START, url: url ?? '' })], {}, any)).toEqual({});
    expect(starts([visit('/guides/fit')], {}, any)).toEqual({ offer: START });
  });

  it('does not start when the offer was requested at the same time', () => {
    expect(starts([visit('/guides/fit'), submission('guide', { at: START })])).toEqual({});
  });

  it('starts only for leads that marketing may mail', () => {
    expect(starts([visit('/guides/fit')], { mail: 'pending' })).toEqual({ offer: START });
    for (const more of [{ mail: 'none' }, { mail: 'withdrawn' }, { stage: 'mql' }, { stage: 'customer' }])
      expect(starts([visit('/guides/fit')], more as Partial<Lead>)).toEqual({});
  });

  it('starts only for leads that gave permission for its subject', () => {
    const subjects = (tips: object) => starts([visit('/guides/fit')], { subjects: { ...tips } });
    expect(subjects({ tips: 'pending' })).toEqual({ offer: START });
    expect(subjects({ newsletter: 'granted' })).toEqual({});
  });

  it('starts once', () => {
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-300) } })).toEqual({});
  });

  it('starts again only after the time set by marketing', () => {
    const again = { offer: { ...offer, again: { after: '30d' } } };
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-29) } }, again)).toEqual({});
    expect(starts([visit('/guides/fit')], { started: { offer: onDay(-30) } }, again)).toEqual({
      offer: START,
    });
  });
});

describe('a sequence that confirms the permission of another system', () => {
  const confirm = sequence({ start: { imported: 'confirm' }, steps: [step('please', '0d')] });
  const permission = (subjects?: string[]) => ({ wording: 'Yes', page: '', ...(subjects && { subjects }) });
  const imported = (more: object = {}) =>
    ({
      ...{ type: 'import', id: 'i', at: onDay(-40), receivedAt: onDay(0, '09:50'), source: 'crm' },
      ...{ email: 'ann@example.nl', values: {}, permission: permission(), confirm: true, ...more },
    }) as AnyEvent;
  const asked = (event: AnyEvent, more: Partial<Lead> = {}) =>
    starts([event], { mail: 'pending', ...more }, { confirm });
  const begins = { confirm: onDay(0, '09:50') };

  it('starts when the lead is received, if that system asks for it', () => {
    expect(asked(imported())).toEqual(begins);
    expect(asked(imported({ confirm: undefined }))).toEqual({});
    expect(asked(imported({ permission: undefined }))).toEqual(begins);
    expect(asked(form())).toEqual({});
  });

  it('starts at the first of several, in whichever order they are heard of', () => {
    const twice = [imported({ id: 'j', receivedAt: onDay(0, '09:55') }), imported()];
    expect(starts(twice, { mail: 'pending' }, { confirm })).toEqual(begins);
  });

  it('does not start when nothing is left to confirm', () => {
    for (const mail of ['granted', 'none', 'withdrawn'] as const)
      expect(asked(imported(), { mail })).toEqual({});
    const subjects = { tips: 'pending', news: 'granted' } as const;
    const about = (...named: string[]) => asked(imported({ permission: permission(named) }), { subjects });
    expect(about('tips')).toEqual(begins);
    expect(about('news', 'tips')).toEqual(begins);
    expect(about('news')).toEqual({});
  });
});

describe('the part of a sequence that a lead gets', () => {
  const at = (days: number, more: object = {}) => enrolment({ startedAt: onDay(days), ...more });
  const done = (days: number) => ({ ...at(days), status: 'done' }) as never;
  const monthly = { ...tips, again: { after: '30d' } };

  it('is the whole the first time', () => {
    expect(enrolmentScope(START, [], tips)).toBe('whole');
    expect(enrolmentScope(START, [at(0), at(3)], tips)).toBe('whole');
  });

  it('is only what was requested when it had the whole before, or nothing', () => {
    expect(enrolmentScope(START, [done(-99)], tips)).toBe('requested');
    expect(enrolmentScope(START, [done(-99)], offer)).toBeUndefined();
  });

  it('is the whole again after the time set by marketing, once the last one ended', () => {
    expect(enrolmentScope(START, [done(-30)], monthly)).toBe('whole');
    expect(enrolmentScope(START, [done(-29)], monthly)).toBe('requested');
    expect(enrolmentScope(START, [done(-90), done(-29)], monthly)).toBe('requested');
    expect(enrolmentScope(START, [at(-30)], monthly)).toBe('requested');
  });

  it('is the whole for whoever had no permission the first time', () => {
    for (const why of ['no-permission', 'not-confirmed'] as const)
      expect(enrolmentScope(START, [at(-5, { status: 'ended', why })], offer)).toBe('whole');
    expect(enrolmentScope(START, [at(-5, { status: 'ended', why: 'unsubscribed' })], offer)).toBeUndefined();
  });

  it('is not counted from a part', () => {
    const part = at(-5, { skipped: { 'tip-7d': 'repeated' } });
    expect(enrolmentScope(START, [done(-30), part], monthly)).toBe('whole');
    expect(enrolmentScope(START, [at(-5, { skipped: { 'tip-7d': 'late' } })], monthly)).toBe('requested');
  });
});
