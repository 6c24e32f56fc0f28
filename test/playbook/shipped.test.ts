import { describe, expect, it } from 'vitest';
import { fitOf } from '../../shared/domain/fit/fit.ts';
import type { MailTemplate } from '../../shared/domain/nurture/mail/template.ts';
import { earningsOf } from '../../shared/domain/scoring/points.ts';
import type { AnyEvent } from '../../shared/domain/tracking/event.ts';
import { compileMails } from '../../shared/playbook/compiler/compile-mails.ts';
import { renderMail } from '../../shared/usecases/nurture/render-mail.ts';
import { pageView, reaction, submission, tracked } from '../domain/builders.ts';
import { shippedMails, shippedPlaybook } from './shipped-playbook.ts';

const { scoring, fit, forms, fields, agreement, sequences, mailing } = shippedPlaybook;

describe('the shipped playbook', () => {
  const worth = (event: AnyEvent) => earningsOf(event, scoring)[0]?.points;

  it.each([
    ['/', 1],
    ['/guides', 1],
    ['/guides/lead-scoring', 2],
    ['/nl/guides/lead-scoring', 2],
    ['/pricing', 3],
    ['/nl/pricing', 3],
    ['/demo', 3],
    ['/nl/demo', 3],
    ['/demonstration', 1],
    ['/pricing/old', 1],
  ])('gives the page %s %i points', (path, points) => {
    expect(worth(pageView(path))).toBe(points);
  });

  it.each([
    ['a form', submission('demo'), 2],
    ['an open', reaction('open', 'm1'), 1],
    ['a click', reaction('click', 'm1', { link: 1 }), 2],
    ['a step of the demo', tracked('Demo Step Completed', { props: { step: 'import' } }), 2],
    ['a registration for a webinar', tracked('Webinar Registered'), 3],
    ['attending a webinar', tracked('Webinar Attended'), 10],
    ['any other event', tracked('Video Played'), undefined],
  ])('gives %s its points', (_, event, points) => {
    expect(worth(event)).toBe(points);
  });

  it('counts each step of the demo once', () => {
    const key = (step: string) =>
      earningsOf(tracked('Demo Step Completed', { props: { step } }), scoring)[0]?.key;
    expect(key('import')).toBe(key('import'));
    expect(key('import')).not.toBe(key('export'));
  });

  it('has the window, cap, bands and agreement that users rely on', () => {
    expect(scoring).toMatchObject({
      windowDays: 90,
      cap: 100,
      bands: { newsletter: 0, guides: 20, ads: 60, call: 80 },
    });
    expect(agreement).toMatchObject({
      acceptWithinHours: 24,
      managerAfterHours: 48,
      returns: { 'not-ready': { newPoints: 10 } },
    });
  });

  it.each([
    ['ann@acme.example', '20', 'good'],
    ['ann@acme.example', '1000', 'good'],
    ['ann@acme.example', '1001', 'unknown'],
    ['ann@acme.example', '5', 'unknown'],
    ['ann@acme.example', '4', 'bad'],
    ['ann@gmail.com', '100', 'bad'],
  ])('finds the fit of %s at a company of %s %s', (email, employees, verdict) => {
    expect(fitOf(email, { employees }, fit).verdict).toBe(verdict);
  });

  it('has the forms that users rely on', () => {
    expect(Object.keys(forms)).toEqual(['whitepaper', 'contact', 'demo', 'newsletter']);
    expect(forms.whitepaper).toMatchObject({
      ask: [],
      later: ['firstName', 'lastName', 'jobTitle', 'phone', 'company', 'employees', 'postcode'],
      laterAtOnce: 1,
    });
    expect(forms.contact).toMatchObject({ ask: ['name', 'message', 'phone'], handRaise: true });
    const raising = Object.entries(forms).filter(([, form]) => form.handRaise);
    expect(raising.map(([name]) => name)).toEqual(['contact']);
  });

  it('asks each question in Dutch and in English', () => {
    for (const { label } of Object.values(fields)) expect(Object.keys(label)).toEqual(['nl', 'en']);
  });
});

describe('the shipped mails', async () => {
  const templates = await compileMails(shippedMails, shippedPlaybook);
  const variables = {
    publicUrl: 'https://leads.acme.example',
    website: 'https://www.acme.example',
    confirmUrl: 'https://leads.acme.example/confirm/m1',
    unsubscribeUrl: 'https://leads.acme.example/unsubscribe/m1',
    preferencesUrl: 'https://leads.acme.example/preferences/m1',
  };
  const tracking = { api: 'https://leads.acme.example', mail: 'm1' };
  const all = Object.entries(templates).flatMap(([name, { nl, en }]) => [
    [`${name}.nl`, nl] as const,
    [`${name}.en`, en] as const,
  ]);

  it.each(all)('%s is small, complete and readable', (_, template) => {
    const { html, text, subject } = renderMail(template, variables, tracking);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html + text + subject).not.toMatch(/\{\{|\{%|xliquid|undefined/);
    expect(text.split(/\s+/).length).toBeGreaterThan(100);
    expect(html.match(/<img(?![^>]* alt=)/)).toBeNull();
  });

  it.each(all)('%s tracks every link except those about permission and the company', (_, template) => {
    const { html, links } = renderMail(template, variables, tracking);
    const hrefs = [...html.matchAll(/(?<!data-foot)\shref="([^"]*)"/g)].map(([, href]) => href ?? '');
    const others = hrefs.filter((href) => !/^https:\/\/leads\.acme\.example\/c\/m1\/\d+$/.test(href));
    expect(new Set(others).isSubsetOf(new Set(Object.values(variables)))).toBe(true);
    expect(links.some((link) => link.startsWith(`${variables.website}/`))).toBe(true);
    expect(html).toMatch(/data-foot href="https:\/\/www[^"]*\/cookies"/);
  });

  it.each(['nl', 'en'] as const)(
    'link to the whitepaper, and ask for the confirmation until it is given: %s',
    (locale) => {
      const whitepaper = templates.whitepaper?.[locale] as MailTemplate;
      const pending = renderMail(whitepaper, variables);
      expect(pending.links).toContainEqual(expect.stringMatching(/\/whitepaper\/read$/));
      expect(pending.html).toContain(variables.confirmUrl);
      expect(pending.text).toContain(variables.confirmUrl);
      const confirmed = renderMail(whitepaper, { ...variables, confirmUrl: undefined });
      expect(confirmed.html + confirmed.text).not.toContain('/confirm/');
    },
  );
});

describe('the sequence after the whitepaper', () => {
  it('sends the whitepaper at once, and six tips in six weeks', () => {
    const { start, steps } = sequences['whitepaper-tips'] ?? {};
    expect(start).toEqual({ form: 'whitepaper' });
    expect(steps?.map(({ after }) => after)).toEqual(['0d', '7d', '14d', '21d', '28d', '35d', '42d']);
    expect(steps?.map(({ kind }) => kind)).toEqual(['requested', ...Array(6).fill('marketing')]);
  });

  it('needs double opt-in, and has a subject to unsubscribe from for every marketing mail', () => {
    expect(mailing.doubleOptIn).toBe(true);
    for (const { subject, steps } of Object.values(sequences)) {
      if (steps.some(({ kind }) => kind === 'marketing'))
        expect(Object.keys(mailing.subjects)).toContain(subject);
    }
  });
});
