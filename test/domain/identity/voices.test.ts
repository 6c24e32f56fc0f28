import { describe, expect, it } from 'vitest';
import { consentFor, withMailConsent } from '../../../shared/domain/identity/mail-consent.ts';
import { rankClaims, rankOf, type Voice, withVoice } from '../../../shared/domain/identity/trust.ts';
import type { Import } from '../../../shared/domain/tracking/event.ts';
import { lead } from '../builders.ts';

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

  it('leaves two of browsers and one of a form without a browser, besides the sole asker and other systems', () => {
    const claims = ['a', 'b', 'c', 'asker', '?x', '?y', undefined].map((by, n) => claim(by, n + 1));
    const asking = { voices: { asker: { asked: day(9) } } };
    expect(rankClaims(claims, asking).map(({ by }) => by)).toEqual([undefined, 'a', 'b', 'asker', '?x']);
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
