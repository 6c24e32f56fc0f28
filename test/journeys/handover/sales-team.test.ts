import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../system.ts';

/** A Thursday, three o'clock in Amsterdam; the Friday after it is a holiday of the playbook. */
const THURSDAY = '2026-12-24T14:00:00Z';
const SALES = 'sales@kansrijk.test';
const MANAGER = 'manager@kansrijk.test';

let system: System;
beforeAll(async () => {
  system = await startSystem({ now: new Date(THURSDAY) });
});
afterAll(() => system.stop());

describe('a lead that sales does not answer, and a colleague whom sales accepted', () => {
  const contacts: { first?: Person; colleague?: Person } = {};

  it('are assigned to the same person of the team, by mail and in Slack', async () => {
    contacts.first = await asksForACall('first@company.nl');
    contacts.colleague = await asksForACall('colleague@company.nl');
    const [first] = await handoversOf(contacts.first);
    const [colleague] = await handoversOf(contacts.colleague);
    expect(first).toMatchObject({ to: 'anna', via: 'turn' });
    expect(colleague).toMatchObject({ to: 'anna', via: 'company' });
    expect((await notificationsTo(SALES, contacts.colleague))[0]?.text).toContain(
      'For Anna: has colleagues of this lead already',
    );
    expect(await handoversOf(await asksForACall('ann@other.nl'))).toMatchObject([{ to: 'bram' }]);
  });

  it('get a reminder only for the unanswered one, after a working day: not on a holiday', async () => {
    await accept(contacts.colleague as Person);
    await system.advance('95h');
    expect(await subjects(SALES, contacts.first)).toHaveLength(1);
    await system.advance('1h');
    expect(await subjects(SALES, contacts.first)).toEqual([
      expect.any(String),
      expect.stringMatching(/^Reminder: /),
    ]);
    expect(await subjects(SALES, contacts.colleague)).toHaveLength(1);
    expect(await notificationsTo(MANAGER, contacts.first)).toEqual([]);
  });

  it('until the manager is notified, once', async () => {
    await system.advance('24h');
    expect(await subjects(MANAGER, contacts.first)).toEqual([expect.stringMatching(/^Not taken up yet: /)]);
    await system.advance('24h');
    expect(await subjects(MANAGER, contacts.first)).toHaveLength(1);
    expect(await subjects(SALES, contacts.first)).toHaveLength(2);
    expect(await subjects(MANAGER, contacts.colleague)).toEqual([]);
    expect(await slackAbout(contacts.first as Person)).toHaveLength(3);
  });

  it('and when the colleague asks again, sales is notified at once, with the message', async () => {
    await contacts.colleague?.sendsIn('contact', { name: 'Cor', message: 'Are you still there?' });
    await system.settled();
    const [, again] = await notificationsTo(SALES, contacts.colleague);
    expect(again?.subject).toBe('Cor asks for contact again');
    expect(again?.text).toContain('Are you still there?');
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});

async function asksForACall(email: string): Promise<Person> {
  const person = new Person(system, email);
  await person.sendsIn('contact', { name: 'Cor', message: 'Call me' });
  await system.settled();
  return person;
}

async function accept({ email }: Person): Promise<void> {
  const { id } = await system.lead(email);
  const body = JSON.stringify({ action: 'accept', by: 'anna' });
  await system.api(`/api/leads/${id}/actions`, { method: 'POST', body });
  await system.settled();
}

async function handoversOf({ email }: Person) {
  return (await system.lead(email)).handovers;
}

async function notificationsTo(reader: string, person: Person | undefined): Promise<Mail[]> {
  const mails = await system.local<Mail[]>(`/mails?to=${reader}`);
  return mails.filter(({ html }) => html.includes(person?.email ?? '?'));
}

async function subjects(reader: string, person: Person | undefined): Promise<string[]> {
  return (await notificationsTo(reader, person)).map(({ subject }) => subject);
}

async function slackAbout({ email }: Person): Promise<unknown[]> {
  return (await system.local<unknown[]>('/slack')).filter((post) => JSON.stringify(post).includes(email));
}
