import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  // Its own: of many who raise a hand within an hour, sales is not told one by one.
  system = await startSystem();
});
afterAll(() => system.stop());

/** Somebody who asked for a call, and the links in the mail that sales got. */
async function handedOver() {
  const person = new Person(system);
  await person.sendsIn('contact', { name: 'Ann de Vries', message: 'Call me' });
  await system.settled();
  const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
  const mail = mails.find(({ html }) => html.includes(person.email)) as Mail;
  const links = [...mail.text.matchAll(/http:\/\/localhost:\d+(\/handover\/\S+)/g)].map(
    ([, path]) => path as string,
  );
  const path = links.at(-1)?.split('?')[0] as string;
  const answer = (fields: Record<string, string>) =>
    system.request(path, {
      method: 'POST',
      body: new URLSearchParams({ _key: crypto.randomUUID(), ...fields }),
    });
  const actions = async () => {
    const { id } = await system.lead(person.email);
    const { events } = await system.api<{ events: { type: string }[] }>(`/api/leads/${id}/events`);
    return events.filter(({ type }) => type === 'sales');
  };
  return { person, links, path, answer, actions };
}

describe('the links of the mail', () => {
  it('open the page with each answer ready, and a mail client that prefetches all of them records no answer', async () => {
    const { person, links, actions } = await handedOver();
    expect(links.map((link) => link.replace(/^[^?]*/, ''))).toEqual([
      '?answer=accept#accept',
      '?answer=return#return',
      '',
    ]);
    for (const link of links) {
      for (const [method, headers] of [
        ['GET', { 'sec-purpose': 'prefetch;prerender' }],
        ['HEAD', {}],
        ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; scanner)' }],
      ] as const) {
        const response = await system.request(link, { method, headers });
        expect(response.status).toBe(200);
        if (method === 'HEAD') expect(await response.text()).toBe('');
      }
    }
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({ stage: 'mql', handovers: [{ status: 'open' }] });
    expect(await actions()).toEqual([]);
  });
});

describe('two people who press accept at the same moment', () => {
  it('get different results: one has the lead, the other reads who', async () => {
    const { person, path, answer, actions } = await handedOver();
    const [anna, bram] = await Promise.all([
      answer({ action: 'accept', name: 'Anna' }),
      answer({ action: 'accept', name: 'Bram' }),
    ]);
    expect([anna.status, bram.status].sort()).toEqual([303, 409]);
    const [first, second] = anna.status === 303 ? ['Anna', bram] : ['Bram', anna];
    expect(await second.text()).toMatch(new RegExp(`(door|by) ${first}`));
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({
      stage: 'sal',
      handovers: [{ status: 'accepted', answer: { by: first } }],
    });
    expect(await actions()).toHaveLength(1);
    const page = await (await system.request(path)).text();
    expect(page).toContain(`${first} `);
    const events = await system.local<{ 'detail-type': string; detail: { leadId: string } }[]>('/bus');
    const { id } = await system.lead(person.email);
    const accepted = events.filter(
      (event) => event['detail-type'] === 'HandoverAccepted' && event.detail.leadId === id,
    );
    expect(accepted).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('that is sent twice is recorded once', async () => {
    const { answer, actions } = await handedOver();
    const fields = {
      _key: 'one-page',
      action: 'return',
      reason: 'not-ready',
      name: 'Anna',
      note: 'In spring',
    };
    const answers = await Promise.all([answer(fields), answer(fields)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await actions()).toHaveLength(1);
  });

  it('is refused once the person is erased, and the page is gone', async () => {
    const { person, path, answer } = await handedOver();
    const { id } = await system.lead(person.email);
    await system.api(`/api/leads/${id}`, { method: 'DELETE' });
    expect((await answer({ action: 'accept', name: 'Anna' })).status).toBe(410);
    expect((await system.request(path)).status).toBe(410);
    await system.settled();
    expect(
      (await system.request(`/api/leads/${id}`, { headers: { authorization: 'Bearer local' } })).status,
    ).toBe(404);
  });
});
