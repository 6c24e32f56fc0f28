import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { sequencesToStart } from '../../../../shared/domain/nurture/enrolment/start.ts';
import type { SequenceStartRule } from '../../../../shared/domain/nurture/sequence-start.ts';
import type { Band } from '../../../../shared/domain/scoring/scoring.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import { lead, reaction, submission, tracked } from '../../builders.ts';
import { onDay, START, sequence, step } from '../builders.ts';

const offer = (start: SequenceStartRule, more: object = {}) =>
  sequence({ start, steps: [step('offer', '2h')], ...more });
const starts = (
  start: SequenceStartRule,
  events: AnyEvent[],
  more: Partial<Lead> = {},
  facts: { bandBefore?: Band; again?: { after: string } } = {},
) => {
  const { again = 'never', ...rest } = facts;
  const sequences = { offer: offer(start, { again }) };
  return sequencesToStart(events, lead({ mail: 'granted', ...more }), sequences, START, rest);
};
const BEGINS = { offer: START };
const did = (props: object = {}, more: object = {}) =>
  tracked('Trial Started', { at: START, props: { ...props }, ...more });
const clicked = (url: string, more: object = {}) =>
  reaction('click', 'm1', {
    at: START,
    link: 0,
    url: `https://example.nl${url}`,
    template: 'tip-1',
    ...more,
  });
const answered = (values: Record<string, string>, more: object = {}) =>
  submission('whitepaper', { at: START, values, ...more });

describe('a sequence that an event of the website or product starts', () => {
  const any: SequenceStartRule = { event: 'Trial Started' };
  const paid: SequenceStartRule = { event: 'Trial Started', with: { plan: ['Pro', 'team'], seats: 5 } };

  it('starts with that event only', () => {
    expect(starts(any, [did()])).toEqual(BEGINS);
    expect(starts(any, [tracked('Trial started', { at: START })])).toEqual({});
    expect(starts(any, [did({}, { bot: 'user-agent' })])).toEqual({});
  });

  it('starts only with the properties it names', () => {
    expect(starts(paid, [did({ plan: 'pro', seats: 5, page: 1 })])).toEqual(BEGINS);
    expect(starts(paid, [did({ plan: 'team', seats: '5' })])).toEqual(BEGINS);
    for (const props of [{}, { plan: 'pro' }, { plan: 'free', seats: 5 }, { plan: 'pro', seats: 6 }])
      expect(starts(paid, [did(props)])).toEqual({});
    expect(starts({ event: 'Trial Started', with: { toString: 'x' } }, [did()])).toEqual({});
    expect(starts({ event: 'Trial Started', with: { paid: false } }, [did({ paid: false })])).toEqual(BEGINS);
  });

  it('does not start with what happened on another day, such as before the first form', () => {
    expect(starts(any, [did({}, { at: onDay(-1) })])).toEqual({});
    expect(starts(any, [did({}, { at: onDay(-1, '10:01') })])).toEqual({ offer: onDay(-1, '10:01') });
  });
});

describe('a sequence that a band starts', () => {
  const guides: SequenceStartRule = { band: 'guides' };
  const rises = (bandBefore: Band, band: Band, start = guides) => starts(start, [], { band }, { bandBefore });

  it('starts when the score rises into it, or past it', () => {
    expect(rises('newsletter', 'guides')).toEqual(BEGINS);
    expect(rises('newsletter', 'call')).toEqual(BEGINS);
    expect(rises('newsletter', 'guides', { band: 'ads' })).toEqual({});
  });

  it('does not start when the score falls, or was there before', () => {
    expect(rises('ads', 'guides')).toEqual({});
    expect(rises('guides', 'guides')).toEqual({});
    expect(rises('guides', 'ads')).toEqual({});
    expect(starts(guides, [], { band: 'guides' })).toEqual({});
  });

  it('starts again after falling only when the playbook says so, and not too soon', () => {
    const again = (days: number) =>
      starts(
        guides,
        [],
        { band: 'guides', started: { offer: onDay(-days) } },
        {
          ...{ bandBefore: 'newsletter', again: { after: '30d' } },
        },
      );
    expect(again(30)).toEqual(BEGINS);
    expect(again(29)).toEqual({});
  });

  it('starts nothing when a hand-over comes with it', () => {
    const after = { band: 'call', stage: 'mql' } as const;
    expect(starts({ band: 'call' }, [], after, { bandBefore: 'ads' })).toEqual({});
  });
});

describe('a sequence that a click in a mail starts', () => {
  const pricing: SequenceStartRule = { clicked: { to: ['/pricing', '/demo/*'] } };
  const inTips: SequenceStartRule = { clicked: { to: ['/*'], in: ['tip-1', 'tip-2'] } };

  it('starts with a link to one of its pages', () => {
    expect(starts(pricing, [clicked('/pricing')])).toEqual(BEGINS);
    expect(starts(pricing, [clicked('/nl/demo/call')])).toEqual(BEGINS);
    expect(starts(pricing, [clicked('/guides')])).toEqual({});
    expect(starts(pricing, [reaction('open', 'm1', { at: START })])).toEqual({});
  });

  it('starts only with one of its mails, if it names any', () => {
    expect(starts(inTips, [clicked('/x')])).toEqual(BEGINS);
    expect(starts(inTips, [clicked('/x', { template: 'tip-3' })])).toEqual({});
  });

  it('does not start with a click of which nothing more is known, as before', () => {
    expect(starts(inTips, [reaction('click', 'm1', { at: START, link: 0 })])).toEqual({});
  });
});

describe('a sequence that an answer starts', () => {
  const sector: SequenceStartRule = { answered: { field: 'sector', oneOf: ['Zorg', 'Healthcare'] } };
  const size: SequenceStartRule = { answered: { field: 'employees', from: 50, to: 200, form: 'demo' } };

  it('starts with one of the answers', () => {
    expect(starts(sector, [answered({ sector: 'healthcare ' })])).toEqual(BEGINS);
    expect(starts(sector, [answered({ sector: 'Bouw' })])).toEqual({});
    expect(starts(sector, [answered({ company: 'Zorg' })])).toEqual({});
    expect(starts(sector, [answered({ sector: 'Zorg' }, { spam: 'honeypot' })])).toEqual({});
    expect(starts({ answered: { field: 'toString', to: 9 } }, [answered({})])).toEqual({});
  });

  it('starts with a number in its range, in that form', () => {
    const given = (employees: string, form = 'demo') => starts(size, [answered({ employees }, { form })]);
    for (const number of ['50', '200', '51-200', 'ca. 60 fte']) expect(given(number)).toEqual(BEGINS);
    for (const number of ['49', '201', '500+', 'many', '']) expect(given(number)).toEqual({});
    expect(given('50', 'contact')).toEqual({});
    const open = (range: object) => starts({ answered: { field: 'n', ...range } }, [answered({ n: '7' })]);
    expect(open({ from: 7 })).toEqual(BEGINS);
    expect(open({ to: 6 })).toEqual({});
  });
});

describe('whatever starts a sequence', () => {
  const rules: [string, SequenceStartRule, AnyEvent][] = [
    ['an event', { event: 'Trial Started' }, did()],
    ['a click', { clicked: { to: ['/pricing'] } }, clicked('/pricing')],
    ['an answer', { answered: { field: 'sector', oneOf: ['Zorg'] } }, answered({ sector: 'Zorg' })],
  ];

  it.each(rules)('%s needs permission and a lead that is not with sales', (_, start, event) => {
    expect(starts(start, [event], { mail: 'pending' })).toEqual(BEGINS);
    for (const more of [{ mail: 'none' }, { mail: 'withdrawn' }, { stage: 'mql' }, { stage: 'customer' }])
      expect(starts(start, [event], more as Partial<Lead>)).toEqual({});
    expect(starts(start, [event], { subjects: { newsletter: 'granted' } })).toEqual({});
  });

  it('does so once, however its events are ordered, repeated and spread over batches', () => {
    const events = [
      ...rules.map(([, , event]) => event),
      did({}, { at: onDay(0, '09:40') }),
      clicked('/pricing', { at: onDay(0, '09:50') }),
    ];
    const sequences = Object.fromEntries(rules.map(([name, start]) => [name, offer(start)]));
    const batches = fc.array(fc.array(fc.constantFrom(...events), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(batches, (told) => {
        let state = lead({ mail: 'granted' });
        const begun: string[] = [];
        for (const batch of [...told, ...told.toReversed(), events]) {
          const started = sequencesToStart(batch, state, sequences, START);
          begun.push(...Object.keys(started));
          state = { ...state, started: { ...state.started, ...started } };
        }
        expect(begun.sort()).toEqual(Object.keys(sequences).sort());
      }),
    );
  });
});
