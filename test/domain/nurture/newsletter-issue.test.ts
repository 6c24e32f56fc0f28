import { describe, expect, it } from 'vitest';
import {
  decideMail,
  isIssueSequence,
  issueDayStart,
  issueSendTime,
  issueSequenceName,
  type NewsletterRules,
  rulesFor,
  upcomingIssues,
} from '../../../shared/domain/nurture/newsletter-issue.ts';
import { lead } from '../builders.ts';
import { enrolment, mailing, nurtureRules, onDay, situation } from './builders.ts';

const issue = { mail: 'november', on: onDay(7).slice(0, 10), bands: ['newsletter', 'guides'] as const };
const other = { mail: 'december', on: onDay(35).slice(0, 10), bands: ['ads'] as const };
const rules = { ...nurtureRules(), newsletter: [other, issue] } as unknown as NewsletterRules;
const { hours } = rules.mailing;

describe('the issue of a newsletter', () => {
  it('is a sequence of one mail to some bands, with a name that no sequence can have', () => {
    const name = issueSequenceName(issue);
    expect(name).toBe('newsletter:november');
    expect([isIssueSequence(name), isIssueSequence('newsletter'), isIssueSequence('tips')]).toEqual([
      ...[true, false, false],
    ]);
    expect(rulesFor(name, rules)).toEqual({
      ...rules,
      sequences: {
        [name]: {
          title: { nl: 'Nieuwsbrief', en: 'Newsletter' },
          subject: 'newsletter',
          start: { form: '' },
          again: 'never',
          paused: false,
          steps: [
            {
              ...{ id: 'november', mail: 'november', after: '0d', kind: 'marketing', late: 'send' },
              when: { bands: ['newsletter', 'guides'] },
            },
          ],
        },
      },
      readers: ['name', 'lead'],
    });
    expect(rulesFor('tips', rules)).toBe(rules);
  });

  it('that left the playbook is no sequence any more', () => {
    expect(rulesFor('newsletter:october', rules).sequences).toEqual({});
  });

  it('comes at the first sending hour of its day where the person lives', () => {
    expect(issueSendTime(issue, hours, 'Europe/Amsterdam')).toBe(onDay(7, '08:00'));
    expect(issueSendTime(issue, hours, 'Pacific/Auckland')).toBe(onDay(6, '20:00'));
    expect(issueSendTime({ on: onDay(11).slice(0, 10) }, hours, 'Europe/Amsterdam')).toBe(onDay(13, '08:00'));
  });

  it('starts when its day starts anywhere, and is over when it is over everywhere', () => {
    expect(issueDayStart(issue)).toBe(onDay(6, '10:00'));
    expect(upcomingIssues([issue, other], onDay(8, '11:59'))).toEqual([issue, other]);
    expect(upcomingIssues([issue, other], onDay(8, '12:00'))).toEqual([other]);
  });
});

describe('the mail of an issue', () => {
  const name = issueSequenceName(issue);
  const due = enrolment({ sequence: name, startedAt: issueDayStart(issue), sent: {} });
  const decided = (more: object = {}) =>
    decideMail(situation({ enrolment: due, rules: rulesFor(name, rules), now: onDay(7, '09:00'), ...more }));
  const pending = { lead: lead({ mail: 'pending', stage: 'lead' }) };
  const paused = { mailing: mailing({ pausedUntil: onDay(20) }) };

  it('is sent, or waits for the frequency cap', () => {
    expect(decided()).toMatchObject({ do: 'send', step: { mail: 'november' } });
    const capped = mailing({ recent: [onDay(5), onDay(6)] });
    expect(decided({ mailing: capped })).toMatchObject({ do: 'wait', why: 'cap' });
  });

  it('is never sent where a sequence would go on later', () => {
    expect(decided(pending)).toEqual({ do: 'end', why: 'not-confirmed' });
    expect(decided(paused)).toEqual({ do: 'end', why: 'paused' });
    expect(decideMail(situation(paused))).toMatchObject({ do: 'wait', why: 'paused' });
    expect(decided({ lead: lead({ mail: 'granted', fit: 'bad', stage: 'customer' }) })).toMatchObject({
      do: 'end',
    });
  });
});
