import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import {
  type Profile,
  valuesOf,
  withCapture,
  withConfirmation,
} from '../../../shared/domain/identity/profile.ts';
import type { Import, MailConsentChange, Submission } from '../../../shared/domain/tracking/event.ts';
import { LEAD, submission } from '../builders.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`;
const from = (visitor: string | undefined, at: number, values: Record<string, string>, ticked = false) => {
  const { permission, ...sent } = submission('demo', { at: day(at), values });
  return {
    ...sent,
    ...(visitor && { visitor: visitor as VisitorId }),
    ...(ticked && permission && { permission }),
  };
};
const imported = (at: number, values: Record<string, string>): Import => {
  const base = { id: `import-${at}`, at: day(at), receivedAt: day(at) };
  return { type: 'import', ...base, source: 'form filler', email: 'ann@example.nl', values };
};
const merged = (first: Submission | Import, ...events: (Submission | Import)[]): Profile =>
  events.reduce((profile, event) => withCapture(profile, LEAD, event), withCapture(undefined, LEAD, first));
const confirmed = (profile: Profile, at: number) => {
  const base = { id: `confirm-${at}`, at: day(at), receivedAt: day(at) };
  const change: MailConsentChange = { type: 'mail-consent', ...base, to: 'granted', how: 'confirmation' };
  return valuesOf(withConfirmation(profile, change));
};

const own = from('ann', 1, { company: 'Acme' });

describe('a lead that gave its own answers', () => {
  it('can correct them', () => {
    expect(valuesOf(merged(own, from('ann', 2, { company: 'Acme B.V.' })))).toEqual({ company: 'Acme B.V.' });
  });

  it.each([
    ['another browser', from('mallory', 2, { company: 'Evil', phone: '1' })],
    ['a browser that is not known again', from(undefined, 2, { company: 'Evil', phone: '1' })],
    ['another system, whatever it calls itself', imported(2, { company: 'Evil', phone: '1' })],
  ])('is not overruled by %s, which can only add answers', (_, other) => {
    const expected = { company: 'Acme', phone: '1' };
    expect(valuesOf(merged(own, other))).toEqual(expected);
    expect(valuesOf(merged(other, { ...own, at: day(3) })).phone).toBe('1');
  });

  it('is not overruled by a browser that keeps trying', () => {
    const tries = [2, 3, 4].map((at) => from('mallory', at, { company: 'Evil' }));
    expect(valuesOf(merged(own, ...tries))).toEqual({ company: 'Acme' });
  });

  it('keeps its language', () => {
    expect(merged(own, { ...from('mallory', 2, {}), locale: 'nl' }).locale).toBe('en');
    expect(merged(own, { ...from('ann', 2, {}), locale: 'nl' }).locale).toBe('nl');
  });
});

describe('another browser of the same person', () => {
  const phone = from('phone', 2, { company: 'Acme B.V.' }, true);

  it('is trusted once the owner of the address confirms its request', () => {
    const profile = merged(own, phone);
    expect(valuesOf(profile)).toEqual({ company: 'Acme' });
    expect(confirmed(profile, 3)).toEqual({ company: 'Acme B.V.' });
  });

  it('is not trusted when another request was confirmed', () => {
    expect(confirmed(merged(own, { ...phone, at: day(4) }), 3)).toEqual({ company: 'Acme' });
    expect(confirmed(merged(own, from('phone', 2, { company: 'Evil' })), 3)).toEqual({ company: 'Acme' });
  });

  it('is not trusted when a stranger made a request as well: the confirmation is ambiguous', () => {
    const stranger = from('mallory', 2, { company: 'Evil' }, true);
    const asked = from('ann', 1, { company: 'Acme' }, true);
    expect(confirmed(merged(asked, stranger), 3)).toEqual({ company: 'Acme' });
    expect(confirmed(merged(own, phone, from(undefined, 2, {}, true)), 3)).toEqual({ company: 'Acme' });
  });

  it('can correct its own additions until somebody else confirms them', () => {
    const added = [from('phone', 2, { phone: '1' }), from('phone', 3, { phone: '2' })];
    expect(valuesOf(merged(own, ...added)).phone).toBe('2');
    expect(valuesOf(merged(own, ...added, from('mallory', 4, { phone: '3' }))).phone).toBe('2');
    expect(valuesOf(merged(own, ...added, from('ann', 5, { phone: '4' }))).phone).toBe('4');
  });
});

describe('the answers of a lead', () => {
  const values = fc.dictionary(
    fc.constantFrom('company', 'phone', 'employees'),
    fc.constantFrom('', '1', '2', '3'),
  );
  const moment = fc.integer({ min: 2, max: 28 });
  const own = fc.tuple(moment, values).map(([at, said]) => from('ann', at, said));
  const others = fc.oneof(
    fc
      .tuple(fc.constantFrom('mallory', 'eve', undefined), moment, values)
      .map(([by, at, said]) => from(by, at, said)),
    fc.tuple(moment, values).map(([at, said]) => imported(at, said)),
  );

  it('do not depend on what others say, in any order', () => {
    const histories = fc
      .tuple(fc.array(own, { maxLength: 4 }), fc.array(others, { maxLength: 6 }))
      .chain(([mine, theirs]) =>
        fc.tuple(fc.constant(mine), fc.shuffledSubarray([...mine, ...theirs], { minLength: mine.length })),
      );
    fc.assert(
      fc.property(histories, ([mine, others]) => {
        const first = from('ann', 1, { company: 'Acme' });
        const all = [...others, ...mine];
        expect(valuesOf(merged(first, ...all))).toMatchObject(valuesOf(merged(first, ...mine)));
        expect(valuesOf(merged(first, ...all, ...all))).toEqual(valuesOf(merged(first, ...all)));
      }),
    );
  });
});
