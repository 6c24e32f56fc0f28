import { describe, expect, it } from 'vitest';
import { isUnder } from '../../../shared/domain/reports/counted.ts';
import { linkName, mailName, mailNameIn } from '../../../shared/domain/reports/mail-names.ts';
import { type MailTotals, mailsOf } from '../../../shared/domain/reports/mails.ts';
import { mail } from '../nurture/mails.ts';

const step = (id: string, file: string) => ({ id, mail: file, after: '7d', kind: 'marketing' }) as const;
const outline = {
  sequences: { tips: { steps: [step('first', 'tip-1'), step('second', 'tip-2')] }, after: { steps: [] } },
  newsletter: [
    { mail: 'old', on: '2026-11-01', bands: [] },
    { mail: 'new', on: '2026-11-08', bands: [] },
  ],
};
const nothing: MailTotals = { mail: {}, link: {}, sequence: {}, waiting: {} };

describe('the report of the mails', () => {
  it('has each mail and language in the order of the playbook, with its links, and removed ones last', () => {
    const counted = { sent: 2, opened: 1, openedByMachine: 1 };
    const { mails } = mailsOf(
      {
        ...nothing,
        mail: {
          'gone/bye/nl': counted,
          'newsletter:old/old/nl': counted,
          'newsletter:new/new/nl': counted,
          'tips/second/nl': counted,
          'tips/first/nl': counted,
          'tips/first/en': counted,
        },
        link: {
          'tips/first/nl a.example/x': { clicked: 1, clickedByMachine: 4 },
          'tips/first/nl a.example/y': { clicked: 3 },
          'tips/first/en a.example/z': { clicked: 5 },
        },
      },
      outline,
    );
    expect(mails.map(({ mail, language }) => [mail, language])).toEqual([
      ['tip-1', 'en'],
      ['tip-1', 'nl'],
      ['tip-2', 'nl'],
      ['new', 'nl'],
      ['old', 'nl'],
      [null, 'nl'],
    ]);
    expect(mails[1]).toMatchObject({ sent: 2, opened: { people: 1, machines: 1 } });
    expect(mails[1]?.links).toEqual([
      { target: 'a.example/y', clicked: { people: 3, machines: 0 } },
      { target: 'a.example/x', clicked: { people: 1, machines: 4 } },
    ]);
  });

  it('adds up the variants of a mail, with what was counted before they had names', () => {
    const { mails, sequences } = mailsOf(
      {
        ...nothing,
        mail: {
          'tips/first/nl': { sent: 1, opened: 1 },
          'tips/first/nl/subject.first': { sent: 4, opened: 2 },
          'tips/first/nl/subject.question': { sent: 5, opened: 3, handedOver: 1 },
          'tips/first/en/subject.question': { sent: 2 },
        },
        link: { 'tips/first/nl a.example/x': { clicked: 1 } },
      },
      outline,
    );
    expect(mails).toMatchObject([
      { language: 'en', sent: 2, opened: { people: 0 } },
      { language: 'nl', sent: 10, opened: { people: 6 }, links: [{ target: 'a.example/x' }] },
    ]);
    expect(sequences[0]?.steps[0]).toMatchObject({ step: 'first', sent: 12 });
  });

  it('shows a sequence as its steps one under the other, in all languages, with who left where', () => {
    const { sequences } = mailsOf(
      {
        ...nothing,
        mail: { 'tips/first/nl': { sent: 5 }, 'tips/first/en': { sent: 3 }, 'tips/second/nl': { sent: 4 } },
        sequence: {
          tips: { began: 9, 'left.unsubscribed': 1 },
          'tips/first': { 'left.raised-hand': 2, 'left.unsubscribed': 1 },
          'tips/second': { finished: 1 },
        },
        waiting: { tips: { here: 4 }, after: { here: -2 } },
      },
      outline,
    );
    expect(sequences).toMatchObject([
      {
        ...{ sequence: 'tips', began: 9, waiting: 4, finished: 1 },
        ...{ left: { unsubscribed: 2, 'raised-hand': 2 }, leftBefore: { unsubscribed: 1 } },
        steps: [
          { step: 'first', mail: 'tip-1', sent: 8, left: { 'raised-hand': 2, unsubscribed: 1 } },
          { step: 'second', mail: 'tip-2', sent: 4, left: {} },
        ],
      },
      { sequence: 'after', began: 0, waiting: 0, steps: [] },
    ]);
  });
});

describe('the name of a link', () => {
  const named = (link: string) => linkName(mail({ links: [link] }), 0);

  it('is the page it leads to, without anything that may name a person', () => {
    expect(named('https://a.example/x?email=ann@b.nl#c')).toBe('whitepaper-tips/tip-1/ a.example/x');
    expect(named('https://a.example/u/ann%40b.nl/x')).toBe('whitepaper-tips/tip-1/ a.example/u/…/x');
  });

  it('is none without a page', () => {
    expect(named('nowhere')).toBeUndefined();
    expect(linkName(mail({ links: [] }), 3)).toBeUndefined();
  });
});

describe('the name under which a mail is counted', () => {
  const variant = { test: 'subject', variant: 'question' };
  const of = (counts: boolean) =>
    mail({ sequence: 'tips', step: 'first', locale: 'nl', test: { ...variant, counts } });

  it('has the variant of a mail that counts for a test', () => {
    const name = mailName(of(true));
    expect(name).toBe('tips/first/nl/subject.question');
    expect(mailNameIn(name)).toEqual({
      ...{ sequence: 'tips', step: 'first', language: 'nl' },
      test: { name: 'subject', variant: 'question' },
    });
  });

  it('has no variant of any other mail, nor of a link', () => {
    expect(mailName(of(false))).toBe('tips/first/nl');
    expect(mailNameIn('tips/first/nl')).toEqual({ sequence: 'tips', step: 'first', language: 'nl' });
    const linked = { ...of(true), links: ['https://a.example/x/y'] };
    expect(linkName(linked, 0)).toBe('tips/first/nl a.example/x/y');
    expect(mailNameIn('tips/first/nl a.example/x/y')).not.toHaveProperty('test');
  });

  it('is found under its mail, its language, and its variant in all languages', () => {
    const name = mailName(of(true));
    const isCounted = (under: string) => isUnder({ counted: 'mail.opened', under, period: {} }, name);
    for (const under of ['tips/first', 'tips/first/nl', name, 'tips/first//subject.question'])
      expect(isCounted(under)).toBe(true);
    for (const under of ['tips/first/en', 'tips/first//subject.first', 'tips/second//subject.question'])
      expect(isCounted(under)).toBe(false);
  });
});
