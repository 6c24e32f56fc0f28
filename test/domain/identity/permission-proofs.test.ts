import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentFor } from '../../../shared/domain/identity/mail-consent.ts';
import {
  formOrigin,
  IMPORT,
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
  it('is unknown before anything was asked', () => {
    expect(allowed([])).toBeUndefined();
  });

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

describe('a confirmation', () => {
  const givenOn = (...days: number[]) =>
    days.map((day): PermissionProof => ({ ...words(['tips']), at: on(day), form: `form-${day}` }));
  const datesOf = (proofs: readonly PermissionProof[]) =>
    proofs.map(({ at, confirmedAt }) => [at, confirmedAt] as const);

  it.each<[string, string | undefined, [number, number?][]]>([
    ['without a withdrawal', undefined, [[1, 4], [2, 4], [3, 4], [4, 4], [5]]],
    ['since the last withdrawal', on(2), [[1], [2], [3, 4], [4, 4], [5]]],
    ['before a withdrawal at that moment', on(4), [[1, 4], [2, 4], [3, 4], [4, 4], [5]]],
    ['before a withdrawal after it', on(5), [[1, 4], [2, 4], [3, 4], [4, 4], [5]]],
  ])('that does not say what it confirms is of all that was given until then, %s', (_, withdrawn, days) => {
    const proofs = withConfirmed(givenOn(1, 2, 3, 4, 5), confirmation(4), withdrawn);
    expect(datesOf(proofs)).toEqual(days.map(([at, confirmed]) => [on(at), confirmed && on(confirmed)]));
  });

  it('leaves what was confirmed already as it was, unless the person withdrew since', () => {
    const once = withConfirmed(givenOn(1), confirmation(2));
    expect(datesOf(withConfirmed(once, confirmation(4)))).toEqual([[on(1), on(2)]]);
    expect(datesOf(withConfirmed(once, confirmation(4), on(1)))).toEqual([[on(1), on(2)]]);
    const [given] = givenOn(3);
    const again = { ...(given as PermissionProof), confirmedAt: on(2) };
    expect(datesOf(withConfirmed([again], confirmation(4), on(2)))).toEqual([[on(3), on(4)]]);
  });

  it('from before permission was by subject is of what was given until then for every subject', () => {
    const bare = (at: number, confirmed?: number): PermissionProof => ({
      ...{ wording: 'Yes', page: '/', form: 'demo', at: on(at) },
      ...(confirmed !== undefined && { confirmedAt: on(confirmed) }),
    });
    const proofs = [bare(1), bare(3), bare(4), bare(1, 2), bare(1, 5), ...givenOn(1)];
    expect(datesOf(withEarlierGrant(proofs, on(3)))).toEqual([
      ...[
        [on(1), on(3)],
        [on(3), on(3)],
        [on(4), undefined],
      ],
      ...[
        [on(1), on(3)],
        [on(1), on(5)],
        [on(1), undefined],
      ],
    ]);
  });
});

describe('what a confirmation would confirm', () => {
  const asked = stored(form('demo', 1, ['tips']), form('contact', 3, ['newsletter']));
  const confirmed = stored(form('demo', 1, ['tips']), click('demo', 2), form('contact', 2, ['newsletter']));
  const of = (proofs: PermissionProof[], withdrawn?: string, origin?: string) =>
    unconfirmed(proofs, withdrawn, origin).map(({ form: name }) => name);

  it('is what was asked since the last withdrawal, else what was confirmed before it, else all', () => {
    expect(of(asked)).toEqual(['demo', 'contact']);
    expect(of(asked, on(1))).toEqual(['contact']);
    expect(of(asked, on(3))).toEqual(['demo', 'contact']);
    expect(of(confirmed)).toEqual(['contact']);
    expect(of(confirmed, on(2))).toEqual(['demo']);
  });

  it('is of one form, or of other systems', () => {
    const both = withPermission(asked, imported(2, ['tips']));
    expect(of(both, undefined, formOrigin('demo'))).toEqual(['demo']);
    expect(of(both, undefined, IMPORT)).toEqual(['crm']);
    expect(of(both)).toEqual(['demo', 'crm', 'contact']);
  });

  it('is asked in a mail as long as one of its subjects is not granted', () => {
    const mailed = (proofs: PermissionProof[], name: string, withdrawn?: string) =>
      toConfirm(proofs, { withdrawn }, formOrigin(name)).map(({ subjects }) => subjects);
    const both = withPermission(confirmed, form('contact', 4, ['tips', 'product']));
    expect(mailed(both, 'contact')).toEqual([['newsletter'], ['tips', 'product']]);
    expect(mailed(both, 'contact', on(2))).toEqual([['tips', 'product']]);
    expect(mailed(asked, 'contact', on(3))).toEqual([]);
    expect(mailed(confirmed, 'demo', on(3))).toEqual([]);
    const every = stored(form('demo', 1), click('demo', 2), form('contact', 3, ['tips']), form('contact', 3));
    expect(mailed(every, 'contact')).toEqual([]);
    expect(mailed(stored(form('demo', 1)), 'demo')).toEqual([undefined]);
  });
});

describe('the proofs that are stored', () => {
  it('are of permissions only, with the page cut to a length that every address of ours has', () => {
    const { permission: _, ...without } = form('demo', 1);
    const known = stored(form('demo', 1));
    expect(withPermission(known, without)).toBe(known);
    expect(stored(form('demo', 1, ['tips'], 'x'.repeat(2_000)))[0]?.page).toBe('x'.repeat(1_024));
    const { permission, ...crm } = imported(1, ['tips']);
    const passedOn = { ...words(['tips']), ...permission, source: 'webshop' };
    expect(withPermission([], { ...crm, permission: passedOn })[0]?.form).toBe('webshop');
  });

  it('are the last eight that were given and the last eight that were confirmed, the oldest first', () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const given = days.map((day) => form(`form-${day}`, day, ['tips']));
    const clicks = days.map((day) => click(`form-${day}`, day + 10));
    const last = days.slice(1).map((day) => `form-${day}`);
    const names = (proofs: PermissionProof[]) => proofs.map(({ form: name }) => name);
    expect(names(stored(...given))).toEqual(last);
    expect(names(stored(...given.flatMap((one, n) => [one, clicks[n] ?? one])))).toEqual(last);
    const product = [form('product', 1, ['tips', 'product']), click('product', 2)];
    const news = [form('news', 1), click('news', 2)];
    const many = given.flatMap((one, n) => [one, clicks[n] ?? one]);
    expect(names(stored(...product, ...news, ...many))).toEqual(['news', 'product', ...last]);
  });

  it('are in each wording the last that was given, unless that one was confirmed', () => {
    const again = stored(form('demo', 2), click('demo', 3), form('demo', 1), form('demo', 2));
    expect(again).toEqual([{ ...words(), at: on(2), form: 'demo', confirmedAt: on(3) }]);
    const later = stored(
      form('demo', 1),
      form('demo', 2),
      click('demo', 3),
      form('demo', 4),
      form('demo', 5),
    );
    expect(later.map(({ at, confirmedAt }) => [at, confirmedAt])).toEqual([
      [on(2), on(3)],
      [on(5), undefined],
    ]);
  });

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
