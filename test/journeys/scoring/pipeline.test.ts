import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import { type Mail, Person, type System, startSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const mailsAbout = async (person: Person) =>
  (await system.local<Mail[]>('/mails?to=sales@kansrijk.test')).filter((mail) =>
    mail.html.includes(person.email),
  );
const slackAbout = async (person: Person) =>
  (await system.local<unknown[]>('/slack')).filter((post) => JSON.stringify(post).includes(person.email));

describe('a visitor who becomes a lead that is ready', () => {
  it('is scored from the first page on, and sales is notified once, by mail and in Slack', async () => {
    const person = new Person(system);
    await person.reads('/', '/pricing');
    await system.settled();
    await person.sendsIn('whitepaper', { employees: '120', company: 'Company' });
    await system.settled();
    const early = await system.lead(person.email);
    expect(early).toMatchObject({
      stage: 'lead',
      readiness: 'not-ready',
      fit: { verdict: 'good' },
      handovers: [],
    });
    expect(early.score).toMatchObject({ total: 6, band: 'newsletter' });
    expect(early.score.ledger.map(({ rule, points }) => [rule, points]).sort()).toEqual(
      [
        ['Form sent in', 2],
        ['Page seen', 1],
        ['Pricing or demo page', 3],
      ].sort(),
    );

    await person.reads(...Array.from({ length: 37 }, (_, n) => `/guides/${n}`));
    await system.settled();
    const ready = await system.lead(person.email);
    expect(ready).toMatchObject({ stage: 'mql', readiness: 'ready', score: { total: 80, band: 'call' } });
    expect(ready.handovers).toMatchObject([{ number: 1, reason: 'threshold', status: 'open' }]);
    expect(await mailsAbout(person)).toHaveLength(1);
    expect(await slackAbout(person)).toHaveLength(1);

    await person.reads('/product', '/demo');
    await system.settled();
    expect((await system.lead(person.email)).handovers).toHaveLength(1);
    expect(await mailsAbout(person)).toHaveLength(1);
  });

  it('gives sales a link to the hand-over page with the dossier', async () => {
    const person = new Person(system);
    await person.becomesReady();
    const [mail] = await mailsAbout(person);
    const path = new URL(/http:\/\/localhost:\d+\/handover\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '')
      .pathname;
    const page = await system.request(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(person.email);
    expect((await system.request(`${path.slice(0, -4)}AAAA`)).status).toBe(404);
  });
});

describe('200 events at once that together cross the threshold', () => {
  it('make one hand-over, one mail and one Slack message', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper');
    await system.settled();
    await Promise.all(Array.from({ length: 200 }, (_, n) => person.reads(`/guides/${n}`)));
    await system.settled();
    const lead = await system.lead(person.email);
    expect(lead.score.total).toBe(100);
    expect(lead.handovers).toHaveLength(1);
    expect(await mailsAbout(person)).toHaveLength(1);
    expect(await slackAbout(person)).toHaveLength(1);
  });
});

describe('events that are sent again', () => {
  it('in another order and by several browsers change nothing', async () => {
    const person = new Person(system);
    const other = new Person(system, person.email);
    const events = Array.from({ length: 12 }, (_, n) => ({
      id: randomUUID(),
      type: 'page',
      url: `https://website.nl/guides/${n}`,
      at: new Date(Date.now() - n * 3_600_000).toISOString(),
    }));
    await person.tells(events);
    await other.tells(events.slice(6).reverse());
    await person.sendsIn('whitepaper');
    await other.sendsIn('whitepaper');
    await person.tells(events.toReversed());
    await system.settled();
    const first = await system.lead(person.email);
    await person.tells([...events, ...events]);
    await other.tells(events);
    await system.settled();
    expect((await system.lead(person.email)).score).toEqual(first.score);
    expect(first.score.total).toBe(2 + 12 * 2);
  });
});

describe('a stream batch and a bus event that AWS delivers again', () => {
  it('change nothing and notify nobody again', async () => {
    const person = new Person(system);
    await person.becomesReady();
    const lead = await system.lead(person.email);
    const opened = (
      await system.local<{ 'detail-type': string; detail: { leadId: string } }[]>('/bus')
    ).filter((event) => event['detail-type'] === 'HandoverOpened' && event.detail.leadId === lead.id);
    expect(opened).toHaveLength(1);
    for (let n = 0; n < 3; n++) {
      await system.local('/invoke/notify', { method: 'POST', body: JSON.stringify(opened[0]) });
    }
    await system.settled();
    expect(await mailsAbout(person)).toHaveLength(1);
    expect(await slackAbout(person)).toHaveLength(1);
  });
});

describe('a hand-raiser', () => {
  it('goes to sales at once, whatever the score and the fit', async () => {
    const person = new Person(system, `${randomUUID()}@gmail.com`);
    await person.sendsIn('contact', { name: 'Ann', message: 'Please call me', permission: undefined });
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({
      stage: 'mql',
      readiness: 'hand-raiser',
      fit: { verdict: 'bad' },
      handovers: [{ number: 1, reason: 'hand-raiser' }],
    });
    expect(await mailsAbout(person)).toHaveLength(1);
  });
});

describe('a name', () => {
  it('is never passed to sales, however much it reads', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper', { permission: undefined });
    await person.reads(...Array.from({ length: 60 }, (_, n) => `/guides/${n}`));
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({
      stage: 'name',
      score: { total: 100 },
      handovers: [],
    });
    expect(await mailsAbout(person)).toHaveLength(0);
  });
});

describe('two people in one browser', () => {
  it('keep their own histories', async () => {
    const first = new Person(system);
    const second = new Person(system);
    await first.reads('/pricing');
    await first.sendsIn('whitepaper');
    await system.settled();
    const answer = await second.sendsIn('whitepaper', { _visitor: first.visitor });
    expect(((await answer.json()) as { visitor: string }).visitor).not.toBe(first.visitor);
    await first.reads('/demo');
    await system.settled();
    expect((await system.lead(first.email)).score.total).toBe(8);
    expect((await system.lead(second.email)).score.total).toBe(2);
  });
});

describe('a page view of an anonymous visitor', () => {
  const usage = () =>
    system.local<{ units: Record<string, { read: number; write: number }>; invocations: object }>('/usage');

  it('costs one write and no read, and invokes no other function', async () => {
    await system.settled();
    await system.local('/usage', { method: 'DELETE' });
    await new Person(system).reads('/pricing');
    await system.settled();
    const { units, invocations } = await usage();
    // These look every minute whether anything is due, whatever happens.
    const woken = Object.keys(invocations).filter((name) => !(name in DUE_SHARDS));
    expect(woken).toEqual(['track']);
    expect(Object.entries(units).filter(([name]) => !name.includes('/'))).toEqual([
      [expect.stringContaining('Table'), { read: 0, write: 1 }],
    ]);
  });

  it('that arrives after its form was handled counts within minutes', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper', { employees: '50' });
    await system.settled();
    const events = Array.from({ length: 40 }, (_, n) => ({
      id: randomUUID(),
      type: 'page',
      url: `https://website.nl/guides/${n}`,
    }));
    const body = JSON.stringify({ visitorId: person.visitor, anonymous: true, events });
    await system.request('/e', { method: 'POST', body });
    await system.settled();
    expect((await system.lead(person.email)).stage).toBe('lead');
    await system.advance('6m');
    expect((await system.lead(person.email)).stage).toBe('mql');
    expect(await mailsAbout(person)).toHaveLength(1);
  });
});

describe('points', () => {
  it('expire 90 days after they were earned', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper');
    const { now } = await system.local<{ now: string }>('/settled');
    const long = { id: randomUUID(), type: 'page', url: 'https://website.nl/pricing' };
    await person.tells([{ ...long, at: new Date(Date.parse(now) - 88 * 86_400_000).toISOString() }]);
    await system.settled();
    expect((await system.lead(person.email)).score.total).toBe(5);
    await system.advance('2d');
    expect((await system.lead(person.email)).score.total).toBe(5);
    await system.advance('1d');
    expect((await system.lead(person.email)).score).toMatchObject({
      total: 2,
      ledger: [{ rule: 'Form sent in' }],
    });
  });
});
