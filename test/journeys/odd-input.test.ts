import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from './system.ts';

/** Part of every address, name and message sent here, so that one search finds a leak. */
const MARK = `geheim${randomUUID().slice(0, 8)}`;

let system: System;
/** Who says what. */
const people = new Map<string, Person>();
let since: number;
beforeAll(async () => {
  system = await startSystem();
});
beforeAll(async () => {
  since = system.twin.clock.now();
  await Promise.all(odd.map(async ([what, said]) => people.set(what, await personWhoSays(said))));
  await system.settled();
  // Of many who ask for contact within an hour, sales is told together.
  await system.advance('15m');
});
afterAll(() => system.stop());

/** The ids on all pages of the list of leads in a stage. */
async function listed(stage: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/api/leads?stage=${stage}&limit=4${cursor && `&cursor=${cursor}`}`;
    const page = await system.api<{ leads: { id: string }[]; cursor: string | null }>(path);
    ids.push(...page.leads.map(({ id }) => id));
    cursor = page.cursor;
  }
  return ids;
}

/** The stored text differs only if a third value says so. */
const odd: [what: string, said: string, kept?: string][] = [
  ['markup', `<script>alert('${MARK}')</script>"><img src=x onerror=alert(1)>`],
  ['a template', `{{${MARK}}} \${${MARK}} <%= ${MARK} %> %s`],
  ['markup of Slack', `<!channel> <https://x.test|${MARK}> *bold* &amp;`],
  ['null bytes', `An\0n ${MARK}\u0007`, `Ann ${MARK}`],
  ['half a character', `\ud83d ${MARK} \udc00`, `\ufffd ${MARK} \ufffd`],
  ['text from right to left', `\u202eאבג ${MARK} مرحبا`, `אבג ${MARK} مرحبا`],
  ['emoji', `👩‍👩‍👧‍👦🏳️‍🌈 ${MARK} é\u0301`],
  ['other lines', `${MARK}\r\nBcc: all@company.nl\r\n\r\nx`, `${MARK} Bcc: all@company.nl x`],
  ['the names of keys', `__proto__ ${MARK} constructor L#x E#y`],
];

/** Such as DynamoDB does not hold. */
const numbers = { low: -1e20, tiny: 1e-200, huge: 1.7e308, '': 0, constructor: true };

/** Somebody who asks for contact, and whose browser tells of what it did, all in these words. */
async function personWhoSays(said: string): Promise<Person> {
  const person = new Person(system, `o'${randomUUID()}+${MARK}@company.nl`);
  const answers = { name: said, message: `${said}\n${said}` };
  expect((await person.sendsIn('contact', answers)).status).toBe(200);
  const event = { url: `https://website.nl/guides/${said}?q=${person.email}`, title: said, referrer: said };
  const props = { [said.slice(0, 90)]: said, ...numbers };
  const events = [
    { ...event, id: randomUUID(), type: 'page', at: '1970-01-01T00:00:00Z' },
    { ...event, id: randomUUID(), type: 'page', at: '2100-01-01T00:00:00Z' },
    { ...event, id: randomUUID(), type: 'track', name: said, props },
  ];
  expect((await person.tells(events)).status).toBe(204);
  return person;
}

describe.each(odd)('a person who says %s', (what, said, kept) => {
  const text = kept ?? said;
  let person: Person;
  beforeAll(() => {
    person = people.get(what) as Person;
  });

  it('is a lead with exactly that text', async () => {
    expect(await system.lead(person.email)).toMatchObject({
      profile: { name: text },
      stage: 'mql',
      handovers: [{ reason: 'hand-raiser' }],
    });
  });

  it('has a timeline with all events dated today', async () => {
    const { id } = await system.lead(person.email);
    const { events } = await system.api<{ events: { type: string; at: string; title?: string }[] }>(
      `/api/leads/${id}/events`,
    );
    const acts = events.map(({ type }) => type).filter((type) => type !== 'delivery');
    expect(acts.sort()).toEqual(['form', 'page', 'page', 'track']);
    for (const { at } of events) expect(Math.abs(since - Date.parse(at))).toBeLessThan(120_000);
    expect(events.find(({ type }) => type === 'page')).toMatchObject({ title: text });
  });

  it('has a score that adds up, and is in the list of leads', async () => {
    const { id, score } = await system.lead(person.email);
    expect(score.ledger.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
    expect(await listed('mql')).toContain(id);
  });

  it('reaches sales as text, by mail, in Slack and on the page', async () => {
    const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
    const mail = mails.find((each) => each.text.includes(person.email)) as Mail;
    expect(mail.subject).not.toMatch(/[\r\n\0]/);
    const { id } = await system.lead(person.email);
    const page = await system.request(new RegExp(`/handover/${id}[\\w.-]+`).exec(mail.text)?.[0] ?? '');
    expect(page.status).toBe(200);
    for (const html of [mail.html, await page.text()]) {
      expect(html).toContain(MARK);
      expect(html).not.toMatch(/<script>alert|<img src=x|\0|<https:/);
    }
    const slack = JSON.stringify(await system.local('/slack'));
    expect(slack).toContain(id);
    expect(slack).not.toMatch(/<!channel>|<https:\/\/x\.test/);
  });

  it('sees the form again without its stored values', async () => {
    const page = await system.request('/f/contact', { headers: { 'kansrijk-visitor': person.visitor } });
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(MARK);
  });
});

describe('a lead imported with odd words', () => {
  it('is stored with them, and dangerous keys have no effect', async () => {
    const email = `crm-${randomUUID()}-${MARK}@company.nl`;
    const words = `Yes\ud800\0 <b>${MARK}</b>`;
    const kept = `Yes\ufffd <b>${MARK}</b>`;
    const permission = { wording: words, page: words, at: '1970-01-01T00:00:00Z' };
    const lead = {
      email,
      source: words,
      profile: { company: words },
      proofs: { permission, interest: words },
    };
    const body = JSON.stringify(lead).replace('"profile":{', '"profile":{"__proto__":"x","constructor":"y",');
    await system.api('/api/leads', { method: 'POST', headers: { 'idempotency-key': MARK }, body });
    await system.settled();
    const { id, ...shown } = await system.lead(email);
    expect(shown).toMatchObject({
      profile: { company: kept },
      consent: { proofs: [{ at: '1970-01-01T00:00:00.000Z', form: kept, wording: kept, page: kept }] },
    });
    const { events } = await system.api<{ events: object[] }>(`/api/leads/${id}/events`);
    expect(events).toMatchObject([
      { type: 'import', source: kept, values: { company: kept }, interest: kept },
    ]);
    expect(await listed('lead')).toContain(id);
  });
});

describe('after all this', () => {
  it('no log holds personal data, and nothing is a dead letter', async () => {
    await system.settled();
    expect(JSON.stringify(await system.local('/logs'))).not.toContain(MARK);
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});
