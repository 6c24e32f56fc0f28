import { describe, expect, it } from 'vitest';
import { mailFrontSchema } from '../../../shared/domain/nurture/mail/template.ts';
import { PERSONAL_VARIABLES, VARIABLES } from '../../../shared/domain/nurture/mail/variables.ts';
import { mailingRulesSchema } from '../../../shared/domain/nurture/mailing-rules.ts';
import { issueSchema, sequenceSchema } from '../../../shared/domain/nurture/sequence.ts';
import { messagesOf } from '../messages.ts';
import { nurtureRules } from './builders.ts';

describe('a sequence', () => {
  const tip = { id: 'tip', mail: 'tip', after: '7d' };
  const least = { title: { nl: 'Tips', en: 'Tips' }, start: { form: 'whitepaper' }, steps: [tip] };
  const check = (more: object) => sequenceSchema.safeParse({ ...least, ...more });
  const checkStep = (more: object) => check({ steps: [{ ...tip, ...more }] });

  it('runs once, unpaused, with marketing mails, unless told otherwise', () => {
    expect(sequenceSchema.parse(least)).toEqual({
      ...{ ...least, again: 'never', paused: false },
      steps: [{ ...tip, kind: 'marketing' }],
    });
  });

  it('keeps all that the playbook says of it', () => {
    const when = {
      ...{ scoreFrom: 0, scoreBelow: 1, bands: ['newsletter', 'guides', 'ads', 'call'] },
      ...{ fit: ['good', 'bad', 'unknown'], knows: ['company'], doesNotKnow: ['phone'] },
      ...{ visited: ['/a'], notVisited: ['/b'], requested: ['demo'], notRequested: ['contact'] },
    };
    const whole = {
      ...{ title: { nl: 'Tips', en: 'Tips' }, subject: 'tips-2', again: { after: '30d' }, paused: true },
      start: { visited: ['/guides/*'], withoutForm: 'guide' },
      steps: [
        { id: 'a', mail: 'b-1', after: '0m', kind: 'requested' },
        ...['send', 'skip', 'shift'].map((late) => ({
          ...tip,
          after: '999h',
          kind: 'marketing',
          when,
          late,
        })),
      ],
    };
    expect(sequenceSchema.parse(whole)).toEqual(whole);
    const start = { returned: ['not-ready', 'bad-fit', 'unreachable', 'other'] };
    expect(check({ start }).data?.start).toEqual(start);
    expect(check({ start: { imported: 'confirm' } }).success).toBe(true);
    for (const other of [
      { event: 'Trial Started', with: { plan: ['pro', 5, true], paid: true } },
      { band: 'call' },
      { clicked: { to: ['/a'], in: ['tip-1'] } },
      { answered: { field: 'sector', form: 'demo', oneOf: ['a'], from: 0, to: 0 } },
    ])
      expect(check({ start: other }).data?.start).toEqual(other);
    expect(check({ again: 'never' }).success).toBe(true);
  });

  it.each(['7', 'd', '7w', '1000d', '7 d', 'x7d', '7dx', '1.5d'])('has no delay %j', (after) => {
    expect(messagesOf(checkStep({ after }))).toEqual(['A duration is a number with d, h or m, such as 7d']);
  });

  it.each(['Tip', '1tip', 'tip_1', '', 'tip!', 'a'.repeat(41), '-tip'])('has no step %j', (id) => {
    expect(messagesOf(checkStep({ id }))).toEqual(['A name has small letters, digits and dashes']);
  });

  it.each([
    { steps: [] },
    { subject: 'Tips' },
    { again: 'always' },
    { again: {} },
    { start: {} },
    { start: { form: 'a', visited: ['/b'] } },
    { start: { visited: [] } },
    { start: { returned: [] } },
    { start: { returned: ['duplicate'] } },
    { start: { event: '' } },
    { start: { event: 'Trial', with: { plan: [] } } },
    { start: { band: 'newsletter' } },
    { start: { clicked: { in: ['tip-1'] } } },
    { start: { clicked: { to: [] } } },
    { start: { answered: { oneOf: ['a'] } } },
    { start: { answered: { field: 'n', from: 1.5 } } },
    { title: { nl: 'Tips', en: '' } },
    { sends: 1 },
  ])('is not %j', (more) => {
    expect(check(more).success).toBe(false);
  });

  it.each([
    { kind: 'newsletter' },
    { late: 'never' },
    { before: '1d' },
    { when: { scoreFrom: -1 } },
    { when: { scoreFrom: 1.5 } },
    { when: { scoreBelow: 0 } },
    { when: { scoreBelow: 1.5 } },
    ...['bands', 'fit', 'knows', 'doesNotKnow', 'visited', 'notVisited', 'requested', 'notRequested'].map(
      (name) => ({ when: { [name]: [] } }),
    ),
    { when: { bands: ['cold'] } },
    { when: { fit: ['great'] } },
    { when: { score: 1 } },
  ])('has no step with %j', (more) => {
    expect(checkStep(more).success).toBe(false);
  });
});

describe('an issue of the newsletter', () => {
  const issue = { mail: 'november', on: '2026-11-25', bands: ['newsletter', 'guides', 'ads', 'call'] };

  it('is a mail on a day to some bands', () => {
    expect(issueSchema.parse(issue)).toEqual(issue);
    const once = {
      ...issue,
      bands: undefined,
      at: '14:00',
      subject: 'product',
      audience: { knows: ['phone'] },
    };
    expect(issueSchema.parse(once)).toEqual(once);
    for (const wrong of [
      { mail: 'November' },
      { on: '25-11-2026' },
      { bands: [] },
      { bands: ['cold'] },
      { to: 1 },
      { at: '9:00' },
      { audience: { stage: ['mql'] } },
      { audience: { knows: [] } },
    ])
      expect(issueSchema.safeParse({ ...issue, ...wrong }).success).toBe(false);
  });
});

describe('the settings of mail', () => {
  const { mailing } = nurtureRules();
  const requested = {
    ...{ mailbox: { atOnce: 1, perDay: 1 }, network: { atOnce: 1, perDay: 1 }, share: 1 },
    brake: { bounces: 1, minimum: 1, perHour: 1 },
  };
  const isRight = (more: object) => mailingRulesSchema.safeParse({ ...mailing, ...more }).success;
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

  it.each([
    mailing,
    { ...mailing, doubleOptIn: false, hours: { from: '00:00', to: '23:59', days: week } },
    { ...mailing, cap: { mails: 1, days: 1 }, late: 'skip', requested },
    { ...mailing, brake: { bounces: 0, complaints: 0, minimum: 1 }, late: 'shift' },
    { ...mailing, brake: { bounces: 1, complaints: 1, minimum: 1 } },
    { ...mailing, requested: { ...requested, share: 0.01, brake: { ...requested.brake, bounces: 0 } } },
  ])('keep what the playbook says: %j', (rules) => {
    expect(mailingRulesSchema.parse(rules)).toEqual(rules);
  });

  it.each(['24:00', '9:00', '09:60', '09:5', '29:00', '09:000', 'x09:00', '09-00'])(
    'have no time of day %s',
    (from) => {
      const wrong = mailingRulesSchema.safeParse({ ...mailing, hours: { ...mailing.hours, from } });
      expect(messagesOf(wrong)).toEqual(['A time of day is HH:MM']);
    },
  );

  it.each([
    { doubleOptIn: 'yes' },
    { hours: { ...mailing.hours, days: [] } },
    { hours: { ...mailing.hours, days: ['monday'] } },
    { hours: { ...mailing.hours, lunch: '12:00' } },
    { cap: { mails: 0, days: 7 } },
    { cap: { mails: 1.5, days: 7 } },
    { cap: { mails: 1, days: 0 } },
    { cap: { mails: 1, days: 1, weeks: 1 } },
    { late: 'never' },
    { subjects: { tips: 'Tips' } },
    { sender: { name: '' } },
    { sender: { name: 'Eva {{ x }}' } },
    { sender: { name: 'Eva', phone: '1' } },
    { brake: { ...mailing.brake, bounces: -0.1 } },
    { brake: { ...mailing.brake, bounces: 1.1 } },
    { brake: { ...mailing.brake, complaints: -0.1 } },
    { brake: { ...mailing.brake, complaints: 1.1 } },
    { brake: { ...mailing.brake, minimum: 0 } },
    { brake: { ...mailing.brake, hard: true } },
    { requested: { ...requested, mailbox: { atOnce: 0, perDay: 1 } } },
    { requested: { ...requested, mailbox: { atOnce: 1, perDay: 0 } } },
    { requested: { ...requested, network: { atOnce: 1, perDay: 1, perHour: 1 } } },
    { requested: { ...requested, share: 0 } },
    { requested: { ...requested, share: 1.1 } },
    { requested: { ...requested, brake: { ...requested.brake, bounces: -0.1 } } },
    { requested: { ...requested, brake: { ...requested.brake, bounces: 1.1 } } },
    { requested: { ...requested, brake: { ...requested.brake, minimum: 0 } } },
    { requested: { ...requested, brake: { ...requested.brake, perHour: 0 } } },
    { requested: { ...requested, brake: { ...requested.brake, perDay: 1 } } },
    { requested: { ...requested, person: 1 } },
    { colour: 'red' },
  ])('are not %j', (more) => {
    expect(isRight(more)).toBe(false);
  });
});

describe('the text of a mail', () => {
  const front = { subject: 'A tip', preheader: 'It helps', reason: 'You asked for tips' };

  it('has a subject, a preheader and a reason', () => {
    expect(mailFrontSchema.parse(front)).toEqual(front);
    for (const name of Object.keys(front))
      expect(mailFrontSchema.safeParse({ ...front, [name]: '' }).success).toBe(false);
    expect(mailFrontSchema.safeParse({ ...front, from: 'me' }).success).toBe(false);
  });

  it('can name what is known of the person and where to go', () => {
    expect(PERSONAL_VARIABLES).toEqual(['firstName', 'lastName', 'company', 'jobTitle']);
    expect(VARIABLES).toEqual([
      ...PERSONAL_VARIABLES,
      ...['ourName', 'website', 'unsubscribeUrl', 'preferencesUrl', 'confirmUrl'],
      ...['eventTitle', 'eventWhen', 'eventPlace', 'eventLink'],
    ]);
  });
});
