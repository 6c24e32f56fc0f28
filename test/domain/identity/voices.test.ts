import { describe, expect, it } from 'vitest';
import { consentFor, withMailConsent } from '../../../shared/domain/identity/mail-consent.ts';
import {
  isUnconfirmed,
  rankClaims,
  rankOf,
  type Voice,
  voiceOf,
  withoutForgotten,
  withVoice,
} from '../../../shared/domain/identity/trust.ts';
import type { Import } from '../../../shared/domain/tracking/event.ts';
import { lead, submission } from '../builders.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`;
const claim = (by: string | undefined, at: number, more: object = {}) => ({
  ...{ value: `v${at}`, at: day(at), source: 'form demo', ...(by && { by }), ...more },
});
const voicesOf = (count: number, voice: (n: number) => Voice) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`v${10 + n}`, voice(n + 1)]));
const kept = (voices: Record<string, Voice>) => Object.keys(withVoice({ voices }, 'v10', {}));

describe('the voices that are kept of an address', () => {
  it('are the last ten that were confirmed, however they were', () => {
    const names = ['v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19', 'v20', 'v21'];
    expect(kept(voicesOf(12, (n) => ({ confirmed: day(n) })))).toEqual(names);
    expect(
      kept(voicesOf(12, (n) => (n % 2 ? { landed: day(n) } : { confirmed: day(n), landed: day(1) }))),
    ).toEqual(names);
  });

  it('are the first six that were not, and the last two that asked', () => {
    expect(kept(voicesOf(9, (n) => ({ since: day(n) })))).toEqual(['v10', 'v11', 'v12', 'v13', 'v14', 'v15']);
    expect(kept(voicesOf(9, (n) => ({ asked: day(n) })))).toEqual(['v17', 'v18']);
  });
});

describe('the voices that are kept, whatever their names', () => {
  /** The later its name, the earlier its time. */
  const backwards = (count: number, voice: (n: number) => Voice) =>
    voicesOf(count, (n) => voice(count + 1 - n));
  const firstTen = ['v10', 'v11', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19'];

  it('are the last that were confirmed, by the later of a click and a link', () => {
    expect(kept(backwards(12, (n) => ({ confirmed: day(n), since: day(n) })))).toEqual(firstTen);
    expect(kept(backwards(12, (n) => ({ landed: day(n) })))).toEqual(firstTen);
    const both = (n: number) =>
      n % 2 ? { confirmed: day(1), landed: day(n) } : { confirmed: day(n), landed: day(1) };
    expect(kept(backwards(12, both))).toEqual(firstTen);
  });

  it('are the first that were not, and the last that asked since a click', () => {
    expect(kept(backwards(9, (n) => ({ since: day(n) })))).toEqual([
      'v13',
      'v14',
      'v15',
      'v16',
      'v17',
      'v18',
    ]);
    const asking = backwards(9, (n) => ({ asked: day(n) }));
    expect(kept(asking)).toEqual(['v10', 'v11']);
    expect(Object.keys(withoutForgotten({ voices: asking, clickedAt: day(8) }))).toEqual(['v10']);
  });
});

describe('the rank of a claim', () => {
  const speakers = { voices: { ann: { confirmed: day(5) }, bob: { landed: day(5) } } };

  it.each([
    [claim(undefined, 1), 'crm'],
    [claim('ann', 1, { asked: day(5) }), 'person'],
    [claim('ann', 1, { asked: day(6) }), 'browser'],
    [claim('ann', 1), 'browser'],
    [claim('bob', 1, { asked: day(1) }), 'browser'],
    [claim('eve', 1, { asked: day(1) }), 'form'],
  ])('of %j is %s', (one, rank) => {
    expect(rankOf(one, speakers)).toBe(rank);
  });

  it('is that of a form when nobody is known, and the first of these wins', () => {
    expect(rankOf(claim('ann', 1, { asked: day(1) }), {})).toBe('form');
    expect(rankClaims([claim('a', 2), claim('b', 1)], {}).map(({ by }) => by)).toEqual(['b', 'a']);
  });

  it('of browsers of the owner is the same, and the newest wins', () => {
    const both = {
      voices: { ann: { landed: day(5), since: day(1) }, bob: { landed: day(5), since: day(2) } },
    };
    const claims = [claim('ann', 2), claim('bob', 3)];
    for (const order of [claims, claims.toReversed()])
      expect(rankClaims(order, both).map(({ by }) => by)).toEqual(['bob', 'ann']);
  });

  it('is that of a voice: of what it said at one moment one value stays, whatever the order', () => {
    const claims = [claim('ann', 1, { value: 'a' }), claim('ann', 1, { value: 'b' })];
    for (const order of [claims, claims.toReversed()])
      expect(rankClaims(order, speakers)).toStrictEqual([claim('ann', 1, { value: 'b' })]);
  });

  it('counts a form without a browser that was confirmed with those of browsers', () => {
    const claims = ['?x', '?y', 'a', 'b'].map((by, n) => claim(by, n + 1));
    const confirmed = { voices: { '?x': { confirmed: day(9) } } };
    expect(rankClaims(claims, confirmed).map(({ by }) => by)).toEqual(['?x', '?y', 'a']);
  });

  it('leaves two of browsers and one of a form without a browser, besides the sole asker and other systems', () => {
    const claims = ['a', 'b', 'c', 'asker', '?x', '?y', undefined].map((by, n) => claim(by, n + 1));
    const asking = { voices: { asker: { asked: day(9) } } };
    expect(rankClaims(claims, asking).map(({ by }) => by)).toEqual([undefined, 'a', 'b', 'asker', '?x']);
  });
});

describe('a form without a browser', () => {
  it('is confirmed by a click that names it, and by nothing else', () => {
    const sent = submission('demo', { id: 'event-of-nobody' });
    expect(isUnconfirmed(sent, {})).toBe(true);
    expect(isUnconfirmed(sent, { voices: { [voiceOf(sent)]: { confirmed: day(1) } } })).toBe(false);
  });
});

describe('consent', () => {
  it('for a subject is that of the subject, or of every subject', () => {
    const granted = { mail: 'granted', subjects: { tips: 'pending', news: 'granted' } } as const;
    expect(['tips', 'news', 'other', undefined].map((one) => consentFor(granted, one))).toEqual([
      ...['pending', 'granted', 'none', 'granted'],
    ]);
    expect(consentFor({ ...granted, mail: 'withdrawn' }, 'news')).toBe('withdrawn');
    const every = { mail: 'granted', subjects: { tips: 'pending', '*': 'granted' } } as const;
    expect([consentFor(every, 'tips'), consentFor(every, 'other')]).toEqual(['granted', 'granted']);
    const asked = { mail: 'pending', subjects: { '*': 'pending' } } as const;
    expect(consentFor(asked, 'other')).toBe('pending');
  });

  it('that another system vouches for is granted, until the person withdraws', () => {
    const permission = { wording: 'Yes', page: '', confirmedAt: day(3) };
    const imported = (more: object): Import => ({
      ...{
        type: 'import',
        id: 'i',
        at: day(4),
        receivedAt: day(4),
        source: 'crm',
        email: 'a@b.nl',
        values: {},
      },
      ...more,
    });
    const mail = (event: Import, permissions = {}) =>
      withMailConsent(lead({ permission: permissions }), [event], true).mail;
    expect(mail(imported({ permission }))).toBe('granted');
    expect(mail(imported({ permission: { wording: 'Yes', page: '' } }))).toBe('pending');
    expect(mail(imported({ permission }), { withdrawn: day(2) })).toBe('pending');
    expect(mail(imported({ permission }), { withdrawn: day(5) })).toBe('withdrawn');
    const unknown = lead();
    expect(withMailConsent(unknown, [imported({})], false)).toBe(unknown);
  });
});
