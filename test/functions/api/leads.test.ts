import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accepted, leadAnswer, leadList, problem, timeline } from '../../../shared/contract/api.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { NOW, pageView, submission } from '../../domain/builders.ts';
import { ago } from '../../web/handover/dossier/example.ts';
import { leadId, type TestApi, testApi } from './api.ts';

const visitor = 'browser-of-ann' as VisitorId;

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});

describe('a request', () => {
  it.each([
    ['without a key', ''],
    ['with a wrong key', 'Bearer wrong'],
    ['with an empty key', 'Bearer '],
    ['with a key in another scheme', 'Basic local'],
  ])('%s is refused', async (_, authorization) => {
    const answer = await api.call('GET', '/leads', undefined, { authorization });
    expect(answer).toMatchObject({ status: 401, body: { status: 401, title: 'Not authorised' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('for an unknown route gets a problem', async () => {
    const answer = await api.call('GET', '/nothing');
    expect(answer).toMatchObject({ status: 404, type: 'application/problem+json' });
    expect(problem.parse(answer.body).status).toBe(404);
  });

  it('gets 503 without details when the table does not answer', async () => {
    Object.assign(api.table, { call: () => Promise.reject(new Error('secret detail')) });
    const answer = await api.call('GET', '/leads');
    expect(answer.status).toBe(503);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(api.complaints).toHaveLength(1);
  });
});

describe('a request that the API does not know', () => {
  it.each([
    ['GET', '/leads?q=ann&cursor=80~abcdefgh', ['cursor']],
    ['GET', '/leads?cursor=words.AAAAAAAAAAAAAAAAAAAAAA', ['cursor']],
    ['GET', '/leads?form=demo&campaign=spring&stage=lead', ['form', 'campaign']],
    ['GET', '/leads?stage=lead&stage=mql', ['stage']],
    ['GET', '/leads?__proto__=1', ['__proto__']],
    ['GET', '/leads?band=&limit=&fit=&cursor=', ['band', 'limit', 'fit', 'cursor']],
    ['GET', '/leads?limit=1e1', ['limit']],
    ['GET', '/leads?limit=0&cursor=MDA4MA', ['limit', 'cursor']],
    ['POST', '/leads?dry=1', ['dry']],
    ['POST', '/leads/lookup?email=ann@acme.nl', ['email']],
    ['GET', '/leads/AAAAAAAAAAAAAAAAAAAAAA?full', ['full']],
    ['GET', '/leads/AAAAAAAAAAAAAAAAAAAAAA/events?from=2026-01-01', ['from']],
    ['POST', '/leads/AAAAAAAAAAAAAAAAAAAAAA/actions?by=anna', ['by']],
    ['DELETE', '/leads/AAAAAAAAAAAAAAAAAAAAAA?sure=yes', ['sure']],
    ['GET', '/reports/framework?fit=good', ['fit']],
    ['GET', '/reports/funnel?by=week&form=demo', ['form']],
    ['GET', '/reports/returns?from=1999-12-31&to=', ['from', 'to']],
    ['GET', '/reports/mails?sequence=tips&to=today', ['sequence', 'to']],
    ['GET', '/openapi.json?v=2', ['v']],
  ])('names the parameter: %s %s', async (method, path, names) => {
    const body = method === 'POST' ? { email: 'ann@acme.nl', source: 'crm' } : undefined;
    const answer = await api.call(method, path, body);
    expect(answer).toMatchObject({
      status: /cursor=(80~|words)/.test(path) ? 404 : 400,
      type: 'application/problem+json',
    });
    expect(Object.keys(answer.body.errors).sort()).toEqual([...names].sort());
  });

  it.each([
    ['PUT', '/leads', 'GET, HEAD, POST'],
    ['GET', '/leads/lookup', 'POST'],
    ['PATCH', '/leads/AAAAAAAAAAAAAAAAAAAAAA', 'GET, HEAD, DELETE'],
    ['OPTIONS', '/leads/AAAAAAAAAAAAAAAAAAAAAA/events', 'GET, HEAD'],
    ['GET', '/leads/AAAAAAAAAAAAAAAAAAAAAA/actions', 'POST'],
    ['DELETE', '/reports/funnel', 'GET, HEAD'],
    ['POST', '/openapi.json', 'GET, HEAD'],
  ])('says which methods a path has: %s %s', async (method, path, allow) => {
    const { status, type, headers } = await api.call(method, path);
    expect([status, type, headers.get('allow')]).toEqual([405, 'application/problem+json', allow]);
  });

  it.each([
    [`/leads/AAAAAAAAAAAAAAAAAAAAAA/actions`, { action: 'accept', by: 'anna', team: 'north' }, 'team'],
    ['/leads/lookup', { email: 'ann@acme.nl', phone: '1' }, 'phone'],
  ])('names the field: %s', async (path, body, name) => {
    expect(await api.call('POST', path, body)).toMatchObject({
      status: 422,
      body: { errors: { [name]: 'There is no such field' } },
    });
  });
});

describe('one lead', () => {
  it('has its consent, its fit and an explanation of its score', async () => {
    const id = await api.happened(
      'ann@acme.nl',
      submission('whitepaper', { visitor, values: { firstName: 'Ann', employees: '250' } }),
      pageView('/pricing', { visitor }),
    );
    const { status, body } = await api.call('GET', `/leads/${id}`);
    expect(status).toBe(200);
    expect(z.strictObject(leadAnswer.shape).parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id,
      email: 'ann@acme.nl',
      profile: { firstName: 'Ann', employees: '250' },
      consent: {
        mail: 'pending',
        tracking: 'granted',
        subjects: { '*': 'pending' },
        proofs: [{ form: 'whitepaper', wording: 'Yes, mail me tips', subjects: null, confirmedAt: null }],
      },
      stage: 'lead',
      fit: { verdict: 'good', reasons: [{ code: 'business-mail', value: 'acme.nl' }, { code: 'employees' }] },
      readiness: 'not-ready',
      score: {
        total: 5,
        band: 'newsletter',
        ledger: [{ points: 2 }, { points: 3, rule: 'Pricing or demo page' }],
      },
      handovers: [],
      enrolments: [],
      playbook: 1,
    });
  });

  it('says what others said, which points nobody confirmed, and whether its hand-over rests on them', async () => {
    const other = 'another-browser' as VisitorId;
    const form = (from: VisitorId, employees: string) =>
      submission('whitepaper', { visitor: from, values: { employees } });
    const id = await api.happened(
      ...['ann@acme.nl', form(visitor, '250'), form(other, '2')],
      ...Array.from({ length: 45 }, (_, n) => pageView(`/guides/${n}`, { visitor })),
    );
    const { body } = await api.call('GET', `/leads/${id}`);
    expect(z.strictObject(leadAnswer.shape).parse(body)).toEqual(body);
    expect(body).toMatchObject({
      profile: { employees: '250' },
      claims: [{ field: 'employees', value: '2', source: 'form whitepaper', rank: 'form' }],
      score: { total: 92, unconfirmed: 92 },
      handovers: [{ reason: 'threshold', status: 'open', unconfirmed: true }],
    });
  });

  it('has its hand-over without the token', async () => {
    const id = await api.happened('ann@acme.nl', submission('contact', { handRaise: true }));
    const { body } = await api.call('GET', `/leads/${id}`);
    expect(body.handovers).toMatchObject([{ number: 1, reason: 'hand-raiser', status: 'open' }]);
    expect(JSON.stringify(body)).not.toContain('token');
  });

  it('has its progress in sequences, alone and in the list', async () => {
    const id = await api.happened('ann@acme.nl', submission('whitepaper'));
    const course = { lead: id, sequence: 'whitepaper-tips', startedAt: NOW, version: 1, shiftDays: 0 };
    const due = '2026-11-30T08:00:00.000Z';
    const sent = { whitepaper: NOW };
    await putEnrolment(api.table, { ...course, status: 'active', sent, skipped: {}, due, planned: due });
    // It has not confirmed its address.
    const standing = [{ sequence: 'whitepaper-tips', step: 1, status: 'waiting', nextAt: null }];
    expect((await api.call('GET', `/leads/${id}`)).body.enrolments).toEqual(standing);
    expect((await api.call('GET', '/leads')).body.leads[0].enrolments).toEqual(standing);
  });

  it('has its current score, also when points expired since it last changed', async () => {
    const id = await api.happened('ann@acme.nl', submission('whitepaper', ago(89)));
    expect((await api.call('GET', `/leads/${id}`)).body.score.total).toBe(2);
    api.now = '2026-11-25T12:00:00.000Z';
    expect((await api.call('GET', `/leads/${id}`)).body.score).toEqual({
      total: 0,
      band: 'newsletter',
      ledger: [],
    });
  });

  it('is found by its address in any spelling', async () => {
    const id = await api.happened('ann@acme.nl', submission());
    const { status, body } = await api.call('POST', '/leads/lookup', { email: ' Ann@ACME.nl ' });
    expect([status, body.id]).toEqual([200, id]);
  });

  it.each([
    ['GET', '/leads/AAAAAAAAAAAAAAAAAAAAAA', undefined],
    ['GET', '/leads/AAAAAAAAAAAAAAAAAAAAAA/events', undefined],
    ['GET', '/leads/not-an-id', undefined],
    ['POST', '/leads/lookup', { email: 'nobody@acme.nl' }],
    ['DELETE', '/leads/AAAAAAAAAAAAAAAAAAAAAA', undefined],
  ])('that is unknown is not found: %s %s', async (method, path, body) => {
    expect(await api.call(method, path, body)).toMatchObject({
      status: 404,
      type: 'application/problem+json',
    });
  });
});

describe('the list of leads', () => {
  async function three(): Promise<void> {
    await api.happened('low@acme.nl', submission());
    await api.happened(
      'high@acme.nl',
      submission('whitepaper', { values: { employees: '100' } }),
      submission('demo'),
    );
    await api.happened(
      'raised@gmail.com',
      submission('contact', { handRaise: true }),
      submission(),
      submission('demo'),
    );
  }
  const emails = (body: { leads: { email: string }[] }) => body.leads.map(({ email }) => email);

  it('has the highest score first, over all stages', async () => {
    await three();
    const { body } = await api.call('GET', '/leads');
    expect(leadList.parse(body)).toEqual(body);
    expect(emails(body)).toEqual(['raised@gmail.com', 'high@acme.nl', 'low@acme.nl']);
    expect(body.cursor).toBeNull();
  });

  it('goes on, page after page, with what a search finds', async () => {
    await three();
    const first = await api.call('GET', '/leads?q=acme&limit=1');
    expect(emails(first.body)).toEqual(['high@acme.nl']);
    const cursor = encodeURIComponent(first.body.cursor);
    const second = await api.call('GET', `/leads?q=acme&limit=1&cursor=${cursor}`);
    expect(emails(second.body)).toEqual(['low@acme.nl']);
    expect(second.body.cursor).toBeNull();
  });

  it.each([
    ['stage=mql', ['raised@gmail.com']],
    ['fit=good', ['high@acme.nl']],
    ['readiness=not-ready', ['high@acme.nl', 'low@acme.nl']],
    ['stage=lead&fit=bad', []],
    ['band=newsletter&fit=good', ['high@acme.nl']],
    ['band=ads', []],
    ['owner=anna', ['raised@gmail.com']],
    ['owner=bram', []],
    ['q=acme', ['high@acme.nl', 'low@acme.nl']],
    ['q=%40ACME.nl&fit=good', ['high@acme.nl']],
    ['q=rai&owner=anna', ['raised@gmail.com']],
    ['q=rai&owner=bram', []],
    ['q=a', []],
    ['subject=seo&stage=lead', []],
  ])('can be filtered: %s', async (query, expected) => {
    await three();
    expect(emails((await api.call('GET', `/leads?${query}`)).body)).toEqual(expected);
  });

  it('is read page by page, each lead once', async () => {
    await three();
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 9; page++) {
      const { body } = await api.call('GET', `/leads?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...emails(body));
      cursor = body.cursor;
    }
    expect(seen).toEqual(['raised@gmail.com', 'high@acme.nl', 'low@acme.nl']);
  });

  it.each(['stage=nonsense', 'limit=0', 'cursor=nonsense'])('says what is wrong with %s', async (query) => {
    const answer = await api.call('GET', `/leads?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([query.split('=')[0]]);
  });
});

describe('the timeline of a lead', () => {
  it('has its own events and those of its browsers, newest first, page by page', async () => {
    const events = [
      submission('whitepaper', { ...ago(3), visitor }),
      pageView('/a', { ...ago(2), visitor }),
      pageView('/b', { ...ago(1), visitor }),
    ];
    const id = await api.happened('ann@acme.nl', ...events);
    const first = await api.call('GET', `/leads/${id}/events?limit=2`);
    expect(timeline.parse(first.body)).toEqual(first.body);
    expect(first.body.events.map(({ id }: { id: string }) => id)).toEqual([events[2]?.id, events[1]?.id]);
    const { body } = await api.call('GET', `/leads/${id}/events?limit=2&cursor=${first.body.cursor}`);
    expect(body).toMatchObject({ events: [{ id: events[0]?.id, form: 'whitepaper' }], cursor: null });
  });
});

describe('a person added by another system', () => {
  const tell = (body: unknown, headers = {}) => api.call('POST', '/leads', body, headers);

  it('is a name when only its address is known', async () => {
    const { status, body, headers } = await tell({ email: 'Card@Acme.nl', source: 'fair' });
    expect([status, headers.get('location')]).toEqual([202, `/api/leads/${leadId('card@acme.nl')}`]);
    await api.score(body.id);
    const lead = await api.call('GET', `/leads/${body.id}`);
    expect(lead.body).toMatchObject({
      email: 'card@acme.nl',
      stage: 'name',
      consent: { mail: 'none', subjects: {}, proofs: [] },
    });
  });

  it('is a lead with its proofs and profile', async () => {
    const permission = { wording: 'Mail me', page: 'https://fair.example/form', at: '2026-11-01T10:00:00Z' };
    const { body } = await tell({
      email: 'ann@acme.nl',
      source: 'fair',
      profile: { firstName: 'Ann', employees: 120, shoeSize: '38' },
      proofs: { permission, interest: 'Asked for a demo at the stand' },
    });
    await api.score(body.id);
    const lead = await api.call('GET', `/leads/${body.id}`);
    expect(lead.body).toMatchObject({
      stage: 'lead',
      profile: { firstName: 'Ann', employees: '120' },
      fit: { verdict: 'good' },
      consent: { proofs: [{ at: '2026-11-01T10:00:00.000Z', form: 'fair', wording: 'Mail me' }] },
    });
    expect(lead.body.profile.shoeSize).toBeUndefined();
  });

  it('is added once for an idempotency key', async () => {
    const { body } = await tell({ email: 'ann@acme.nl', source: 'crm' }, { 'Idempotency-Key': 'order 1' });
    api.now = '2026-11-23T12:00:00.000Z';
    await tell({ email: 'ann@acme.nl', source: 'crm' }, { 'Idempotency-Key': 'order 1' });
    expect(await leadEvents(api.table, body.id)).toHaveLength(1);
    await tell({ email: 'ann@acme.nl', source: 'crm' }, { 'Idempotency-Key': 'order 2' });
    expect(await leadEvents(api.table, body.id)).toHaveLength(2);
  });

  it.each([
    [{ email: 'no address', source: 'crm' }, ['email']],
    [{ email: 'josé@acme.nl', source: 'crm' }, ['email']],
    [{ email: 'a@acme.nl' }, ['source']],
    [{ email: 7, source: ' ', profile: [] }, ['email', 'source']],
    [{ email: null, profile: { optIn: true } }, ['email', 'source']],
    [[], ['body']],
    [null, ['body']],
    ['"a@acme.nl"', ['body']],
  ])('is refused with an error for each required field that is not valid: %j', async (body, fields) => {
    const answer = await tell(body);
    expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' });
    expect(Object.keys(answer.body.errors)).toEqual(fields);
  });

  it.each([
    [{ optIn: true, profile: { firstName: 'Ann' } }, ['optIn']],
    [
      { profile: { firstName: 'Ann', optIn: true, phone: null, jobTitle: ['a', {}] } },
      ['optIn', 'phone', 'jobTitle'],
    ],
    [
      { profile: { firstName: 'Ann', company: 'x'.repeat(201), shoeSize: 38, lastName: ' ' } },
      ['company', 'shoeSize', 'lastName'],
    ],
    [{ profile: { firstName: 'Ann', employees: '51,200', phone: 'n/a' } }, ['employees', 'phone']],
    [{ profile: { firstName: 'Ann', employees: 1.234 } }, ['employees']],
    [{ profile: { firstName: 'Ann', lastName: 'M\ufffdller' } }, ['lastName']],
    [{ profile: { firstName: 'Ann' }, proofs: null }, ['proofs']],
    [
      { profile: { firstName: 'Ann' }, proofs: { interest: null, permission: null, gdpr: 1 } },
      ['interest', 'permission', 'gdpr'],
    ],
    [
      { profile: { firstName: 'Ann' }, proofs: { interest: ['demo'], permission: { page: 'p' } } },
      ['interest', 'permission'],
    ],
    [
      { profile: { firstName: 'Ann' }, proofs: { permission: { wording: 'w', page: 'p', at: 'yesterday' } } },
      ['permission'],
    ],
    [
      {
        profile: { firstName: 'Ann' },
        proofs: { permission: { wording: 'w', page: 'p', at: '2030-01-01T00:00:00Z' } },
      },
      ['permission'],
    ],
  ])('keeps what is right, and is told what was left out: %j', async (more, fields) => {
    const { status, body } = await tell({ email: 'ann@acme.nl', source: 'crm', ...more });
    expect(status).toBe(202);
    expect(accepted.parse(body)).toEqual(body);
    const left = body.ignored.map(({ field }: { field: string }) => field.split('.').at(-1));
    expect(left.sort()).toEqual([...fields].sort());
    const [event] = await leadEvents(api.table, body.id);
    expect(event).toMatchObject({ values: { firstName: 'Ann' } });
    expect(event).not.toHaveProperty('permission');
    expect(event).not.toHaveProperty('interest');
  });

  it('loses only an unknown field of a proof', async () => {
    const permission = { wording: 'w', page: 'p', ip: '192.0.2.1' };
    const { body } = await tell({ email: 'ann@acme.nl', source: 'crm', proofs: { permission } });
    expect(body.ignored).toEqual([{ field: 'proofs.permission.ip', reason: 'There is no such field' }]);
    expect(await leadEvents(api.table, body.id)).toMatchObject([{ permission: { wording: 'w', page: 'p' } }]);
  });

  it('is told of at most a hundred fields that were left out', async () => {
    const profile = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field ${n}`, null]));
    const { status, body } = await tell({ email: 'ann@acme.nl', source: 'crm', profile });
    expect([status, body.ignored.length]).toEqual([202, 100]);
  });

  it('is refused when a value is nested deeper than anybody needs', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    for (const body of [deep, `{"email":"ann@acme.nl","source":"crm","profile":{"a":${deep}}}`]) {
      const answer = await tell(body);
      expect([answer.status, answer.body.detail]).toEqual([400, 'Send JSON: Nest at most 64 levels']);
    }
  });

  it('is waited for until it is scored, by whatever comes next', async () => {
    const id = leadId('ann@acme.nl');
    const nexts: [string, string, object?][] = [
      ['GET', `/leads/${id}`],
      ['POST', '/leads/lookup', { email: 'ann@acme.nl' }],
      ['GET', `/leads/${id}/events`],
      ['DELETE', `/leads/${id}`],
    ];
    for (const [method, path, body] of nexts) {
      api = await testApi();
      await tell({ email: 'ann@acme.nl', source: 'crm' });
      const [answer] = await Promise.all([api.call(method, path, body), api.score(id)]);
      expect(answer.status).toBe(200);
    }
    expect((await api.call('GET', `/leads/${id}`)).status).toBe(404);
  });

  it('is updated under one idempotency key, there and back', async () => {
    const permission = { wording: 'w', page: 'p', at: '2026-11-01T10:00:00Z' };
    const employeesOf = async () =>
      (await api.call('GET', `/leads/${leadId('ann@acme.nl')}`)).body.profile.employees;
    for (const employees of ['20', '100', '20', '90', '100']) {
      const told = { email: 'ann@acme.nl', source: 'crm', profile: { employees }, proofs: { permission } };
      for (const _ of [1, 2]) {
        const { body } = await tell(told, { 'Idempotency-Key': 'record 7' });
        await api.score(body.id);
      }
      expect(await employeesOf()).toBe(employees);
    }
    expect(await leadEvents(api.table, leadId('ann@acme.nl'))).toHaveLength(5);
  });

  it('is refused when the body is not JSON or too large', async () => {
    expect((await tell('{')).status).toBe(400);
    expect((await tell('')).status).toBe(400);
    expect(
      (await tell('email=ann@acme.nl', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
    expect((await tell('<lead/>', { 'content-type': 'application/xml' })).status).toBe(415);
    expect(
      (await tell('\ufeff{"email":"ann@acme.nl","source":"crm"}', { 'content-type': 'text/plain' })).status,
    ).toBe(202);
    expect((await tell({ email: 'x'.repeat(100_000), source: 'crm' })).status).toBe(413);
  });
});
