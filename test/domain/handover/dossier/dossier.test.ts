import { describe, expect, it } from 'vitest';
import type { SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import type { VisitorId } from '../../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { browserName } from '../../../../shared/domain/identity/trust.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import {
  ago,
  dossier,
  longHistory,
  raisedHand,
  shippedPlaybook,
} from '../../../web/handover/dossier/example.ts';
import { NOW, pageView, reaction, submission, tracked } from '../../builders.ts';

describe('a dossier', () => {
  it('shows who the lead is, and what is unknown', () => {
    const { contact, fit } = dossier(longHistory());
    expect(contact).toMatchObject({
      name: 'Ann de Vries',
      company: 'Example Works',
      email: 'ann@example.nl',
    });
    expect(contact.answers.map(({ label, value }) => [label.en, value])).toEqual([
      ['Job title', 'Head of sales'],
      ['Number of employees', '250'],
    ]);
    expect(contact.unknown.map(({ en }) => en)).toEqual(['Phone number', 'Postcode']);
    expect(fit.verdict).toBe('good');
  });

  it('lists the name once when it is unknown, and the missing part when a part is known', () => {
    const unknown = (values: Record<string, string>) =>
      dossier([submission('whitepaper', { values })]).contact.unknown.map(({ en }) => en);
    expect(unknown({}).filter((label) => /name/i.test(label))).toEqual(['Name']);
    expect(unknown({ firstName: 'Ann' }).filter((label) => /name/i.test(label))).toEqual(['Last name']);
    expect(unknown({ name: 'Ann' }).filter((label) => /name/i.test(label))).toEqual([]);
  });

  it('lists activities in order of time, equal ones once', () => {
    const { activities } = dossier([
      pageView('/pricing', { ...ago(1), title: 'Prices' }),
      submission('whitepaper', ago(3)),
      pageView('/pricing', ago(4)),
      reaction('click', 'm1', { ...ago(2), link: 1 }),
      reaction('open', 'm1', ago(2)),
      tracked('Demo Step Completed', { ...ago(0), props: { step: 'import' } }),
    ]);
    expect(activities).toMatchObject([
      { kind: 'asked', form: 'whitepaper', times: 1 },
      { kind: 'mailed', mail: 'm1', opened: true, clicks: 1 },
      { kind: 'read', path: '/pricing', title: 'Prices', times: 2, at: ago(1).at },
      { kind: 'did', name: 'Demo Step Completed', details: ['step: import'] },
    ]);
  });

  it('lists a page once, whatever its address', () => {
    const paths = ['/nl/pricing/', '/Pricing.html', '/pricing'];
    const views = paths.map((path, n) => pageView(path, ago(3 - n)));
    const { activities } = dossier([submission('whitepaper', ago(4)), ...views]);
    expect(activities.slice(1)).toMatchObject([{ kind: 'read', path: '/pricing', times: 3 }]);
  });

  it('leaves out bots and spam', () => {
    const { activities } = dossier([
      submission('whitepaper'),
      submission('demo', { spam: 'honeypot' }),
      pageView('/pricing', { bot: 'user-agent' }),
    ]);
    expect(activities).toHaveLength(1);
  });

  it('sums the score by rule, the largest first', () => {
    const { score } = dossier(longHistory());
    expect(score).toMatchObject({ total: 99, cap: 100, threshold: 80 });
    expect(score.rules[0]).toMatchObject({ rule: 'Guide read', points: 80, times: 40 });
    expect(score.rules.reduce((sum, { points }) => sum + points, 0)).toBe(99);
  });

  it('is known since the first thing it did, with its last permission and the questions that matter', () => {
    const known = dossier(longHistory());
    expect(known.knownSince).toBe(ago(30).at);
    expect(known.permission).toMatchObject({ form: 'whitepaper', wording: 'Yes, mail me tips' });
    const view = pageView('/', { at: ago(40).at });
    expect(dossier([...longHistory(), view]).knownSince).toBe(ago(40).at);
    const fit = { ...shippedPlaybook().fit, sectors: { good: ['Software'], required: true } };
    const asking = dossier(longHistory(), {}, {}, { playbook: { ...shippedPlaybook(), fit } });
    expect(asking.fit.ask).toEqual(['sector']);
    expect(asking.labels).toEqual({ sector: { nl: 'Sector', en: 'Sector' } });
    const told = [...longHistory(), submission('demo', { values: { sector: 'Software' } })];
    const own = [{ field: 'sector', good: { oneOf: ['Software'] } }];
    const rules = { ...shippedPlaybook(), fit: { ...shippedPlaybook().fit, criteria: own } };
    expect(dossier(told, {}, {}, { playbook: rules }).labels).toHaveProperty('sector');
    expect(dossier(told, {}, {}, { playbook: { ...rules, fields: {} } }).labels).toEqual({});
    expect(dossier(longHistory(), {}, { judged: 'bad' }).fit.reasons[0]).toEqual({
      code: 'sales',
      says: 'bad',
    });
  });

  it('has the permission that was confirmed as long as it holds, else the last that was given', () => {
    const asked = (form: string, days: number) =>
      submission(form, { ...ago(days), permission: { wording: `Yes, ${form}`, page: '/' } });
    const click = { type: 'mail-consent', id: 'click', to: 'granted', how: 'confirmation' } as const;
    const events: AnyEvent[] = [...[asked('whitepaper', 5), { ...click, ...ago(4) }, asked('demo', 3)]];
    const shown = (mail: Lead['mail'], of = events) => {
      const { permission, consent } = dossier(of, {}, { mail });
      return [permission?.form, consent];
    };
    expect(shown('granted')).toEqual(['whitepaper', 'granted']);
    expect(shown('pending')).toEqual(['demo', 'pending']);
    expect(shown('withdrawn')).toEqual(['demo', 'withdrawn']);
    expect(shown('granted', [asked('demo', 3), asked('contact', 2)])).toEqual(['contact', 'granted']);
    const { permission: _, ...without } = submission('demo');
    expect(dossier([without])).not.toHaveProperty('permission');
  });

  it('says that mail to the address stopped, and which questions have two answers', () => {
    const complaint = { type: 'mail-consent', id: 'c', to: 'withdrawn', how: 'complaint' } as const;
    expect(dossier([submission(), { ...complaint, ...ago(1) }]).contact.closed).toEqual({
      why: 'complaint',
      at: ago(1).at,
    });
    const answer = (visitor: string, employees: string) =>
      submission('demo', { visitor: visitor as VisitorId, values: { employees } });
    expect(dossier(longHistory()).labels).not.toHaveProperty('employees');
    expect(dossier([answer('a', '50'), answer('b', '2')]).labels.employees?.en).toBe('Number of employees');
  });

  it('gives sales the agreed working hours: on a Sunday, until the office opens after Monday', () => {
    expect(dossier(longHistory()).answerDeadline).toBe('2026-11-24T08:00:00.000Z');
  });

  it('shows members of the team by name, and others as they were entered', () => {
    const playbook = { ...shippedPlaybook(), sales: { team: { anna: { name: 'Anna Bos' } } } };
    const actions: SalesAction[] = [
      { number: 1, at: NOW, by: 'anna', action: 'accept' },
      { number: 2, at: NOW, by: 'Bram', action: 'call', outcome: 'reached' },
      { number: 3, at: NOW, by: 'constructor', action: 'call', outcome: 'reached' },
    ];
    const handover = { to: 'anna', answer: { by: 'anna', at: NOW }, status: 'accepted' } as const;
    const shown = dossier(longHistory(), handover, {}, { actions, playbook });
    expect(shown.handover).toMatchObject({ to: 'Anna Bos', answer: { by: 'Anna Bos' } });
    expect(shown.actions.map(({ by }) => by)).toEqual(['Anna Bos', 'Bram', 'constructor']);
    expect('token' in shown.handover).toBe(false);
    expect(dossier(longHistory()).handover).not.toHaveProperty('to');
    expect(dossier(longHistory()).handover).not.toHaveProperty('answer');
  });

  it('has the link that calls, if the phone number can be dialled', () => {
    const events = [raisedHand()];
    expect(dossier(events, {}, {}, { call: 'tel:+31612345678' }).contact.call).toBe('tel:+31612345678');
    expect(dossier(events).contact).not.toHaveProperty('call');
  });
});

describe('the reason of a hand-over', () => {
  it('for points is the last steps before it, with their points', () => {
    const later = pageView('/demo', { receivedAt: '2026-11-22T12:00:01.000Z' });
    const { why } = dossier([...longHistory(), later]);
    expect(why.reason).toBe('threshold');
    expect(why.steps.map(({ points }) => points)).toEqual([1, 2, 2, 3, 3]);
    expect(why.steps.at(-1)?.activity).toMatchObject({ path: '/pricing', at: ago(0, 0.1).at });
  });

  it('for a hand-raiser is its message', () => {
    const { why } = dossier([raisedHand({ message: 'Call me' })], { reason: 'hand-raiser' });
    expect(why.raised?.messages).toMatchObject([{ text: 'Call me', title: { en: 'Talk to us' } }]);
    expect(why.steps).toEqual([]);
  });

  it('for a hand-raiser is all that it wrote in text areas, and no other answer', () => {
    const label = { nl: 'Vraag', en: 'Question' };
    const area = { label, type: 'textarea', maxLength: 200 } as never;
    const fields = { message: area, remark: area, name: { label, type: 'text', maxLength: 9 } as never };
    const playbook = { ...shippedPlaybook(), fields };
    const wrote = (values: Record<string, string>) => {
      const raised = submission('gone', { handRaise: true, values });
      return dossier([raised], {}, {}, { playbook }).why.raised?.messages;
    };
    expect(wrote({ name: 'Ann', old: 'x', message: 'Hello', remark: 'Call me' })).toEqual([
      { at: NOW, text: 'Hello\n\nCall me', isUnconfirmed: true },
    ]);
    expect(wrote({ message: '', remark: 'Call me' })).toMatchObject([{ text: 'Call me' }]);
    expect(wrote({ name: 'Ann' })).toEqual([]);
  });

  it('for points also shows a raised hand', () => {
    expect(dossier([...longHistory(), raisedHand()]).why.raised?.messages[0]?.text).toContain(
      'lists that go nowhere',
    );
  });

  it('is no raised hand when the form asked for something else, or was spam', () => {
    const { handRaise: _, ...other } = raisedHand();
    expect(dossier([other]).why).not.toHaveProperty('raised');
    const spam = { ...raisedHand(), spam: 'honeypot' } as const;
    expect(dossier([submission(), spam]).why).not.toHaveProperty('raised');
  });

  it('for points includes what came at that very moment', () => {
    const { why } = dossier([submission(), pageView('/pricing', ago(0))]);
    expect(why.steps.at(-1)?.activity).toMatchObject({ path: '/pricing' });
  });

  it('for a hand-raiser who asks again is every message, newest first, the same one once', () => {
    const asked = (days: number, message: string) => ({
      ...raisedHand({ message }),
      ...ago(days, 0),
      id: `form-${days}`,
    });
    const { why } = dossier([
      asked(2, 'Call me'),
      asked(1, ''),
      asked(3, 'What does it cost?'),
      asked(0, 'Call me'),
    ]);
    expect(why.raised).toMatchObject({ at: ago(0, 0).at, earlier: 0 });
    expect(why.raised?.messages.map(({ text, at }) => [text, at])).toEqual([
      ['Call me', ago(0, 0).at],
      ['What does it cost?', ago(3, 0).at],
    ]);
  });

  it('for a hand-raiser who asks very often is the newest messages, and how many there are before them', () => {
    const asked = (days: number) => ({
      ...raisedHand({ message: `${days} days ago` }),
      ...ago(days, 0),
      id: `form-${days}`,
    });
    const { why } = dossier(Array.from({ length: 8 }, (_, days) => asked(days)));
    expect(why.raised?.messages.map(({ text }) => text)).toEqual(
      [0, 1, 2, 3, 4].map((days) => `${days} days ago`),
    );
    expect(why.raised?.earlier).toBe(3);
  });
});

describe('what nobody confirmed', () => {
  const browser = 'evil-browser' as VisitorId;
  const own = 'browser-of-ann' as VisitorId;
  const read = (visitor: VisitorId, pages: number, path = '/guides/') =>
    Array.from({ length: pages }, (_, n) => pageView(`${path}${n}`, { ...ago(2), visitor }));
  const linked = submission('whitepaper', { ...ago(3), visitor: browser, values: { employees: '2' } });
  const ann = submission('whitepaper', { ...ago(5), visitor: own, values: { employees: '50' } });
  const click = { type: 'mail-consent', id: 'click', to: 'granted', how: 'confirmation' } as const;
  const confirmed: AnyEvent[] = [{ ...click, ...ago(4), voice: browserName(own) }];

  it('counts, and the dossier says which points it is', () => {
    const { score } = dossier([ann, ...confirmed, linked, ...read(own, 2), ...read(browser, 5)]);
    expect(score).toMatchObject({ total: 2 + 2 + 10, unconfirmed: 2 + 6 });
    expect(score.rules).toMatchObject([
      { rule: 'Guide read', points: 10, unconfirmed: 6 },
      { rule: 'Form sent in', points: 4, unconfirmed: 2 },
    ]);
  });

  it('is mentioned when the threshold would not be reached without it, and only then', () => {
    const rests = (...events: AnyEvent[]) => dossier(events).why.restsOnUnconfirmed;
    const much = [linked, ...read(browser, 45)];
    expect(rests(...much)).toBe(true);
    expect(rests(ann, ...confirmed, ...much)).toBe(true);
    expect(rests(ann, ...confirmed, ...much, ...read(own, 45, '/guides/own-'))).toBe(false);
    expect(rests(ann, ...confirmed, ...read(own, 45))).toBe(false);
    expect(rests(ann, ...confirmed, ...read(own, 2))).toBe(false);
    const known = (pages: number) => rests(ann, ...confirmed, ...much, ...read(own, pages, '/guides/own-'));
    expect([known(38), known(39)]).toEqual([true, false]);
    const since = read(own, 45, '/guides/own-').map((view) => ({ ...view, receivedAt: ago(-1).at }));
    expect(rests(ann, ...confirmed, ...much, ...since)).toBe(true);
    expect(dossier(much, { reason: 'stalled' }).why.restsOnUnconfirmed).toBe(false);
  });

  it('is told of a raised hand', () => {
    const raised = (...events: AnyEvent[]) => dossier(events).why.raised?.isUnconfirmed;
    expect(raised(raisedHand())).toBe(true);
    expect(raised(ann, ...confirmed, { ...raisedHand(), visitor: browser })).toBe(true);
    expect(raised(ann, ...confirmed, { ...raisedHand(), visitor: own })).toBe(false);
    const message = dossier([ann, ...confirmed, { ...raisedHand(), visitor: own }]).why.raised?.messages[0];
    expect(message).not.toHaveProperty('isUnconfirmed');
  });

  it('is told of a value that contradicts another', () => {
    const { contradictions, fit } = dossier([ann, ...confirmed, linked]);
    expect(fit.verdict).toBe('good');
    expect(contradictions).toEqual([
      { field: 'employees', value: '2', at: linked.at, source: 'form whitepaper', rank: 'form' },
    ]);
    const same = { ...linked, values: { employees: ' 50 ' } };
    expect(dossier([ann, ...confirmed, same]).contradictions).toEqual([]);
    const donald = { ...linked, values: { firstName: 'Donald', lastName: 'Duck' } };
    const named = { ...ann, values: { name: 'Ann Bos' } };
    expect(dossier([named, ...confirmed, donald]).contradictions).toMatchObject([{ value: 'Donald Duck' }]);
  });
});
