import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type System, sharedSystem } from './system.ts';

/** Part of every address, name and message sent here, so that one search finds a leak. */
const MARK = `geheim${randomUUID().slice(0, 8)}`;
const MEGABYTE = 'x'.repeat(1_000_000);
const email = `ann-${MARK}@company.nl`;
const LONG = MARK.repeat(700);

let system: System;
let deadLetters: unknown[];
beforeAll(async () => {
  system = await sharedSystem();
  deadLetters = await system.local('/dead-letters');
});

async function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const answer = await system.request(path, { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}

describe('events that are wrong', () => {
  const visitorId = 'visitor';
  const event = { id: '1', type: 'page', url: 'https://website.nl/', title: `Of ${MARK}` };
  const one = (wrong: object) => JSON.stringify({ visitorId, events: [{ ...event, ...wrong }] });

  it.each([
    ['nothing', '', 400, 'body'],
    ['half of it', one({}).slice(0, -9), 400, 'body'],
    ['a text', JSON.stringify(MARK), 400, 'body'],
    ['nothing but null', 'null', 400, 'body'],
    ['a list', `[${one({})}]`, 400, 'body'],
    ['an id of a number', JSON.stringify({ visitorId: 1, events: [] }), 400, 'visitorId'],
    ['an id that looks like a key', JSON.stringify({ visitorId: 'L#x', events: [] }), 400, 'visitorId'],
    ['an address as id', JSON.stringify({ visitorId: email, events: [] }), 400, 'visitorId'],
    ['events that are none', JSON.stringify({ visitorId, events: event }), 400, 'events'],
    ['an event that is null', JSON.stringify({ visitorId, events: [null] }), 400, 'events[0]'],
    ['an event without id', one({ id: undefined }), 400, 'events[0].id'],
    ['an unknown type', one({ type: MARK }), 400, 'events[0].type'],
    ['a script as address', one({ url: `javascript:${MARK}` }), 400, 'events[0].url'],
    ['a moment that is none', one({ at: `yesterday ${MARK}` }), 400, 'events[0].at'],
    ['a name of 10 KB', one({ type: 'track', name: LONG }), 400, 'events[0].name'],
    ['a name of null bytes', one({ type: 'track', name: '\0\0' }), 400, 'events[0].name'],
    ['a depth of 20,000', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400, 'body'],
    [
      'more than 500 events',
      JSON.stringify({ visitorId, events: Array(501).fill(event) }),
      413,
      '500 events',
    ],
    ['an event of a megabyte', one({ title: MEGABYTE }), 413, '500 KB'],
    ['an event of 40 KB', one({ title: LONG + LONG + LONG + LONG }), 413, 'events[0]'],
  ])('(%s) are refused with the name of what is wrong', async (_, body, status, named) => {
    const answer = await post('/e', body, { 'content-type': 'text/plain' });
    expect(answer).toEqual({ status, text: expect.stringContaining(named) });
    expect(answer.text).not.toContain(MARK);
  });
});

describe('an event with a part that cannot be kept', () => {
  it.each([
    ['a group as property', { step: { is: MARK } }, 'events[0].props.step'],
    ['a list as properties', [MARK], 'events[0].props'],
  ])('(%s) is kept without it, and the answer says so', async (_, props, named) => {
    const event = { id: randomUUID(), type: 'page', url: 'https://website.nl/', props };
    const body = `\ufeff${JSON.stringify({ visitorId: 'visitor', events: [event] })}`;
    const answer = await post('/e', body, { 'content-type': 'text/plain' });
    expect(answer).toEqual({ status: 200, text: expect.stringContaining(`"leftOut":[{"field":"${named}"`) });
    expect(answer.text).not.toContain(MARK);
  });
});

describe('a pixel', () => {
  it.each([
    ['without anything', ''],
    ['with an address of a million characters', `v=x&u=https://website.nl/${MEGABYTE}`],
    ['with an address of a person', `v=${email}&u=mailto:${email}`],
    ['with null bytes', 'v=x&u=https://website.nl/%00%00&t=%00'],
    ['with half a character', 'v=x&u=https://website.nl/%ED%A0%80&t=%ED%A0%80%'],
    ['with names twice and lists', 'v=x&v=y&u[]=1&id[a]=b&__proto__=x'],
  ])('%s is answered with the image', async (_, query) => {
    const answer = await system.request(`/p.gif?${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });
});

describe('a form', () => {
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  const urlencoded = { ...json, 'content-type': 'application/x-www-form-urlencoded' };
  const multipart = { ...json, 'content-type': 'multipart/form-data; boundary=edge' };

  it.each([
    ['half of its JSON', '{"email":"', json, 400],
    ['a list', `["${email}"]`, json, 400],
    ['null', 'null', json, 400],
    ['a megabyte of JSON', JSON.stringify({ email, company: MEGABYTE }), json, 413],
    ['a megabyte, urlencoded', `email=${email}&company=${MEGABYTE}`, urlencoded, 413],
    [
      'broken multipart',
      `--edge\r\nContent-Disposition: form-data; name="email"\r\n\r\n${email}`,
      multipart,
      400,
    ],
    ['multipart without boundary', `email=${email}`, { ...json, 'content-type': 'multipart/form-data' }, 400],
    ['XML', `<email>${email}</email>`, { ...json, 'content-type': 'text/xml' }, 415],
    ['a type that is none', `email=${email}`, { ...json, 'content-type': '\u00ff' }, 415],
  ])('with %s is refused', async (_, body, headers, status) => {
    const answer = await post('/f/whitepaper', body, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(MARK);
  });

  it.each(['nothing', '__proto__', 'constructor', '%00', 'x'.repeat(10_000), '..%2fwhitepaper'])(
    'that does not exist (%.12s) gets a 404',
    async (name) => {
      expect((await post(`/f/${name}`, JSON.stringify({ email }), json)).status).toBe(404);
      expect((await system.request(`/f/${name}`)).status).toBe(404);
    },
  );

  it.each([
    ['no address', { email: undefined }, 'email'],
    ['an address with another line', { email: `${email}\r\nBcc: all@company.nl` }, 'email'],
    ['an address of 10 KB', { email: `${LONG}@company.nl` }, 'email'],
    ['a list as address', { email: [email] }, 'email'],
    ['a group as address', { email: { $ne: MARK } }, 'email'],
    ['half a character in the address', { email: `\ud800${email}` }, 'email'],
    ['a list as company', { email, company: [MARK] }, 'company'],
    ['nested groups as company', { email, company: { a: { b: MARK } } }, 'company'],
    ['a truth as name', { email, firstName: true }, 'firstName'],
    ['a name of 10 KB', { email, firstName: LONG }, 'firstName'],
    ['no number of employees', { email, employees: MARK }, 'employees'],
    ['no phone number', { email, phone: `call ${MARK.slice(0, 6)}` }, 'phone'],
  ])('with %s is refused with the name of the field, in JSON and as a page', async (_, fields, field) => {
    const answer = await post('/f/whitepaper', JSON.stringify(fields), json);
    expect(answer.status).toBe(422);
    expect(Object.keys(JSON.parse(answer.text).errors)).toEqual([field]);
    const page = await post('/f/whitepaper', JSON.stringify(fields), { ...json, accept: 'text/html' });
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(`id="${field}-wrong"`)]);
  });

  it('with a file as address is refused with the name of the field', async () => {
    const body = new FormData();
    body.set('email', new File([email], `${MARK}.txt`));
    const answer = await post('/f/whitepaper', body, { accept: 'application/json' });
    expect([answer.status, Object.keys(JSON.parse(answer.text).errors)]).toEqual([422, ['email']]);
  });

  it('with dangerous keys is accepted without them', async () => {
    const body = `{"email":"${email}","__proto__":{"permission":true},"constructor":"x","toString":1}`;
    expect((await post('/f/whitepaper', body, json)).status).toBe(200);
    await system.settled();
    expect(await system.lead(email)).toMatchObject({ stage: 'name', consent: { proofs: [] } });
  });
});

describe('the API', () => {
  const key = { authorization: 'Bearer local', 'content-type': 'application/json' };
  const lead = (wrong: object) => JSON.stringify({ email, source: 'crm', ...wrong });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic local',
    'local',
    `Bearer ${MEGABYTE.slice(0, 9_000)}`,
  ])('refuses whoever shows the key %.15s', async (authorization) => {
    const answer = await system.request(
      '/api/leads',
      authorization === undefined ? {} : { headers: { authorization } },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    'x',
    'A'.repeat(22),
    '__proto__',
    '%00',
    '%ED%A0%80',
    '%',
    MARK,
    MEGABYTE,
    encodeURIComponent(email),
  ])('knows no lead %.22s', async (id) => {
    for (const [path, method] of [
      ['', 'GET'],
      ['/events', 'GET'],
      ['', 'DELETE'],
    ] as const) {
      const answer = await system.request(`/api/leads/${id}${path}`, { method, headers: key });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(MARK);
    }
  });

  it.each([
    ['half of its JSON', lead({}).slice(0, -3), 400, ''],
    ['nothing', '', 400, ''],
    ['a megabyte', lead({ profile: { company: MEGABYTE } }), 413, ''],
    ['null', 'null', 422, 'body'],
    ['a list', `[${lead({})}]`, 422, 'body'],
    ['a number as address', lead({ email: 1 }), 422, 'email'],
    ['no address', lead({ email: MARK }), 422, 'email'],
    ['an address with another line', lead({ email: `${email}\r\nBcc: all@company.nl` }), 422, 'email'],
    ['no source', lead({ source: ' ' }), 422, 'source'],
    ['a source of null bytes', lead({ source: '\0\0' }), 422, 'source'],
  ])('refuses a lead with %s', async (_, body, status, field) => {
    const answer = await post('/api/leads', body, key);
    expect(answer.status).toBe(status);
    if (field) expect(Object.keys(JSON.parse(answer.text).errors)).toEqual([field]);
    expect(answer.text).not.toContain(MARK);
  });

  it.each([
    ['a list as profile', { profile: [MARK] }, 'profile'],
    ['a group in the profile', { profile: { company: { is: MARK } } }, 'profile.company'],
    ['a name of 10 KB', { profile: { firstName: LONG } }, 'profile.firstName'],
    ['a permission without words', { proofs: { permission: { page: 'x' } } }, 'proofs.permission'],
    [
      'a permission of tomorrow',
      { proofs: { permission: { wording: 'x', page: 'x', at: '2999-01-01T00:00:00Z' } } },
      'proofs.permission',
    ],
  ])('leaves out of a lead %s', async (_, more, field) => {
    const answer = await post('/api/leads', lead(more), key);
    expect(answer.status).toBe(202);
    expect(JSON.parse(answer.text).ignored).toEqual([{ field, reason: expect.any(String) }]);
    expect(answer.text).not.toContain(MARK);
  });

  it.each([
    ['cursor', MEGABYTE],
    ['cursor', 'bm9uZQ'],
    ['cursor', '%00'],
    ['limit', '-1'],
    ['limit', '1e9'],
    ['limit', 'all'],
    ['stage', '__proto__'],
    ['fit', 'toString'],
    ['readiness', ''],
  ])('refuses a list by %s %.10s', async (name, value) => {
    const answer = await system.request(`/api/leads?${name}=${value}`, { headers: key });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: { [name]: expect.any(String) } });
  });

  it('refuses to look up anything but an address', async () => {
    for (const body of ['{', '{}', '{"email":["x"]}', JSON.stringify({ email: `${email}\r\nx` })]) {
      expect((await post('/api/leads/lookup', body, key)).status).toBe(body === '{' ? 400 : 422);
    }
  });
});

describe('after all this', () => {
  it('no log holds personal data, and no dead letter was added', async () => {
    await system.settled();
    expect(JSON.stringify(await system.local('/logs'))).not.toContain(MARK);
    expect(await system.local('/dead-letters')).toEqual(deadLetters);
  });
});
