import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { PermissionProof } from '../../../shared/domain/identity/permission-proofs.ts';
import type { Mailing } from '../../../shared/domain/nurture/mailing.ts';
import {
  askedOf,
  asSaved,
  getsMailAbout,
  getsMarketingMail,
  type Preferences,
} from '../../../shared/domain/nurture/preferences.ts';
import { lead } from '../builders.ts';
import { mailing, onDay, profile } from './builders.ts';
import { mail } from './mails.ts';

const left = { suppressed: { why: 'unsubscribed', at: onDay(5) } } as const;

describe('a person', () => {
  const gets = (person: Partial<Lead>, state: Partial<Mailing> = {}) => {
    const who = { lead: lead(person), mailing: mailing(state) };
    return [getsMarketingMail(who), getsMailAbout('tips', who)];
  };

  it('gets mail about the subjects of the permission', () => {
    expect(gets({ mail: 'granted' })).toEqual([true, true]);
    expect(gets({ mail: 'granted', subjects: { tips: 'granted' } })).toEqual([true, true]);
    expect(gets({ mail: 'granted', subjects: { news: 'granted' } })).toEqual([true, false]);
    expect(gets({ mail: 'granted', subjects: { tips: 'pending' } })).toEqual([true, false]);
    expect(gets({ mail: 'pending' })).toEqual([false, false]);
  });

  it('gets none about a subject that was switched off, and none at all after unsubscribing', () => {
    expect(gets({ mail: 'granted' }, { subjects: { tips: false } })).toEqual([true, false]);
    expect(gets({ mail: 'granted' }, { subjects: { tips: true, news: false } })).toEqual([true, true]);
    expect(gets({ mail: 'granted' }, left)).toEqual([false, false]);
  });
});

describe('the preferences that a person just saved', () => {
  const named = { nl: 'Onderwerp', en: 'Subject' };
  const saved = (person: Partial<Lead>, ...ticked: string[]) => {
    const before: Preferences = {
      ...{ mail: mail(), lead: lead(person), profile: profile(), mailing: mailing(), company: 'Example' },
      ...{ subjects: { tips: named, news: named }, fields: {}, events: [], mails: [] },
    };
    return { before, after: asSaved(before, ticked) };
  };

  it('have what was ticked as granted, beside what was', () => {
    const { before, after } = saved(
      { mail: 'pending', subjects: { tips: 'pending', old: 'granted' } },
      'tips',
    );
    expect(after).toEqual({
      ...before,
      lead: { ...before.lead, mail: 'granted', subjects: { tips: 'granted', old: 'granted' } },
    });
    const first = saved({ mail: 'none' }, 'news').after;
    expect(first.lead).toMatchObject({ mail: 'granted', subjects: { news: 'granted' } });
  });

  it('are as they were when nothing was ticked that the playbook has, or all was granted', () => {
    for (const { before, after } of [
      saved({ mail: 'pending', subjects: {} }),
      saved({ mail: 'pending', subjects: {} }, 'gone'),
      saved({ mail: 'granted' }, 'tips'),
    ])
      expect(after).toBe(before);
    const { after } = saved({ mail: 'granted', subjects: { news: 'granted' } }, 'tips');
    expect(after.lead.subjects).toEqual({ news: 'granted', tips: 'granted' });
  });
});

describe('what a person confirms', () => {
  const proof = (form: string, day: number, more: Partial<PermissionProof> = {}): PermissionProof => ({
    ...{ form, at: onDay(day), wording: 'Yes', page: '', subjects: ['tips'] },
    ...more,
  });
  const demo = proof('demo', 1);
  const paper = proof('whitepaper', 2);
  const old = proof('demo', 1, { confirmedAt: onDay(2) });
  const asked = (
    how: 'confirmation' | 'preferences',
    permissions: PermissionProof[],
    person: Partial<Lead> = {},
    state: Partial<Mailing> = {},
  ) =>
    askedOf(
      {
        ...{ mail: mail({ asks: 'form whitepaper' }), permissions },
        lead: lead({ mail: 'pending', ...person }),
        mailing: mailing(state),
      },
      how,
    );

  it('is what the mail asked, or on the preferences page all that was asked', () => {
    expect(asked('confirmation', [demo, paper])).toEqual([paper]);
    expect(asked('preferences', [demo, paper])).toEqual([demo, paper]);
  });

  it('is nothing for a lead from before permission was by subject, until it unsubscribes', () => {
    for (const how of ['preferences', 'confirmation'] as const)
      expect(asked(how, [demo, paper], { mail: 'granted' })).toEqual([]);
    expect(asked('preferences', [demo], { mail: 'granted', subjects: {} })).toEqual([demo]);
    expect(asked('preferences', [old], { mail: 'granted' }, left)).toEqual([old]);
  });

  it('is nothing on the preferences page about subjects that are granted already', () => {
    const granted = { mail: 'granted', subjects: { tips: 'granted' } } as const;
    const news = proof('newsletter', 3, { subjects: ['news'] });
    expect(asked('preferences', [demo, paper, news], granted)).toEqual([news]);
    expect(asked('confirmation', [demo, paper, news], granted)).toEqual([paper]);
    const both = proof('demo', 4, { subjects: ['tips', 'news'] });
    const { subjects: _, ...all } = proof('demo', 5);
    expect(asked('preferences', [both, all], granted)).toEqual([both, all]);
    const forAll = { mail: 'granted', subjects: { '*': 'granted' } } as const;
    expect(asked('preferences', [both, all], forAll)).toEqual([]);
  });

  it('is what the person had before unsubscribing, unless it asked anew', () => {
    const again = proof('demo', 6);
    expect(asked('preferences', [old, paper], {}, left)).toEqual([old]);
    expect(asked('preferences', [old, again], {}, left)).toEqual([again]);
    const withdrawn = { mail: 'withdrawn', permission: { withdrawn: onDay(7) } } as const;
    expect(asked('preferences', [old, again], withdrawn, left)).toEqual([old]);
    const earlier = { permission: { withdrawn: onDay(3) } };
    expect(asked('preferences', [old, again], earlier, left)).toEqual([again]);
    const bounced = { suppressed: { why: 'hard-bounce', at: onDay(9) } } as const;
    expect(asked('preferences', [demo, again], {}, bounced)).toEqual([demo, again]);
  });
});
