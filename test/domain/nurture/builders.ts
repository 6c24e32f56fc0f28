import type { Profile } from '../../../shared/domain/identity/profile.ts';
import { decide, type Situation } from '../../../shared/domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import type { Mailing } from '../../../shared/domain/nurture/mailing.ts';
import { mailingRulesSchema } from '../../../shared/domain/nurture/mailing-rules.ts';
import type { NurtureRules } from '../../../shared/domain/nurture/plan.ts';
import { type Sequence, type Step, sequenceSchema } from '../../../shared/domain/nurture/sequence.ts';
import { LEAD, lead } from '../builders.ts';
import { agreement } from '../handover/agreement.ts';
import { rules as scoring } from '../scoring/rules.ts';

/** A Tuesday, 11:00 in Amsterdam. */
export const START = '2026-11-03T10:00:00.000Z';

/** This many days after `START`, at another UTC time of day if given. */
export function onDay(days: number, time = '10:00'): string {
  return `${new Date(Date.parse(START) + days * 86_400_000).toISOString().slice(0, 10)}T${time}:00.000Z`;
}

export function step(id: string, after: string, more: Partial<Step> = {}): Step {
  return { id, mail: id, after, kind: 'marketing', ...more };
}

/** The whitepaper at once, then a tip every week. */
export function sequence(more: Partial<Sequence> = {}): Sequence {
  return {
    ...sequenceSchema.parse({
      title: { nl: 'Tips', en: 'Tips' },
      subject: 'tips',
      start: { form: 'whitepaper' },
      steps: [
        step('whitepaper', '0d', { kind: 'requested' }),
        ...['7d', '14d', '21d'].map((after) => step(`tip-${after}`, after)),
      ],
    }),
    ...more,
  };
}

export function nurtureRules(
  tips: Partial<Sequence> = {},
  mailing: Partial<NurtureRules['mailing']> = {},
): NurtureRules {
  const defaults = mailingRulesSchema.parse({
    doubleOptIn: true,
    timeZone: 'Europe/Amsterdam',
    hours: { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    cap: { mails: 2, days: 7 },
    late: 'send',
    subjects: { tips: { nl: 'Tips', en: 'Tips' } },
    brake: { bounces: 0.02, complaints: 0.0008, minimum: 200 },
  });
  return { sequences: { tips: sequence(tips) }, mailing: { ...defaults, ...mailing }, scoring, agreement };
}

/** A lead that has the whitepaper and waits for the first tip. */
export function enrolment(more: Partial<ActiveEnrolment> = {}): ActiveEnrolment {
  return {
    ...{ lead: LEAD, sequence: 'tips', startedAt: START, version: 2, shiftDays: 0, skipped: {} },
    ...{ status: 'active', due: onDay(7), planned: onDay(7) },
    sent: { whitepaper: START },
    ...more,
  };
}

export function mailing(more: Partial<Mailing> = {}): Mailing {
  return { lead: LEAD, version: 0, recent: [], subjects: {}, softBounces: 0, ...more };
}

export function profile(more: Partial<Profile> = {}): Profile {
  return {
    ...{ id: LEAD, version: 1, email: 'ann@example.nl', values: {}, permissions: [] },
    ...{ createdAt: START, locale: 'en' },
    ...more,
  };
}

/** A lead with permission, on the day of the first tip. */
export const situation = (more: Partial<Situation> = {}): Situation => ({
  enrolment: enrolment(),
  lead: lead({ mail: 'granted', stage: 'lead' }),
  profile: profile(),
  mailing: mailing(),
  rules: nurtureRules(),
  now: onDay(7),
  ...more,
});
export const decided = (more: Partial<Situation> = {}) => decide(situation(more));
