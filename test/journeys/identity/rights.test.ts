import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, type Mail, Person, type System, startSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

interface Received {
  person: Person;
  mail: Mail;
  id: string;
  /** The tracked links, in the order of the mail. */
  links: string[];
}

/** Somebody who requested the whitepaper with a ticked box, and the mail that came at once. */
async function received(): Promise<Received> {
  const person = new Person(system);
  await person.sendsIn('whitepaper');
  await system.settled();
  const [mail] = await system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);
  if (mail === undefined) throw new Error('No mail came');
  const id = /\/unsubscribe\/([\w-]{22})/.exec(mail.html)?.[1] ?? '';
  const links = [...new Set(mail.html.match(/\/c\/[\w-]{22}\/\d+/g) ?? [])];
  return { person, mail, id, links };
}

const mailsTo = async ({ email }: Person) =>
  (await system.local<Mail[]>(`/mails?to=${encodeURIComponent(email)}`)).length;
const reactionsOf = async (person: Person) => {
  const { ledger } = (await system.lead(person.email)).score;
  const reactions = ledger.filter(({ eventId }) => /^(open|click)-/.test(eventId)) as { points: number }[];
  return reactions.reduce((sum, { points }) => sum + points, 0);
};
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('a link scanner in front of a whole company', () => {
  it('that loads every pixel and link at once earns no points and unsubscribes nobody', async () => {
    const colleagues = [await received(), await received(), await received()];
    await system.advance('10m');
    const pathsOf = ({ links, id }: Received) => [
      ...links,
      ...[`/o/${id}.gif`, `/unsubscribe/${id}`, `/preferences/${id}`, `/confirm/${id}`],
    ];
    const all = colleagues.flatMap(pathsOf);
    await Promise.all(all.map((path) => system.request(path, { headers: { 'user-agent': BROWSER } })));
    for (const path of all) await system.request(path, { method: 'HEAD' });
    await system.advance('5m');
    for (const { person, links } of colleagues) {
      expect(links.length).toBeGreaterThan(0);
      expect(await reactionsOf(person)).toBe(0);
      const lead = await system.lead(person.email);
      expect(lead.consent.mail).toBe('pending');
      expect(lead.handovers).toEqual([]);
      const waiting = lead.score.ledger.filter((entry) => 'waiting' in entry);
      expect(waiting).toHaveLength(links.length + 1);
    }
  });
});

describe('an altered link', () => {
  it('leads nowhere', async () => {
    const { id } = await received();
    const endings = [
      '//evil.example',
      '%2F%2Fevil.example',
      '%5C%5Cevil.example',
      '@evil.example',
      '0%40evil.example',
    ];
    endings.push(
      '0/..%2F1',
      '0%0d%0alocation:%20https://evil.example',
      '99',
      '%30%30',
      '0?url=//evil.example/x/1',
    );
    const paths = endings.map((ending) => `/c/${id}/${ending}`);
    for (const path of [...paths.slice(0, -1), `/c/${id.slice(1)}A/0`, '/c/%2F%2Fevil.example/0']) {
      const answer = await system.request(path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 404, null]);
    }
    const location = (await system.request(paths.at(-1) ?? '')).headers.get('location');
    expect(location).not.toContain('evil');
  });
});

describe('somebody who asks again on the same day', () => {
  it('gets the mail again, now with a button, which grants what was asked and no more', async () => {
    const person = new Person(system);
    const texts = async () => {
      await system.settled();
      const mails = await system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);
      return mails.map(({ html }) => html);
    };
    await person.sendsIn('demo', { permission: undefined });
    expect((await texts()).map((html) => html.includes('/confirm/'))).toEqual([false]);
    await person.sendsIn('demo');
    const [, again = '', ...others] = await texts();
    expect(others).toEqual([]);
    const [path = '', id = ''] = /\/confirm\/([\w-]{22})/.exec(again) ?? [];
    expect(await (await system.request(path)).text()).toContain('mail me tips about leads and sales');
    await system.request(path, { method: 'POST' });
    await system.settled();
    const { consent } = await system.lead(person.email);
    expect(consent).toMatchObject({ mail: 'granted', subjects: { tips: 'granted' } });
    const page = await (await system.request(`/preferences/${id}`)).text();
    const boxes = [...page.matchAll(/<input[^>]*name="subject"[^>]*>/g)].map(([box]) => box);
    expect(boxes.map((box) => box.includes('checked'))).toEqual([true, false, false]);
  });
});

describe('a person who clicks and reads', () => {
  it('gets the points of the open and of the click, once', async () => {
    const { person, id, links } = await received();
    await system.advance('10m');
    await system.request(`/o/${id}.gif`);
    const answer = await system.request(links[0] ?? '');
    expect(answer.status).toBe(302);
    const url = answer.headers.get('location') ?? '';
    expect(url).toMatch(/[?&]kansrijk=[\w-]{22}(#|$)/);
    await person.tells([{ id: randomUUID(), type: 'page', url }]);
    await system.settled();
    await system.advance('5m');
    await system.request(links[0] ?? '');
    await system.advance('5m');
    expect(await reactionsOf(person)).toBe(3);
  });

  it('links an unknown browser to the person, but no browser of another person', async () => {
    const { person, links } = await received();
    const url = (await system.request(links[0] ?? '')).headers.get('location') ?? '';
    const other = new Person(system);
    await other.sendsIn('newsletter');
    await system.settled();
    await other.tells([{ id: randomUUID(), type: 'page', url }]);
    const phone = new Person(system);
    await phone.tells([
      { id: randomUUID(), type: 'page', url },
      { id: randomUUID(), type: 'page', url: 'https://website.nl/pricing' },
    ]);
    await system.settled();
    const { ledger } = (await system.lead(person.email)).score;
    expect(ledger.some(({ rule }) => rule.startsWith('Pricing'))).toBe(true);
    const others = (await system.lead(other.email)).score.ledger;
    expect(others.some(({ rule }) => rule.startsWith('Pricing'))).toBe(false);
  });
});

describe('the address of the website that a link leads to', () => {
  it('shows no mail id, and its token opens no page', async () => {
    const { person, id, links } = await received();
    for (const link of links) {
      const location = (await system.request(link)).headers.get('location') ?? '';
      expect(location).not.toBe('');
      expect(location).not.toContain(id);
      const key = URL.parse(location)?.searchParams.get('kansrijk');
      if (!key) continue;
      const opened = [`/preferences/${key}`, `/unsubscribe/${key}`, `/confirm/${key}`, `/c/${key}/0`];
      for (const path of opened) expect((await system.request(path)).status).toBe(404);
      await system.request(`/preferences/${key}`, form({ do: 'erase', sure: 'yes' }));
    }
    expect((await system.lead(person.email)).consent.mail).toBe('pending');
  });
});

describe('a person who confirmed and then unsubscribes', () => {
  it('gets no mail from then on, by one click in the mail program', async () => {
    const { person, id, mail } = await received();
    await system.request(`/confirm/${id}`, form({}));
    await system.settled();
    expect((await system.lead(person.email)).consent.mail).toBe('granted');
    const header = JSON.stringify(mail.headers);
    expect(header).toContain(`/unsubscribe/${id}`);
    expect(header).toContain('List-Unsubscribe=One-Click');
    await system.request(`/unsubscribe/${id}`, form({ 'List-Unsubscribe': 'One-Click' }));
    await system.settled();
    expect((await system.lead(person.email)).consent.mail).toBe('withdrawn');
    const before = await mailsTo(person);
    await system.advance('21d');
    expect(await mailsTo(person)).toBe(before);
  });
});

describe('a person who has everything erased', () => {
  it('gets a receipt, and comes back only by an action of its own', async () => {
    const { person, id, links } = await received();
    const url = (await system.request(links[0] ?? '')).headers.get('location') ?? '';
    const answer = await system.request(`/preferences/${id}`, form({ do: 'erase', sure: 'yes' }));
    expect(await answer.text()).toContain('receipt');
    await system.settled();
    const dead = [...links, `/unsubscribe/${id}`, `/preferences/${id}`, `/confirm/${id}`];
    for (const path of dead) expect((await system.request(path)).status).toBe(404);
    const before = await mailsTo(person);
    await person.reads('/pricing');
    await new Person(system).tells([{ id: randomUUID(), type: 'page', url }]);
    await system.settled();
    await system.advance('8d');
    const lookup = { method: 'POST', body: JSON.stringify({ email: person.email }) };
    const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
    expect((await system.request('/api/leads/lookup', { ...lookup, headers })).status).toBe(404);
    expect(await mailsTo(person)).toBe(before);
    await person.sendsIn('whitepaper');
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({ consent: { mail: 'pending' } });
  });
});

describe('GET and HEAD', () => {
  it('write nothing, except for mail opens and clicks', async () => {
    const { id, links, mail } = await received();
    const paths = [
      ...[
        '/t.js',
        '/f/whitepaper',
        '/f/demo/thanks',
        `/confirm/${id}`,
        `/unsubscribe/${id}`,
        `/preferences/${id}`,
      ],
      ...[`/preferences/${id}?format=json`, '/handover/x', '/api/leads', '/api/openapi.json', '/p.gif'],
      ...['/c/x/0', '/o/x.gif', `/c/${id}/x`],
    ];
    await system.local('/usage', { method: 'DELETE' });
    for (const path of paths) await system.request(path);
    for (const path of [...paths, `/o/${id}.gif`]) await system.request(path, { method: 'HEAD' });
    expect(mail.html).toContain(`/o/${id}.gif`);
    expect(writesIn(await system.local<Usage>('/usage'))).toBe(0);
    await system.request(links[0] ?? '', { method: 'HEAD' });
    expect(writesIn(await system.local<Usage>('/usage'))).toBeGreaterThan(0);
  });
});

interface Usage {
  units: Record<string, { write: number }>;
}

/** The write units of the table and its indexes since the last reset. */
function writesIn({ units }: Usage): number {
  return Object.values(units).reduce((sum, { write }) => sum + write, 0);
}

describe('a visitor id that somebody planted or made up', () => {
  const evil = () => `evil-${randomUUID()}`;
  const message = { name: 'Eve', message: 'Call me', phone: '+31 20 123 45 67' };
  const sends = (fields: Record<string, unknown>) =>
    system.request('/f/contact', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...fields, _locale: 'en' }),
    });
  const refusal = { status: 422, errors: { email: 'Fill in your e-mail address.' } };
  const answerTo = async (fields: Record<string, unknown>) => {
    const answer = await sends(fields);
    return { status: answer.status, ...((await answer.json()) as object) };
  };

  it('reaches no form by a link, and raises no hand in the name of who filled it in and confirmed', async () => {
    const _visitor = evil();
    const shown = await (await system.request(`/f/whitepaper?_visitor=${_visitor}`)).text();
    expect(shown).not.toContain(_visitor);
    const hidden = [...shown.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const person = new Person(system);
    const filled = Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
    const typed = { ...filled, email: person.email, permission: 'on', _t: '' };
    await system.request('/f/whitepaper', { ...form(typed), redirect: 'manual' });
    await system.settled();
    const [mail] = await system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);
    await system.request(/\/confirm\/[\w-]{22}/.exec(mail?.html ?? '')?.[0] ?? '', form({}));
    await system.settled();
    expect(await answerTo({ ...message, _visitor })).toMatchObject(refusal);
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({
      consent: { mail: 'granted' },
      readiness: 'not-ready',
      handovers: [],
    });
  });

  it('speaks for nobody after a form with somebody else’s address', async () => {
    const _visitor = evil();
    const person = new Person(system);
    const api = { email: person.email, source: 'CRM', profile: { employees: '200', company: 'Acme' } };
    await system.api('/api/leads', { method: 'POST', body: JSON.stringify(api) });
    await system.settled();
    await person.sendsIn('whitepaper', { _visitor, employees: '2', permission: undefined });
    await person.sendsIn('whitepaper', { _visitor: undefined, employees: '3', permission: undefined });
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({
      profile: { employees: '200', company: 'Acme' },
      fit: { verdict: 'good' },
    });
    const asked = { headers: { accept: 'application/json', 'kansrijk-visitor': _visitor } };
    expect(await (await system.request('/f/whitepaper', asked)).text()).toContain('"name":"email"');
    expect(await answerTo({ ...message, _visitor })).toMatchObject(refusal);

    expect(await answerTo({ ...message, _visitor, email: person.email })).toMatchObject({ ok: true });
    await system.settled();
    const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
    const told = mails.find(({ text }) => text.includes(person.email))?.text;
    expect(told).toContain('Not confirmed');
    expect(told).toContain('Number of employees: 2 (form whitepaper · not confirmed');
  });

  it('is the person’s own once it gave the address and a click in a mail confirmed that', async () => {
    const { person, id } = await received();
    const asking = { ...message, _visitor: person.visitor };
    expect(await answerTo(asking)).toMatchObject(refusal);
    await system.request(`/confirm/${id}`, form({}));
    await system.settled();
    expect(await answerTo(asking)).toMatchObject({ status: 200, ok: true });
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({ readiness: 'hand-raiser' });
  });
});
