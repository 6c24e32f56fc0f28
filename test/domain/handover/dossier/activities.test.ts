import { describe, expect, it } from 'vitest';
import { activitiesOf } from '../../../../shared/domain/handover/dossier/activities.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import { LEAD, NOW, pageView, reaction, submission, tracked } from '../../builders.ts';

const title = { nl: 'De gids', en: 'The guide' };
const activities = (...events: AnyEvent[]) =>
  activitiesOf(events, { whitepaper: { title } as never }, undefined);
const at = (second: number) => ({ at: `2026-11-22T10:00:0${second}.000Z` });
const done = (second: number, times = 1) => ({ ...at(second), times });

describe('what a lead did', () => {
  it('is one activity for each thing, with how often and when last', () => {
    const all = activities(
      ...[
        pageView('/a', { ...at(3), title: 'A' }),
        pageView('/a', at(1)),
        pageView('/b', { ...at(2), name: 'B' }),
      ],
      ...[submission('whitepaper', at(4)), submission('whitepaper', at(6)), submission('other', at(5))],
      submission('other', { ...at(7), unproven: true } as never),
    );
    expect(all).toEqual([
      { kind: 'read', ...done(2), path: '/b', title: 'B' },
      { kind: 'read', ...done(3, 2), path: '/a', title: 'A' },
      { kind: 'asked', ...done(6, 2), form: 'whitepaper', title },
      { kind: 'asked', ...done(7, 2), form: 'other', unproven: true },
    ]);
  });

  it('at one moment is listed in the order in which it came', () => {
    const paths = ['/c', '/a', '/b'];
    expect(activities(...paths.map((path) => pageView(path, at(1))))).toMatchObject(
      paths.map((path) => ({ path })),
    );
  });

  it('keeps the title of a page that came without one later', () => {
    expect(activities(pageView('/a', { ...at(1), title: 'A' }), pageView('/a', at(2)))).toEqual([
      { kind: 'read', ...done(2, 2), path: '/a', title: 'A' },
    ]);
  });

  it('with a mail is whether it was opened, and the number of clicks, in any order', () => {
    const click = (second: number, link: number) =>
      reaction('click', 'm1', { ...at(second), id: `${link}`, link });
    const open = reaction('open', 'm1', at(3));
    const whole = { kind: 'mailed', mail: 'm1', opened: true, clicks: 2 };
    expect(activities(click(1, 0), click(2, 1), open)).toEqual([{ ...whole, ...done(3, 3) }]);
    expect(activities({ ...open, ...at(1) }, click(2, 0), click(3, 1))).toEqual([
      { ...whole, ...done(3, 3) },
    ]);
    expect(activities(click(1, 0))).toEqual([{ ...whole, opened: false, clicks: 1, ...done(1) }]);
    expect(activities(click(1, 0), click(2, 1))).toMatchObject([{ opened: false, clicks: 2 }]);
    expect(activities(open)).toEqual([{ ...whole, clicks: 0, ...done(3) }]);
    expect(activities(open, reaction('open', 'm2', at(4)))).toHaveLength(2);
  });

  it('on the website or elsewhere has its details', () => {
    const step = (name: string, second: number) => tracked('Step', { ...at(second), props: { name, n: 1 } });
    const imported = (more: object): AnyEvent =>
      ({
        type: 'import',
        id: 'i',
        ...at(4),
        receivedAt: NOW,
        source: 'crm',
        email: 'a@b.nl',
        values: {},
        ...more,
      }) as AnyEvent;
    expect(
      activities(
        step('a', 1),
        step('b', 2),
        step('a', 3),
        imported({ interest: 'Webinar' }),
        tracked('Bare', at(5)),
      ),
    ).toEqual([
      { kind: 'did', ...done(2), name: 'Step', details: ['name: b', 'n: 1'] },
      { kind: 'did', ...done(3, 2), name: 'Step', details: ['name: a', 'n: 1'] },
      { kind: 'did', ...done(4), name: 'Webinar', details: ['crm'] },
      { kind: 'did', ...done(5), name: 'Bare', details: [] },
    ]);
    expect(activities(imported({}))).toEqual([]);
  });

  it('is nothing that a machine did, or that tells sales nothing', () => {
    const { url: _, ...nowhere } = pageView('/');
    const told = (type: string) =>
      ({ type, id: type, ...at(1), receivedAt: NOW, mail: 'm1', lead: LEAD }) as never;
    expect(
      activities(
        ...[nowhere, pageView('/', { bot: 'user-agent' }), submission('whitepaper', { spam: 'honeypot' })],
        ...['delivery', 'bounce', 'complaint', 'reject', 'mail-consent'].map(told),
      ),
    ).toEqual([]);
  });
});
