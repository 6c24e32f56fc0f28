import { describe, expect, it } from 'vitest';
import { isLeadId, isMailId, isVisitorId } from '../../../shared/domain/identity/ids.ts';
import { isErased, type Lead, STAGES } from '../../../shared/domain/identity/lead.ts';
import {
  newLead,
  withCampaign,
  withCaptures,
  withSubjects,
} from '../../../shared/domain/identity/new-lead.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import type { Import, Submission } from '../../../shared/domain/tracking/event.ts';
import { LEAD, lead, NOW, pageView, submission, VISITOR } from '../builders.ts';

const EARLIER = '2026-11-20T10:00:00.000Z';
const rules = {
  employees: { badBelow: 5, goodFrom: 20, goodTo: 1_000 },
  ...{ freeMail: 'bad' as const, excludedDomains: [] },
};
const imported = (more: Partial<Import> = {}): Import => ({
  ...{ type: 'import', id: 'i', at: NOW, receivedAt: NOW, source: 'crm', email: 'ann@acme.nl', values: {} },
  ...more,
});
const captured = (answers: (Submission | Import)[], known: Lead = newLead(LEAD)) =>
  withCaptures(known, answers, undefined, rules);

describe('a new lead', () => {
  it('is a name about whom nothing is known', () => {
    expect(newLead(LEAD)).toEqual({
      ...{ id: LEAD, version: 0, playbook: 0, stage: 'name', stageAt: '', changedAt: '' },
      ...{ fit: 'unknown', readiness: 'not-ready', mail: 'none', tracking: 'denied', interest: false },
      ...{ points: { daily: {}, window: {} }, score: 0, band: 'newsletter', bandAt: '' },
    });
  });

  it('is interested when it sent a form, or when the other system says so', () => {
    expect(captured([submission()]).interest).toBe(true);
    expect(captured([imported({ interest: 'Webinar' })]).interest).toBe(true);
    expect(captured([imported()]).interest).toBe(false);
    expect(captured([imported()], lead({ interest: true })).interest).toBe(true);
  });

  it('may be tracked once a form came with the id of its browser', () => {
    expect(captured([submission('demo', { visitor: VISITOR })]).tracking).toBe('granted');
    expect(captured([submission('demo')]).tracking).toBe('denied');
    expect(captured([imported()]).tracking).toBe('denied');
  });

  it('comes from its first form or import, in any order', () => {
    const first = submission('whitepaper', { at: EARLIER });
    const origins = [
      [first, submission('demo')],
      [submission('demo'), first],
    ].map((answers) => captured(answers).origin);
    expect(origins).toEqual(Array(2).fill({ form: 'whitepaper', at: EARLIER }));
    expect(captured([submission('demo'), imported({ at: EARLIER })]).origin).toEqual({ at: EARLIER });
    const twins = [submission('whitepaper'), submission('demo')];
    expect([captured(twins).origin, captured([...twins].reverse()).origin]).toEqual(
      Array(2).fill({ form: 'demo', at: NOW }),
    );
    const atOnce = [imported(), submission('Demo')];
    expect([captured(atOnce).origin, captured([...atOnce].reverse()).origin]).toEqual(
      Array(2).fill({ at: NOW }),
    );
    const campaign = { campaign: 'spring', campaignAt: NOW };
    expect(captured([first], lead({ origin: { ...campaign, form: 'demo', at: NOW } })).origin).toEqual({
      ...{ ...campaign, form: 'whitepaper', at: EARLIER },
    });
  });

  it('has the fit of its profile', () => {
    const form = submission('demo', { email: 'ann@acme.nl', values: { employees: '50' } });
    const profile = withCapture(undefined, LEAD, form);
    expect(withCaptures(newLead(LEAD), [form], profile, rules).fit).toBe('good');
    expect(captured([form], lead({ fit: 'bad' })).fit).toBe('bad');
  });
});

describe('a raised hand', () => {
  const raise = (at: string) => submission('contact', { at, handRaise: true });

  it('counts at its last time', () => {
    expect(captured([raise(NOW), raise(EARLIER)]).raisedAt).toBe(NOW);
    expect(captured([raise(EARLIER), raise(NOW)]).raisedAt).toBe(NOW);
    expect(captured([submission('contact')]).raisedAt).toBeUndefined();
    expect(captured([raise(EARLIER)], lead({ raisedAt: NOW })).raisedAt).toBe(NOW);
  });

  it('that arrives after sales returned or lost the lead counts just after that', () => {
    const returned = { reason: 'not-ready', at: NOW, points: 0 } as const;
    const after = '2026-11-22T12:00:00.001Z';
    expect(captured([raise(EARLIER)], lead({ returned })).raisedAt).toBe(after);
    expect(captured([raise(NOW)], lead({ returned })).raisedAt).toBe(after);
    expect(captured([raise(EARLIER)], lead({ lost: { reason: 'x', at: NOW } })).raisedAt).toBe(after);
    const both = { returned: { ...returned, at: EARLIER }, lost: { reason: 'x', at: NOW } };
    expect(captured([raise(EARLIER)], lead(both)).raisedAt).toBe(after);
    const long = { returned: { ...returned, at: '2026-11-01T10:00:00.000Z' } };
    expect(captured([raise(EARLIER)], lead(long)).raisedAt).toBe(EARLIER);
  });
});

describe('the campaign of a lead', () => {
  const view = (name: string | undefined, at = NOW) => pageView('/', { at, campaign: { name } as never });
  const known = lead({ origin: { form: 'demo', at: NOW } });
  const campaignOf = (...events: Parameters<typeof withCampaign>[1]) => withCampaign(known, events).origin;

  it('is the first that led a person to the website, in any order', () => {
    const first = { form: 'demo', at: NOW, campaign: 'spring', campaignAt: EARLIER };
    expect(campaignOf(view('autumn'), view('spring', EARLIER))).toEqual(first);
    expect(campaignOf(view('spring', EARLIER), view('autumn'))).toEqual(first);
    const twins = [view('b'), view('a')];
    expect([campaignOf(...twins)?.campaign, campaignOf(...twins.toReversed())?.campaign]).toEqual(['a', 'a']);
  });

  it('is none of a bot or of spam, nor without a name', () => {
    const none = [
      pageView('/', { campaign: { name: 'x' }, bot: 'user-agent' }),
      submission('demo', { campaign: { name: 'x' }, spam: 'honeypot' } as never),
      view(undefined),
      pageView('/'),
    ];
    expect(withCampaign(known, none)).toBe(known);
  });

  it('is short, and needs a lead that came somewhere', () => {
    expect(campaignOf(view(`${'x'.repeat(59)}😀`))?.campaign).toBe(`${'x'.repeat(59)}\ufffd`);
    const nobody = lead();
    expect(withCampaign(nobody, [view('spring')])).toBe(nobody);
  });
});

describe('the subjects of a lead', () => {
  const asked = { wording: 'Yes', page: '', subjects: ['tips'] };
  const profile = withCapture(undefined, LEAD, submission('demo', { permission: asked }));
  const subjects = (more: Partial<Lead>, doubleOptIn = true) =>
    withSubjects(lead({ subjects: { old: 'granted' }, ...more }), profile, doubleOptIn).subjects;

  it('are those of its permission, as long as it has one', () => {
    expect(subjects({ mail: 'pending' })).toEqual({ tips: 'pending' });
    expect(subjects({ mail: 'granted' }, false)).toEqual({ tips: 'granted' });
    expect(subjects({ mail: 'none' })).toBeUndefined();
    expect(subjects({ mail: 'withdrawn', permission: { withdrawn: NOW } })).toBeUndefined();
    expect(subjects({ mail: 'granted', permission: { withdrawn: NOW } })).toEqual({});
    const unknown = lead({ subjects: { old: 'granted' } });
    expect(withSubjects(unknown, undefined, true)).toBe(unknown);
  });
});

describe('an id', () => {
  it('of a lead or a mail is 128 bits in base64url', () => {
    for (const is of [isLeadId, isMailId]) {
      expect(is('AAAAAAAAAAAAAAAAAAAA-_')).toBe(true);
      for (const wrong of ['A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}#`, ''])
        expect([wrong, is(wrong)]).toEqual([wrong, false]);
    }
  });

  it('of a visitor has 1 to 64 letters, digits and few signs', () => {
    for (const right of ['a', 'Ab0_.:-', 'x'.repeat(64)]) expect(isVisitorId(right)).toBe(true);
    for (const wrong of ['', 'x'.repeat(65), 'a#b', 'a@b', 'a b', '?a'])
      expect([wrong, isVisitorId(wrong)]).toEqual([wrong, false]);
  });
});

describe('the record of a lead', () => {
  it('is that of an erased one without a stage', () => {
    expect(isErased(lead())).toBe(false);
    expect(isErased({ id: LEAD, version: 1, erasedAt: NOW })).toBe(true);
    expect(STAGES).toEqual(['name', 'lead', 'mql', 'sal', 'sql', 'opportunity', 'customer', 'lost']);
  });
});
