import { describe, expect, it } from 'vitest';
import { closedAddressIn } from '../../../../shared/domain/handover/dossier/closed-address.ts';
import { contactOf, otherNameOf } from '../../../../shared/domain/handover/dossier/contact.ts';
import { personName } from '../../../../shared/domain/handover/dossier/person-name.ts';
import { memberOf } from '../../../../shared/domain/handover/routing/member.ts';
import type { VisitorId } from '../../../../shared/domain/identity/ids.ts';
import { type Profile, withCapture } from '../../../../shared/domain/identity/profile.ts';
import type {
  AnyEvent,
  Import,
  LeadCapture,
  MailConsentChange,
} from '../../../../shared/domain/tracking/event.ts';
import { LEAD, NOW, submission } from '../../builders.ts';

const label = (en: string) => ({ nl: en, en });
const field = (en: string, more: object = {}) =>
  ({ label: label(en), type: 'text', maxLength: 200, ...more }) as never;
const fields = {
  ...{ name: field('Name'), firstName: field('First name'), lastName: field('Last name') },
  ...{ company: field('Company'), phone: field('Phone', { type: 'tel' }), sector: field('Sector') },
  ...{ message: field('Message', { type: 'textarea' }), timeZone: field('Time zone', { asked: false }) },
};
const contact = (values: Record<string, string>) =>
  contactOf(withCapture(undefined, LEAD, submission('demo', { values })), fields);
const nameFrom = (values: Record<string, string>) => contact(values).name;
const unknown = (values: Record<string, string>) => contact(values).unknown.map(({ en }) => en);

describe('the contact details of a lead', () => {
  it('are what is known, each in its place', () => {
    const values = {
      name: 'Ann',
      company: 'Acme',
      phone: '030',
      sector: 'Software',
      message: 'Hi',
      timeZone: 'UTC',
    };
    expect(contact(values)).toEqual({
      ...{ email: 'ann@example.nl', name: 'Ann', company: 'Acme', phone: '030', unknown: [] },
      answers: [
        { label: label('Sector'), value: 'Software' },
        { label: label('Time zone'), value: 'UTC' },
      ],
    });
    expect(contact({})).toEqual({
      ...{ email: 'ann@example.nl', answers: [] },
      unknown: ['Name', 'Company', 'Phone', 'Sector'].map(label),
    });
  });

  it('have the name that says most', () => {
    expect(nameFrom({ firstName: 'Ann', lastName: 'Bos', name: 'A. Bos' })).toBe('Ann Bos');
    expect(nameFrom({ firstName: 'Ann', name: 'A. Bos' })).toBe('A. Bos');
    expect([nameFrom({ firstName: 'Ann' }), nameFrom({ lastName: 'Bos' })]).toEqual(['Ann', 'Bos']);
    expect(contact({})).not.toHaveProperty('name');
  });

  it('ask for a part of the name only when the other part is known', () => {
    const names = (values: Record<string, string>) => unknown(values).filter((one) => one.endsWith('ame'));
    expect(names({})).toEqual(['Name']);
    expect(names({ firstName: 'Ann' })).toEqual(['Last name']);
    expect(names({ lastName: 'Bos' })).toEqual(['First name']);
    expect(names({ name: 'Ann Bos' })).toEqual([]);
    expect(names({ firstName: 'Ann', lastName: 'Bos' })).toEqual([]);
  });
});

describe('the name of a lead that others named otherwise', () => {
  const crm = (values: Record<string, string>): Import => ({
    ...{ type: 'import', id: 'import', at: NOW, receivedAt: NOW, source: 'crm', email: 'ann@example.nl' },
    values,
  });
  const form = (values: Record<string, string>) => submission('contact', { values });
  const named = (...said: LeadCapture[]) => {
    const start: Profile | undefined = undefined;
    const profile = said.reduce<Profile | undefined>((known, each) => withCapture(known, LEAD, each), start);
    if (profile === undefined) throw new Error('Nobody said anything');
    const others = otherNameOf(profile).map(({ field, value, rank }) => [field, value, rank]);
    return [contactOf(profile, fields).name, ...others];
  };
  const parts = { firstName: 'Donald', lastName: 'Duck' };

  it('is what the highest rank said, in whatever fields; sales sees the other too', () => {
    expect(named(crm({ name: 'Ann Bos' }), form(parts))).toEqual([
      ...['Ann Bos', ['name', 'Donald Duck', 'form']],
    ]);
    expect(named(crm({ firstName: 'Ann', lastName: 'Bos' }), form({ name: 'Donald' }))).toEqual([
      ...['Ann Bos', ['name', 'Donald', 'form']],
    ]);
    expect(named(crm({ firstName: 'Ann' }), form({ name: 'Donald Duck' }))).toEqual([
      ...['Ann', ['name', 'Donald Duck', 'form']],
    ]);
    expect(named(crm({ firstName: 'Ann', name: 'Ann Bos' }), form({ lastName: 'Duck' }))).toEqual([
      ...['Ann Bos', ['name', 'Ann Duck', 'form']],
    ]);
  });

  it('is what a colleague said, also when that is one part of it', () => {
    const said = (values: Record<string, string>) => ({ ...crm(values), by: 'anna', source: 'console' });
    const both = { firstName: 'Ann', lastName: 'Bos', name: 'Ann Bos' };
    expect(named(form(both), said({ firstName: 'Anna' }))).toEqual(['Anna Bos', ['name', 'Ann Bos', 'form']]);
    expect(named(crm(both), said({ name: 'Eva' }))).toEqual(['Eva', ['name', 'Ann Bos', 'crm']]);
    expect(named(said({ name: 'Eva', firstName: 'Anna', lastName: 'Bos' }))).toEqual(['Anna Bos']);
  });

  it('is not what a colleague emptied', () => {
    const emptied = (...fields: string[]) => ({
      ...{ ...crm(Object.fromEntries(fields.map((field) => [field, '']))), by: 'anna' },
    });
    expect(named(form({ name: 'Donald Duck' }), emptied('name'))).toEqual([undefined]);
    expect(named(form({ ...parts, name: 'Ann Bos' }), emptied('firstName', 'lastName'))).toEqual(['Ann Bos']);
    expect(named(form(parts), emptied('lastName'))).toEqual(['Donald']);
  });

  it('is the one that says more when they agree', () => {
    expect(named(crm({ firstName: 'Ann' }), form({ name: 'ANN  Bos' }))).toEqual(['ANN  Bos']);
    expect(named(crm({ name: 'Ann' }), form({ firstName: 'Ann', lastName: 'Bos' }))).toEqual(['Ann Bos']);
    const parts = form({ firstName: 'Ann', lastName: 'Bos' });
    expect(named(crm({ name: 'Ann Maria Bos' }), parts)).toEqual(['Ann Maria Bos']);
    expect(named(parts, form({ name: 'Ann Maria Bos' }))).toEqual(['Ann Maria Bos']);
  });

  it('is no contradiction of somebody who gave both', () => {
    const visitor = 'visitor-1' as VisitorId;
    const both = [form({ name: 'A. Bos' }), form({ firstName: 'Ann', lastName: 'Bos' })];
    expect(named(...both.map((each) => ({ ...each, visitor })))).toEqual(['Ann Bos']);
  });
});

describe('an address to which mail stopped', () => {
  const day = (n: number) => `2026-11-0${n}T10:00:00.000Z`;
  const consent = (how: MailConsentChange['how'], n: number, to = 'withdrawn'): AnyEvent =>
    ({ type: 'mail-consent', id: `${how}-${n}`, at: day(n), receivedAt: day(n), to, how }) as AnyEvent;
  const delivered = (n: number): AnyEvent =>
    ({ type: 'delivery', id: `d-${n}`, at: day(n), receivedAt: day(n), mail: 'm' }) as AnyEvent;
  const welcome = (n: number) => consent('preferences', n, 'granted');

  it.each<[string, AnyEvent[], string | undefined, number?]>([
    ['nothing happened', [], undefined],
    ['it bounced', [consent('hard-bounce', 2)], 'bounce', 2],
    ['it bounced softly too often', [consent('soft-bounces', 2)], 'bounce', 2],
    ['it bounced again', [consent('hard-bounce', 3), consent('soft-bounces', 2)], 'bounce', 3],
    ['mail arrived later', [consent('hard-bounce', 2), delivered(3)], undefined],
    ['mail arrived before', [delivered(1), consent('hard-bounce', 2)], 'bounce', 2],
    ['mail arrived at that moment', [delivered(2), consent('hard-bounce', 2)], 'bounce', 2],
    ['the person came back', [consent('hard-bounce', 2), welcome(3)], undefined],
    ['the person left that moment', [consent('hard-bounce', 2), welcome(2)], undefined],
    ['the person complained', [consent('complaint', 2), delivered(3)], 'complaint', 2],
    ['it bounced after the complaint', [consent('complaint', 2), consent('hard-bounce', 3)], 'complaint', 2],
    ['the person complained and came back', [consent('complaint', 2), welcome(3)], undefined],
    [
      'the person complained, came back and it bounced',
      [consent('complaint', 2), welcome(3), consent('hard-bounce', 4)],
      'bounce',
      4,
    ],
    ['the person unsubscribed', [consent('one-click' as never, 2)], undefined],
  ])('is closed as its history says: %s', (_, events, why, n) => {
    expect(closedAddressIn(events)).toEqual(why && { why, at: day(n as number) });
  });
});

describe('a person of sales', () => {
  const team = { anna: { name: 'Anna Bos', away: [] }, bram: { name: 'Bram', away: [] } };

  it('is shown by name, and anybody else as entered', () => {
    expect(['anna', 'Carla', 'toString'].map((one) => personName(team, one))).toEqual([
      'Anna Bos',
      'Carla',
      'toString',
    ]);
  });

  it('is found by key or name', () => {
    expect(
      ['anna', ' ANNA bos ', 'Bram', 'Carla', 'toString', '', undefined].map((one) =>
        memberOf({ team }, one),
      ),
    ).toEqual([...['anna', 'anna', 'bram'], ...Array(4).fill(undefined)]);
  });
});
