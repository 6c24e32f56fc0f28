import { describe, expect, it } from 'vitest';
import { bandOf, bandRange, score } from '../../../shared/domain/scoring/score.ts';
import type { Rule } from '../../../shared/domain/scoring/scoring.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { NOW, pageView, reaction, submission, tracked } from '../builders.ts';
import { rules } from './rules.ts';

const total = (...events: AnyEvent[]) => score(events, rules, NOW).total;

const whitepaper: Rule = { name: 'form', on: 'form', points: 2, forms: ['demo', 'whitepaper'] };

describe('the points of an event', () => {
  it('are 1 for a page, 2 for a guide, 3 for prices and the demo', () => {
    expect(total(pageView('/'))).toBe(1);
    expect(total(pageView('/guides'))).toBe(1);
    expect(total(pageView('/guides/scoring'))).toBe(2);
    expect(total(pageView('/pricing'))).toBe(3);
    expect(total(pageView('/demo'))).toBe(3);
  });

  it('are 2 for a form, 1 for an open, 2 for a click', () => {
    expect(total(submission())).toBe(2);
    expect(total(reaction('open', 'm1'))).toBe(1);
    expect(total(reaction('click', 'm1'))).toBe(2);
    expect(total(reaction('open', 'm1'), reaction('open', 'm1'), reaction('open', 'm2'))).toBe(2);
  });

  it('are none for a bot, for spam, and without a matching rule', () => {
    expect(total(pageView('/pricing', { bot: 'user-agent' }))).toBe(0);
    expect(total(submission('whitepaper', { spam: 'honeypot' }))).toBe(0);
    expect(total(tracked('Something else'))).toBe(0);
    expect(score([submission('contact')], { ...rules, rules: [whitepaper] }, NOW).total).toBe(0);
    expect(score([submission('whitepaper')], { ...rules, rules: [whitepaper] }, NOW).total).toBe(2);
    const { url, ...withoutAddress } = pageView('/');
    expect(total(withoutAddress)).toBe(0);
  });

  it('are those of a rule for its kind, whatever address or name it has', () => {
    const onPricing = tracked('Something else', { url: 'https://example.nl/pricing' });
    expect(total(onPricing)).toBe(0);
    const webinar: Rule = { name: 'webinar', on: 'track', event: 'Webinar', points: 3 };
    const pageOfThatName = pageView('/webinar', { name: 'Webinar' });
    expect(score([pageOfThatName], { ...rules, rules: [webinar] }, NOW).total).toBe(0);
    expect(score([tracked('Webinar')], { ...rules, rules: [webinar] }, NOW).total).toBe(3);
  });
});

describe('what counts once', () => {
  it('is a page per UTC day, with or without www, over http or https', () => {
    expect(total(pageView('/a'), pageView('/a'))).toBe(1);
    expect(total(pageView('/a'), pageView('/a', { url: 'http://www.example.nl/a' }))).toBe(1);
    expect(total(pageView('/a'), pageView('/a', { at: '2026-11-21T23:59:59.999Z' }))).toBe(2);
  });

  it('is a page by any of its addresses, as the playbook says', () => {
    const views = ['/pricing', '/PRICING/', '/pricing.html', '/%70ricing', '/nl/pricing/index.html'].map(
      (path) => pageView(path),
    );
    expect(total(...views)).toBe(3);
    const samePage = { languages: ['nl'], indexFiles: ['index'], endings: ['html'], ignoreCase: false };
    expect(score(views, { ...rules, samePage }, NOW).total).toBe(4);
  });

  it('is each value of a property, also of one that every object has', () => {
    const props: [string, string | number | boolean][] = [
      ['constructor', 'a'],
      ['constructor', 'b'],
      ['__proto__', 'a'],
    ];
    const events = props.map(([name, value]) =>
      tracked('Bought', { props: Object.fromEntries([[name, value]]) }),
    );
    const oncePer = (name: string) => {
      const rule = { name: 'Bought', on: 'track', event: 'Bought', oncePer: name, points: 1 } as const;
      return score(events, { ...rules, rules: [rule] }, NOW).total;
    };
    expect([oncePer('constructor'), oncePer('__proto__'), oncePer('toString')]).toEqual([3, 2, 1]);
    const empty = tracked('Demo Step Completed', { props: { step: '' } });
    expect(total(empty, tracked('Demo Step Completed'))).toBe(2);
  });

  it('is worth what its first rule says, at its first time of a day and its latest of the window', () => {
    const [morning, evening] = ['2026-11-22T08:00:00.000Z', '2026-11-22T11:00:00.000Z'];
    const ledgerOf = (...events: AnyEvent[]) =>
      score(events, rules, NOW).ledger.map(({ eventId }) => eventId);
    const [first, second] = [
      pageView('/a', { id: '2', at: morning }),
      pageView('/a', { id: '1', at: evening }),
    ];
    expect([ledgerOf(first, second), ledgerOf(second, first)]).toEqual([['2'], ['2']]);
    const step = (id: string, at: string) =>
      tracked('Demo Step Completed', { id, at, props: { step: 'import' } });
    const [old, late] = [step('1', morning), step('2', evening)];
    expect([ledgerOf(old, late), ledgerOf(late, old)]).toEqual([['2'], ['2']]);
    const [a, b] = [pageView('/a', { id: 'a', at: morning }), pageView('/a', { id: 'b', at: morning })];
    expect([ledgerOf(a, b), ledgerOf(b, a)]).toEqual([['a'], ['a']]);
    const others = ['/b', '/a'].map((path, n) => pageView(path, { id: `id-${2 - n}`, at: morning }));
    expect(ledgerOf(...others)).toEqual(['id-1', 'id-2']);
  });

  it('is each form per day', () => {
    expect(total(submission('whitepaper'), submission('whitepaper'), submission('contact'))).toBe(4);
  });

  it('is each step of the demo, on any day', () => {
    const step = (name: string, at = NOW) => tracked('Demo Step Completed', { props: { step: name }, at });
    expect(total(step('import'), step('import', '2026-11-01T10:00:00.000Z'), step('export'))).toBe(4);
  });

  it('is an event with one id, however often it is sent', () => {
    const registered = tracked('Webinar Registered', { id: 'registration' });
    expect(total(registered, { ...registered, at: '2026-11-20T10:00:00.000Z' })).toBe(3);
    expect(total(registered, tracked('Webinar Registered'))).toBe(6);
  });
});

describe('the window of 90 days', () => {
  const visit = pageView('/', { at: '2026-01-10T15:00:00.000Z' });
  const totalAt = (now: string) => score([visit], rules, now).total;

  it('keeps points for 90 whole UTC days after their day', () => {
    expect(totalAt('2026-01-10T15:00:00.000Z')).toBe(1);
    expect(totalAt('2026-04-10T23:59:59.999Z')).toBe(1);
    expect(totalAt('2026-04-11T00:00:00.000Z')).toBe(0);
  });
});

describe('the total', () => {
  it('stops at the cap', () => {
    expect(total(...Array.from({ length: 60 }, (_, n) => pageView(`/guides/${n}`)))).toBe(100);
  });

  it('is explained by the ledger: event, rule, points and time, oldest first', () => {
    const late = pageView('/pricing', { id: 'late' });
    const early = submission('whitepaper', { id: 'early', at: '2026-11-22T08:00:00.000Z' });
    expect(score([late, early], rules, NOW).ledger).toEqual([
      { eventId: 'early', rule: 'form', points: 2, at: '2026-11-22T08:00:00.000Z' },
      { eventId: 'late', rule: 'pricing', points: 3, at: NOW },
    ]);
  });
});

describe('the bands', () => {
  it.each([
    [0, 'newsletter'],
    [19, 'newsletter'],
    [20, 'guides'],
    [59, 'guides'],
    [60, 'ads'],
    [79, 'ads'],
    [80, 'call'],
    [100, 'call'],
  ])('put %i in %s', (points, band) => expect(bandOf(points, rules)).toBe(band));

  it.each([
    ['newsletter', { from: 0, below: 20 }],
    ['guides', { from: 20, below: 60 }],
    ['ads', { from: 60, below: 80 }],
    ['call', { from: 80 }],
  ] as const)('take all of %s from %j', (band, range) => {
    expect(bandRange(band, rules)).toStrictEqual(range);
  });

  it('end where the next higher one begins, also when two begin at the same score', () => {
    const bands = { newsletter: 0, guides: 9, ads: 80, call: 80 } as const;
    expect(bandRange('newsletter', { ...rules, bands })).toEqual({ from: 0, below: 9 });
    expect(bandRange('guides', { ...rules, bands })).toEqual({ from: 9, below: 80 });
    expect(bandRange('ads', { ...rules, bands })).toEqual({ from: 80 });
  });
});
