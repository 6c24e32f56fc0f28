import { describe, expect, it } from 'vitest';
import { fitOf } from '../../shared/domain/fit/fit.ts';
import { pointsOf } from '../../shared/domain/scoring/points.ts';
import type { AnyEvent } from '../../shared/domain/tracking/event.ts';
import { pageView, reaction, submission, tracked } from '../domain/builders.ts';
import { shippedPlaybook } from './shipped-playbook.ts';

const { scoring, fit, forms, fields, agreement } = shippedPlaybook;

describe('the playbook that ships', () => {
  const worth = (event: AnyEvent) => pointsOf(event, scoring)?.points;

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
    const key = (step: string) => pointsOf(tracked('Demo Step Completed', { props: { step } }), scoring)?.key;
    expect(key('import')).toBe(key('import'));
    expect(key('import')).not.toBe(key('export'));
  });

  it('has the window, the cap, the bands and the agreement that users rely on', () => {
    expect(scoring).toMatchObject({
      windowDays: 90,
      cap: 100,
      bands: { newsletter: 0, guides: 20, ads: 60, call: 80 },
      newPointsAfterReturn: 10,
    });
    expect(agreement).toEqual({ acceptWithinHours: 24, managerAfterHours: 48 });
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
