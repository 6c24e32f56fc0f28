import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import {
  type Profile,
  valuesOf,
  withCapture,
  withConfirmation,
} from '../../../shared/domain/identity/profile.ts';
import { voiceOf } from '../../../shared/domain/identity/trust.ts';
import type { Import, MailConsentChange, Submission } from '../../../shared/domain/tracking/event.ts';
import { LEAD, NOW, submission, VISITOR } from '../builders.ts';

const imported = (values: Record<string, string>, at = NOW): Import => {
  const email = 'ann@example.nl';
  return { type: 'import', id: `import-${at}`, at, receivedAt: at, source: 'crm', email, values };
};
const merged = (...events: (Submission | Import)[]) =>
  events.reduce<Profile | undefined>(
    (profile, event) => withCapture(profile, LEAD, event),
    undefined,
  ) as Profile;

describe('a profile', () => {
  it('keeps the newest value of a browser, with its source and time, and when it first asked permission', () => {
    const [visitor, at] = [VISITOR, '2026-11-01T10:00:00.000Z'];
    const old = submission('whitepaper', { visitor, values: { company: 'Old' }, at });
    const fresh = submission('demo', { visitor, values: { company: 'New' } });
    expect(merged(fresh, old).values.company).toEqual({
      ...{ value: 'New', at: NOW, source: 'form demo', by: VISITOR, asked: at },
    });
  });

  it('remembers a form without a browser only while it waits for a click', () => {
    const { permission: _, ...bare } = submission();
    expect(merged(bare).voices).toEqual({});
    const asking = submission();
    expect(merged(bare, asking).voices).toEqual({ [voiceOf(asking)]: { asked: NOW } });
  });

  it('knows when a click in a mail last confirmed something, in any order', () => {
    const click = (at: string): MailConsentChange => ({
      ...{ type: 'mail-consent', id: at, at, receivedAt: at, to: 'granted', how: 'confirmation' },
    });
    const [early, late] = ['2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z'] as const;
    const profile = merged(submission('demo', { visitor: VISITOR }));
    for (const order of [
      [early, late],
      [late, early],
    ])
      expect(order.reduce((so, at) => withConfirmation(so, click(at)), profile)).toMatchObject({
        clickedAt: late,
        voices: { [VISITOR]: { since: NOW, asked: NOW } },
      });
    expect(Object.keys(withConfirmation(profile, click(late)).voices ?? {})).toEqual([VISITOR]);
    expect(withConfirmation(profile, { ...click(late), how: 'preferences' })).not.toHaveProperty('clickedAt');
  });

  it('is not emptied by an empty answer', () => {
    const known = submission('whitepaper', { values: { company: 'Acme' }, at: '2026-11-01T10:00:00.000Z' });
    expect(valuesOf(merged(known, submission('whitepaper', { values: { company: '' } })))).toEqual({
      company: 'Acme',
    });
  });

  it('is the same for any order and repetition of the forms', () => {
    const answer = fc
      .tuple(
        fc.constantFrom('a', 'b', ''),
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom('crm', 'nobody', 'browser-1', 'browser-2'),
        fc.constantFrom('nl', 'en'),
      )
      .map(([value, second, by, locale]) => {
        const at = `2026-11-0${second}T10:00:00.000Z`;
        const id = `${value}${second}${by}${locale}`;
        const values = { company: value };
        if (by === 'crm') return { ...imported(values, at), id };
        const visitor = by === 'nobody' ? {} : { visitor: by as VisitorId };
        return submission('whitepaper', { id, at, values, locale: locale as 'nl', ...visitor });
      });
    fc.assert(
      fc.property(
        fc
          .array(answer, { minLength: 1 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
          ),
        ([all, repeated]) => {
          expect(merged(...repeated)).toEqual(merged(...all));
        },
      ),
    );
  });
});
