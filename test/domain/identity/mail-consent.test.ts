import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMailConsent } from '../../../shared/domain/identity/mail-consent.ts';
import { newLead } from '../../../shared/domain/identity/new-lead.ts';
import type { AnyEvent, MailConsentChange } from '../../../shared/domain/tracking/event.ts';
import { LEAD, submission } from '../builders.ts';

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
const form = (hour: number) => submission('whitepaper', { at: at(hour), id: `form-${hour}` });
const change = (to: MailConsentChange['to'], hour: number): MailConsentChange => {
  const how = to === 'granted' ? 'confirmation' : 'one-click';
  return { type: 'mail-consent', id: `${to}-${hour}`, at: at(hour), receivedAt: at(hour), to, how };
};
const granted = (hour: number) => change('granted', hour);
const withdrawn = (hour: number) => change('withdrawn', hour);
const consentAfter = (events: AnyEvent[], doubleOptIn = true) =>
  withMailConsent(newLead(LEAD), events, doubleOptIn).mail;

describe('permission to be mailed', () => {
  it('is pending when the box was ticked', () => {
    expect(consentAfter([form(1)])).toBe('pending');
  });

  it('is granted after the owner of the address confirmed it', () => {
    expect(consentAfter([form(1), granted(2)])).toBe('granted');
  });

  it('stays granted whatever forms follow', () => {
    expect(consentAfter([form(1), granted(2), form(3)])).toBe('granted');
  });

  it('is withdrawn by the owner, whether or not it was confirmed', () => {
    expect(consentAfter([form(1), withdrawn(2)])).toBe('withdrawn');
    expect(consentAfter([form(1), granted(2), withdrawn(3)])).toBe('withdrawn');
  });

  it('must be confirmed again when it is given again after a withdrawal', () => {
    expect(consentAfter([form(1), granted(2), withdrawn(3), form(4)])).toBe('pending');
    expect(consentAfter([form(1), granted(2), withdrawn(3), form(4), granted(5)])).toBe('granted');
  });

  it('follows the latest event, and in a tie the withdrawal', () => {
    expect(consentAfter([withdrawn(5), granted(4)])).toBe('withdrawn');
    expect(consentAfter([withdrawn(5), granted(5), form(5)])).toBe('withdrawn');
  });

  it('is none without a ticked box, or from a bot', () => {
    const { permission: _, ...without } = form(1);
    expect(consentAfter([without, { ...form(2), spam: 'honeypot' }])).toBe('none');
  });

  it('is granted at once without double opt-in', () => {
    expect(consentAfter([form(1)], false)).toBe('granted');
    expect(consentAfter([form(1), withdrawn(2)], false)).toBe('withdrawn');
    expect(consentAfter([withdrawn(2), form(3)], false)).toBe('granted');
  });

  it('is the same for any order, repetition and split of the events', () => {
    const event = fc
      .tuple(fc.constantFrom(form, granted, withdrawn), fc.integer({ min: 0, max: 12 }))
      .map(([make, hour]) => make(hour) as AnyEvent);
    const arrivals = fc
      .array(event, { minLength: 1 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
          fc.nat(all.length * 2),
          fc.boolean(),
        ),
      );
    fc.assert(
      fc.property(arrivals, ([all, shuffled, split, doubleOptIn]) => {
        const half = withMailConsent(newLead(LEAD), shuffled.slice(0, split), doubleOptIn);
        expect(withMailConsent(half, shuffled.slice(split), doubleOptIn)).toEqual(
          withMailConsent(newLead(LEAD), all, doubleOptIn),
        );
      }),
    );
  });
});
