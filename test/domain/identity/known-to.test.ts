import { describe, expect, it } from 'vitest';
import { BACKUP_DAYS } from '../../../shared/domain/identity/backups.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { knownTo } from '../../../shared/domain/identity/known-to.ts';
import {
  contradictionsOf,
  type Profile,
  withCapture,
  withConfirmation,
  withLanding,
} from '../../../shared/domain/identity/profile.ts';
import {
  browserName,
  isConfirmed,
  isUnconfirmed,
  soleAsker,
  voiceOf,
} from '../../../shared/domain/identity/trust.ts';
import type { Import, MailConsentChange } from '../../../shared/domain/tracking/event.ts';
import { LEAD, NOW, pageView, reaction, submission } from '../builders.ts';

const OWN = 'the-browser-of-ann' as VisitorId;
const OTHER = 'another-browser' as VisitorId;
const EARLIER = '2026-11-20T10:00:00.000Z';
const first = submission('whitepaper', { visitor: OWN, at: EARLIER, values: { company: 'Acme' } });
const second = submission('demo', { visitor: OTHER, values: { company: 'Rival', phone: '030-1234567' } });
const known = [first, second].reduce<Profile | undefined>(
  (profile, event) => withCapture(profile, LEAD, event),
  undefined,
) as Profile;
const landed = (visitor: VisitorId, profile = known) => withLanding(profile, { visitor, receivedAt: NOW });
const fieldsFor = (visitor: VisitorId, profile = known) => [...knownTo(profile, visitor).fields].sort();

describe('a browser', () => {
  it('notices what it said itself, also where another is believed', () => {
    expect(known.values.company?.value).toBe('Acme');
    expect([fieldsFor(OWN), fieldsFor(OTHER)]).toEqual([['company'], ['company', 'phone']]);
    expect(fieldsFor('somebody-else-entirely' as VisitorId)).toEqual([]);
    expect(knownTo(known, OWN).speaks).toBe(false);
  });

  it('notices everything once a link in a mail led it here, and speaks if it gave the address itself', () => {
    expect(fieldsFor(OWN, landed(OWN))).toEqual(['company', 'phone']);
    expect(knownTo(landed(OWN), OWN).speaks).toBe(true);
    const reader = 'only-reads-mails' as VisitorId;
    expect(knownTo(landed(reader), reader)).toEqual({ speaks: false, fields: new Set(['company', 'phone']) });
    expect(fieldsFor(OTHER, landed(OWN))).toEqual(['company', 'phone']);
    expect(knownTo(landed(OWN), OTHER).speaks).toBe(false);
  });

  it('is asked again what a colleague emptied, until it or somebody else answered since', () => {
    const said = { type: 'import', source: 'console', email: 'ann@example.nl', by: 'anna' } as const;
    const at = '2026-11-22T13:00:00.000Z';
    const values = { company: '' };
    const emptied = withCapture(landed(OWN), LEAD, { ...said, id: 'said', at, receivedAt: at, values });
    expect(fieldsFor(OWN, emptied)).toEqual(['phone']);
    const later = { at: '2026-11-22T14:00:00.000Z', values: { company: 'Acme' } };
    const again = withCapture(emptied, LEAD, submission('demo', { visitor: OWN, ...later }));
    expect(fieldsFor(OWN, again)).toEqual(['company', 'phone']);
  });

  it('is named by the end of its id, and a form without one by its own', () => {
    expect(browserName(OWN)).toBe('owser-of-ann');
    expect(voiceOf({ visitor: OWN, id: 'x' })).toBe('owser-of-ann');
    expect(voiceOf({ id: 'a-long-id-of-a-form' } as never)).toBe('?id-of-a-form');
  });

  it('is confirmed by a landing or a click, and by nothing else', () => {
    expect(isConfirmed(known, browserName(OWN))).toBe(false);
    expect(isConfirmed({}, browserName(OWN))).toBe(false);
    expect(isConfirmed(landed(OWN), browserName(OWN))).toBe(true);
    expect(isConfirmed({ voices: { a: { confirmed: NOW } } }, 'a')).toBe(true);
    expect(isUnconfirmed(first, landed(OWN))).toBe(false);
    expect(isUnconfirmed(second, landed(OWN))).toBe(true);
    expect(isUnconfirmed(pageView('/', { visitor: OTHER }), landed(OWN))).toBe(true);
    expect(isUnconfirmed(pageView('/', { visitor: OWN }), landed(OWN))).toBe(false);
    expect(isUnconfirmed(reaction('open', 'm'), landed(OWN))).toBe(false);
  });
});

describe('a click in a mail', () => {
  const click: MailConsentChange = {
    ...{ type: 'mail-consent', id: 'c', at: NOW, receivedAt: NOW, to: 'granted', how: 'confirmation' },
  } as MailConsentChange;

  it('is remembered by the last one, and confirms the voice that asked', () => {
    const name = browserName(OWN);
    const once = withConfirmation(known, { ...click, voice: name });
    expect(once.clickedAt).toBe(NOW);
    expect(once.voices?.[name]).toMatchObject({ confirmed: NOW });
    expect(withConfirmation(once, { ...click, at: EARLIER }).clickedAt).toBe(NOW);
    expect(withConfirmation(known, click).voices?.[name]).not.toHaveProperty('confirmed');
  });

  it('on the page of preferences confirms permission, and no voice', () => {
    const changed = withConfirmation(known, { ...click, how: 'preferences' } as MailConsentChange);
    expect(changed).not.toHaveProperty('clickedAt');
    expect(changed.permissions.map(({ confirmedAt }) => confirmedAt)).toEqual([NOW, NOW]);
    expect(changed.voices).toEqual(known.voices);
  });

  it('confirms the request of the only one who asked since the last', () => {
    expect(soleAsker(known)).toBeUndefined();
    expect(soleAsker({ ...known, clickedAt: EARLIER })).toBe(browserName(OTHER));
    expect(soleAsker({ ...known, clickedAt: NOW })).toBeUndefined();
    expect(soleAsker({})).toBeUndefined();
  });
});

describe('what others say of a person', () => {
  const crm: Import = {
    ...{ type: 'import', id: 'i', at: EARLIER, receivedAt: NOW, source: 'crm', email: 'ann@example.nl' },
    values: { company: 'ACME', phone: '' },
  };

  it('is kept where it contradicts, each other value once, with who said it', () => {
    expect(contradictionsOf(known)).toEqual([
      { field: 'company', value: 'Rival', at: NOW, source: 'form demo', rank: 'form' },
    ]);
    expect(contradictionsOf(withCapture(undefined, LEAD, first))).toEqual([]);
    const both = withCapture(known, LEAD, crm);
    expect(both.values.company).toEqual({ value: 'ACME', at: NOW, source: 'crm' });
    expect(contradictionsOf(both).map(({ value }) => value)).toEqual(['Rival']);
    const again = withCapture(both, LEAD, submission('contact', { values: { company: 'rival ' } }));
    expect(contradictionsOf(again)).toHaveLength(1);
  });

  it('dates a profile by its first form, and each form by its last', () => {
    const { createdAt, forms, locale, email } = withCapture(known, LEAD, {
      ...second,
      at: EARLIER,
      locale: 'nl',
    });
    expect({ createdAt, email }).toEqual({ createdAt: EARLIER, email: 'ann@example.nl' });
    expect(forms).toEqual({ whitepaper: EARLIER, demo: NOW });
    expect(locale).toBe('en');
    expect(withCapture(undefined, LEAD, crm)).toEqual({
      ...{ id: LEAD, version: 0, email: 'ann@example.nl', createdAt: EARLIER, permissions: [], locale: 'en' },
      values: { company: { value: 'ACME', at: NOW, source: 'crm' } },
    });
  });

  it('is gone from backups after 35 days', () => {
    expect(BACKUP_DAYS).toBe(35);
  });
});
