import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentFor } from '../../../shared/domain/identity/mail-consent.ts';
import {
  formOrigin,
  type PermissionProof,
  subjectsOf,
  toConfirm,
  unconfirmed,
  withConfirmed,
  withEarlierGrant,
  withPermission,
} from '../../../shared/domain/identity/permission-proofs.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { Import, MailConsentChange, Submission } from '../../../shared/domain/tracking/event.ts';
import { lead, submission } from '../builders.ts';

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const words = (subjects?: readonly string[], page = '/') => ({
  ...{ wording: `Yes: ${subjects}`, page },
  ...(subjects && { subjects: [...subjects] }),
});
const form = (name: string, day: number, subjects?: readonly string[], page?: string) =>
  submission(name, { id: `${name}-${day}`, at: on(day), permission: words(subjects, page) });
const imported = (day: number, subjects: string[], confirmedAt?: string): Import => {
  const base = { id: `i-${day}`, at: on(day), receivedAt: on(day), source: 'crm', email: 'ann@example.nl' };
  const permission = { ...words(subjects), ...(confirmedAt && { confirmedAt }) };
  return { type: 'import', ...base, values: {}, permission };
};
const confirmation = (day: number, proofs?: PermissionProof[]) => ({
  at: on(day),
  ...(proofs && { confirms: proofs.map(({ confirmedAt: _, ...proof }) => proof) }),
});

/** What is stored after these events: a number is a click on that day on the button of a mail from that form. */
const stored = (...events: (Submission | Import | { at: string; of: string })[]) =>
  events.reduce<PermissionProof[]>(
    (proofs, event) =>
      'of' in event
        ? withConfirmed(proofs, {
            at: event.at,
            confirms: unconfirmed(proofs, undefined, formOrigin(event.of)),
          })
        : withPermission(proofs, event),
    [],
  );
const click = (of: string, day: number) => ({ at: on(day), of });
const allowed = (proofs: PermissionProof[], withdrawn?: string) =>
  subjectsOf(proofs, { withdrawn, doubleOptIn: true });

describe('permission by subject', () => {
  it('is for the subjects of what was confirmed, and no more', () => {
    const proofs = stored(form('demo', 1, ['tips']), form('newsletter', 2, ['newsletter']), click('demo', 3));
    expect(allowed(proofs)).toEqual({ tips: 'granted', newsletter: 'pending' });
    const ann = lead({ mail: 'granted', subjects: allowed(proofs) ?? {} });
    expect(['tips', 'newsletter', 'product'].map((subject) => consentFor(ann, subject))).toEqual([
      ...['granted', 'pending', 'none'],
    ]);
  });

  it('adds up all that was confirmed since the last withdrawal', () => {
    const proofs = stored(
      ...[form('demo', 1, ['tips']), click('demo', 2), form('newsletter', 3, ['newsletter'])],
      click('newsletter', 5),
    );
    expect(allowed(proofs)).toEqual({ tips: 'granted', newsletter: 'granted' });
    expect(allowed(proofs, on(4))).toEqual({ newsletter: 'granted' });
    expect(allowed(proofs, on(5))).toEqual({});
  });

  it('is for all that was asked, without double opt-in', () => {
    const proofs = stored(form('demo', 1, ['tips']));
    expect(subjectsOf(proofs, { doubleOptIn: false })).toEqual({ tips: 'granted' });
    expect(subjectsOf(proofs, { doubleOptIn: false, withdrawn: on(2) })).toEqual({});
  });

  it('is for every subject when it was given before wordings named them', () => {
    const asked = stored(form('demo', 1));
    expect(consentFor(lead({ mail: 'pending', subjects: allowed(asked) ?? {} }), 'tips')).toBe('pending');
    const old = withConfirmed(asked, confirmation(2));
    expect(consentFor(lead({ mail: 'granted', subjects: allowed(old) ?? {} }), 'tips')).toBe('granted');
    expect(consentFor(lead({ mail: 'granted' }), 'tips')).toBe('granted');
    expect(allowed(withEarlierGrant(asked, on(9)), on(5))).toEqual({ '*': 'granted' });
  });

  it('is asked for again in a mail until it is granted, whichever form granted it', () => {
    const asked = stored(form('demo', 1, ['tips']), form('newsletter', 1, ['newsletter']));
    const of = (proofs: PermissionProof[], name: string) =>
      toConfirm(proofs, {}, formOrigin(name)).map(({ subjects }) => subjects);
    expect(of(asked, 'demo')).toEqual([['tips']]);
    expect(of(asked, 'contact')).toEqual([]);
    const confirmed = stored(form('demo', 1, ['tips']), click('demo', 2), form('contact', 3, ['tips']));
    expect(of(confirmed, 'contact')).toEqual([]);
    expect(toConfirm(confirmed, { withdrawn: on(4) }, formOrigin('contact'))).toEqual([]);
    expect(toConfirm(confirmed, { ticked: { tips: false } }, formOrigin('contact'))).toMatchObject([
      { form: 'contact', subjects: ['tips'] },
    ]);
    expect(toConfirm(confirmed, { ticked: { tips: false } }, formOrigin('demo'))).toEqual([]);
  });

  it('comes back as it was, for who confirms again after a withdrawal', () => {
    const proofs = stored(form('demo', 1, ['tips']), click('demo', 2), form('newsletter', 2, ['newsletter']));
    expect(unconfirmed(proofs, on(3)).map(({ subjects }) => subjects)).toEqual([['tips']]);
    const again = withPermission(proofs, form('newsletter', 4, ['newsletter']));
    expect(unconfirmed(again, on(3)).map(({ subjects }) => subjects)).toEqual([['newsletter']]);
  });
});

describe('permission that another system passes on', () => {
  it('is granted when it was confirmed there, and else has still to be confirmed', () => {
    expect(allowed(stored(imported(1, ['tips'])))).toEqual({ tips: 'pending' });
    const proofs = stored(imported(1, ['tips'], on(2)));
    expect(allowed(proofs)).toEqual({ tips: 'granted' });
    expect(proofs).toEqual([
      {
        wording: 'Yes: tips',
        page: '/',
        subjects: ['tips'],
        at: on(1),
        form: 'crm',
        imported: true,
        confirmedAt: on(2),
      },
    ]);
  });

  it('undoes no withdrawal, however recent it says to be', () => {
    expect(allowed(stored(imported(1, ['tips'], on(2))), on(3))).toEqual({});
    expect(allowed(stored(imported(1, ['tips'], on(4))), on(3))).toEqual({});
    expect(allowed(stored(imported(4, ['tips'], on(5))), on(3))).toEqual({ tips: 'pending' });
  });
});

describe('the proofs that are stored', () => {
  const event = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('demo', 'contact', 'newsletter'),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, ['tips'], ['tips', 'newsletter']),
        fc.constantFrom('/a', '/b'),
      )
      .map(([name, day, subjects, page]) => form(name, day, subjects, page)),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
      .map(([day, more, isConfirmed]) => imported(day, ['tips'], isConfirmed ? on(day + more) : undefined)),
    fc
      .tuple(
        fc.constantFrom('demo', 'contact'),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
      )
      .map(([name, day, more]) => confirmation(day + more, withPermission([], form(name, day, ['tips'])))),
  );
  const merged = (events: readonly (Submission | Import | Pick<MailConsentChange, 'at' | 'confirms'>)[]) =>
    events.reduce<PermissionProof[]>(
      (proofs, one) => ('type' in one ? withPermission(proofs, one) : withConfirmed(proofs, one)),
      [],
    );

  it('are the same for any order and repetition', () => {
    const arrivals = fc
      .array(event, { minLength: 1, maxLength: 12 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      );
    fc.assert(
      fc.property(arrivals, ([all, shuffled]) => {
        expect(merged(shuffled)).toEqual(merged(all));
      }),
    );
  });

  it('stay small after ten thousand submissions with long names of pages, and lose no subject', () => {
    const forms = ['whitepaper', 'contact', 'demo', 'newsletter'];
    let proofs = stored(form('product', 1, ['product']), click('product', 2));
    let largest = 0;
    for (let n = 0; n < 10_000; n++) {
      const permission = {
        ...{ wording: `${n % 2} ${'w'.repeat(200)}`, page: `https://x.nl/${n}?${'p'.repeat(2_000)}` },
        subjects: ['tips'],
      };
      proofs = withPermission(proofs, submission(forms[n % 4] ?? '', { at: plus(on(3), n), permission }));
      if (n % 100 === 0) largest = Math.max(largest, JSON.stringify(proofs).length);
      const [last] = proofs.slice(-1);
      if (last && n % 500 === 0) {
        proofs = withConfirmed(proofs, { at: plus(on(4), n), confirms: [{ ...last, form: `old-${n}` }] });
      }
    }
    expect(proofs.length).toBeLessThanOrEqual(20);
    expect(largest).toBeLessThan(25_000);
    expect(allowed(proofs)).toEqual({ product: 'granted', tips: 'granted' });
  });
});
