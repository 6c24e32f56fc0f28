import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../../shared/domain/handover/agreement.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import { messagesOf } from '../messages.ts';

describe('the agreement between marketing and sales', () => {
  const least = { acceptWithinHours: 24, managerAfterHours: 48 };
  const check = (more: object) => agreementSchema.safeParse({ ...least, ...more });

  it('needs two numbers, and has defaults for the rest', () => {
    const back = { newPoints: 10, resume: false };
    expect(agreementSchema.parse(least)).toEqual({
      ...least,
      timeZone: 'Europe/Amsterdam',
      workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '00:00', to: '24:00' },
      officeHours: { from: '09:00', to: '17:00' },
      holidays: [],
      linkDays: 90,
      lostBackAfterDays: 180,
      returns: { 'not-ready': back, unreachable: back, other: back, 'bad-fit': { resume: false } },
      stalled: {
        ...{ bands: ['guides', 'ads'], afterDays: 30, afterReturnDays: 90, aWeek: 5 },
        ...{ day: 'mon', at: '08:00', enoughOutcomes: 30 },
      },
    });
  });

  it.each([
    { acceptWithinHours: 1, managerAfterHours: 1, timeZone: 'UTC', linkDays: 1, lostBackAfterDays: 1 },
    { workingHours: { days: ['sat', 'sun'], from: '08:30', to: '23:59' }, holidays: ['2026-12-25'] },
    { officeHours: { from: '10:00', to: '24:00' } },
    {
      stalled: {
        bands: ['ads'],
        afterDays: 1,
        afterReturnDays: 1,
        aWeek: 0,
        day: 'sun',
        at: '24:00',
        enoughOutcomes: 10,
      },
    },
    { stalled: { aWeek: 50 } },
    { returns: { 'not-ready': { newPoints: 1, resume: true }, 'bad-fit': { resume: true } } },
    { returns: { unreachable: { newPoints: 2 }, other: { resume: true } } },
  ])('keeps what the playbook says: %j', (more) => {
    expect(check(more).data).toMatchObject(more);
  });

  it.each(['24:01', '25:00', '9:00', '09:60', '09:5', 'x09:00', '09:00x', '1:00', '124:00'])(
    'has no time of day %s',
    (at) => {
      expect(messagesOf(check({ stalled: { at } }))).toEqual(['A time of day is HH:MM, at most 24:00']);
    },
  );

  it.each([
    { acceptWithinHours: 0 },
    { acceptWithinHours: 1.5 },
    { managerAfterHours: 0 },
    { workingHours: { days: [], from: '09:00', to: '17:00' } },
    { workingHours: { days: ['monday'], from: '09:00', to: '17:00' } },
    { workingHours: { days: ['mon'], from: '09:00' } },
    { workingHours: { days: ['mon'], from: '09:00', to: '17:00', lunch: '12:00' } },
    { officeHours: { from: '09:00' } },
    { officeHours: { from: '09:00', to: '17:00', days: ['mon'] } },
    { holidays: ['25-12-2026'] },
    { linkDays: 0 },
    { lostBackAfterDays: 0 },
    { returns: { 'not-ready': { newPoints: 0 } } },
    { returns: { 'not-ready': { points: 5 } } },
    { returns: { 'bad-fit': { newPoints: 5 } } },
    { returns: { duplicate: { resume: true } } },
    { stalled: { bands: [] } },
    { stalled: { bands: ['call'] } },
    { stalled: { afterDays: 0 } },
    { stalled: { afterReturnDays: 0 } },
    { stalled: { aWeek: -1 } },
    { stalled: { aWeek: 51 } },
    { stalled: { day: 'monday' } },
    { stalled: { enoughOutcomes: 9 } },
    { stalled: { hours: 1 } },
    { answer: 1 },
  ])('is not %j', (more) => {
    expect(check(more).success).toBe(false);
  });
});

describe('the sales team', () => {
  const anna = {
    name: 'Anna',
    email: 'anna@acme.nl',
    slack: 'U024BE7LH',
    away: [{ from: '2026-12-24', to: '2027-01-01' }],
  };
  const check = (more: object) => salesSchema.safeParse(more);
  const when = {
    ...{ postcode: ['1000-1999'], country: ['NL'], employees: { from: 0, to: 9 }, form: ['demo'] },
    ...{ page: ['/guides/*'], field: { jobTitle: ['CEO'] } },
  };

  it('may be empty', () => {
    expect(salesSchema.parse({})).toEqual({ team: {}, accounts: {}, routing: [], currency: 'EUR' });
    expect(salesSchema.parse({ team: { bram: { name: 'Bram' } } }).team).toEqual({
      bram: { name: 'Bram', away: [] },
    });
  });

  it('has people, accounts and rules for who gets which lead', () => {
    const all = {
      team: { 'anna-2': anna },
      accounts: { 'acme.nl': 'anna-2' },
      routing: [{ when, to: ['anna-2'] }],
      currency: 'CHF',
    };
    expect(salesSchema.parse(all)).toEqual(all);
    for (const [name, condition] of Object.entries(when))
      expect(check({ routing: [{ when: { [name]: condition }, to: ['anna'] }] }).success).toBe(true);
  });

  it.each(['Anna', '2anna', 'anna_b', '', 'a'.repeat(21), '-anna'])('has no person %j', (key) => {
    expect(check({ team: { [key]: anna } }).success).toBe(false);
  });

  it('says in words what is wrong', () => {
    const wrong = {
      team: { anna: { ...anna, email: 'anna', slack: 'anna' } },
      routing: [
        { when: {}, to: ['anna'] },
        { when: { page: ['pricing'] }, to: ['anna'] },
      ],
    };
    expect(messagesOf(check(wrong))).toEqual([
      'This is not an e-mail address',
      'Copy the member id from the profile in Slack, such as U024BE7LH',
      'Name a postcode, country, employees, form, page or field',
      'A path starts with /',
    ]);
  });

  it.each(['U12345', 'X024BE7LH', 'u024be7lh', 'U024BE7LHx', 'xU024BE7LH', `U${'1'.repeat(21)}`])(
    'has nobody in Slack as %s',
    (slack) => {
      expect(check({ team: { anna: { ...anna, slack } } }).success).toBe(false);
    },
  );

  it.each([
    { team: { anna: { ...anna, name: '' } } },
    { team: { anna: { ...anna, name: 'x'.repeat(61) } } },
    { team: { anna: { ...anna, phone: '1' } } },
    { team: { anna: { ...anna, away: [{ from: '2026-12-24' }] } } },
    { team: { anna: { ...anna, away: [{ from: 'Monday', to: 'Friday' }] } } },
    { team: { anna: { ...anna, away: [{ from: '2026-12-24', to: '2026-12-25', why: 'x' }] } } },
    { accounts: { 'acme.nl': 1 } },
    { routing: [{ when, to: [] }] },
    { routing: [{ when }] },
    { routing: [{ when, to: ['anna'], also: 1 }] },
    ...['postcode', 'country', 'form', 'page'].map((name) => ({
      routing: [{ when: { [name]: [] }, to: ['a'] }],
    })),
    { routing: [{ when: { page: [`/${'x'.repeat(40)}`] }, to: ['a'] }] },
    { routing: [{ when: { field: { jobTitle: [] } }, to: ['a'] }] },
    { routing: [{ when: { employees: { from: -1 } }, to: ['a'] }] },
    { routing: [{ when: { employees: { to: -1 } }, to: ['a'] }] },
    { routing: [{ when: { employees: { from: 1.5 } }, to: ['a'] }] },
    { routing: [{ when: { employees: { least: 1 } }, to: ['a'] }] },
    { routing: [{ when: { score: 1 }, to: ['a'] }] },
    { people: {} },
  ])('is not %j', (wrong) => {
    expect(check(wrong).success).toBe(false);
  });
});
