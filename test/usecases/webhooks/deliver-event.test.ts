import { beforeEach, describe, expect, it } from 'vitest';
import type { Webhook } from '../../../shared/contract/webhooks.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { Refused } from '../../../shared/gateways/refused.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { deliverEvent } from '../../../shared/usecases/webhooks/deliver-event.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, dyingTable } from '../faulty-table.ts';
import { accepted, CRM, Receivers, START } from './webhooks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let its: Receivers;
beforeEach(async () => {
  its = new Receivers(await memoryTable());
});

describe('a domain event', () => {
  it('reaches the receiver at once, signed, with its detail, and once however often it arrives', async () => {
    const event = accepted();
    await Promise.all([1, 2, 3].map(() => deliverEvent(its.system(), event)));
    await deliverEvent(its.system(), event);
    await its.pass(2 * HOUR);
    const [received, ...more] = its.received;
    expect(more).toEqual([]);
    expect(received && its.isGenuine(received)).toBe(true);
    expect(received?.url).toBe(CRM.url);
    expect(received?.headers['webhook-timestamp']).toBe(String(Date.parse(START) / 1000));
    expect(JSON.parse(received?.body ?? '')).toEqual({
      type: 'HandoverAccepted',
      timestamp: START,
      data: event.detail,
    });
    expect(its.news).toEqual([]);
  });

  it('goes to each subscriber, whatever the others respond', async () => {
    const others: Webhook[] = [
      { url: 'https://a.example.com/', secret: 'a', events: ['HandoverAccepted', 'HandRaised'] },
      { url: 'https://b.example.com/', secret: 'b', events: ['HandRaised'] },
    ];
    its.webhooks = [CRM, ...others];
    its.answer = ({ url }) => ({ status: url === CRM.url ? 500 : 200 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    expect(its.received.map(({ url }) => url).sort()).toEqual([others[0]?.url, CRM.url]);
    expect(await its.delivery(event, others[0])).toMatchObject({ status: 'delivered' });
    expect(await its.delivery(event)).toMatchObject({
      status: 'waiting',
      failure: 'crm.example.com status-500',
    });
  });

  it('about a person who was erased since is not sent again, but that it was erased is', async () => {
    its.answer = () => ({ status: 500 });
    const before = accepted();
    const id = before.detail.leadId as LeadId;
    await deliverEvent(its.system(), before);
    await putLead(its.table, { id, version: 1, erasedAt: plus(START, MINUTE) });
    const about = { id: `${id}.9.LeadErased`, leadId: id, at: plus(START, MINUTE) };
    await deliverEvent(its.system(), { type: 'LeadErased', detail: about });
    its.received = [];
    its.answer = () => ({ status: 204 });
    await its.pass(2 * HOUR);
    expect(its.received.map(({ body }) => JSON.parse(body).type)).toEqual(['LeadErased']);
    expect(await its.delivery(before)).toMatchObject({ status: 'delivered' });
  });

  it('has an id without full stops, which separate the parts of the signed text', async () => {
    await deliverEvent(its.system(), accepted());
    expect(its.received[0]?.headers['webhook-id']).toMatch(/^[\w-]+_7_HandoverAccepted$/);
  });
});

describe('a receiver that fails', () => {
  it('gets it days later, with the same id and the time of the attempt', async () => {
    const event = accepted();
    its.answer = () => ({ status: its.now < plus(START, 50 * HOUR) ? 503 : 200 });
    await deliverEvent(its.system(), event);
    await its.pass(80 * HOUR);
    const sent = its.received.map(({ at }) => Math.round((Date.parse(at) - Date.parse(START)) / MINUTE));
    expect(sent.slice(0, 4)).toEqual([0, 1, 6, 36]);
    expect(sent).toHaveLength(9);
    expect(new Set(its.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(its.received.every((received) => its.isGenuine(received))).toBe(true);
    for (const { headers, at } of its.received) {
      expect(headers['webhook-timestamp']).toBe(String(Date.parse(at) / 1000));
    }
    expect(await its.delivery(event)).toEqual({ status: 'delivered', hasBody: false });
  });

  it.each([
    ['a second', 1_000, 1, 2],
    ['five minutes', 5 * MINUTE, 6, 3],
    ['an hour', HOUR, 156, 5],
    ['a day', 24 * HOUR, 1_896, 8],
  ])('for %s gets it at the first try after that', async (_, down, minutes, tries) => {
    its.answer = () => ({ status: its.now < plus(START, down) ? 503 : 200 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    await its.pass(80 * HOUR);
    expect(its.received).toHaveLength(tries);
    expect(its.received.at(-1)?.at).toBe(plus(START, minutes * MINUTE));
    expect(await its.delivery(event)).toEqual({ status: 'delivered', hasBody: false });
  });

  it('for ever is given up after ten tries in three days, and logged without its address', async () => {
    const event = accepted();
    its.answer = () => ({ error: 'ECONNREFUSED' });
    await deliverEvent(its.system(), event);
    await its.pass(100 * HOUR);
    expect(its.received).toHaveLength(10);
    expect(await its.delivery(event)).toMatchObject({ status: 'given-up', tries: 10, hasBody: true });
    expect(its.news.map(({ news }) => news)).toEqual([...Array(9).fill('job-failed'), 'job-given-up']);
    expect(its.news.at(-1)?.about).toMatchObject({
      ...{ kind: 'webhook', tries: 10, since: START, failure: 'crm.example.com ECONNREFUSED' },
      place: expect.stringContaining(event.detail.leadId),
    });
    expect(JSON.stringify(its.news)).not.toContain('theirs');
  });

  it('is listed when it is given up, and gets it after all when it is tried again', async () => {
    const event = accepted();
    its.answer = () => ({ status: 410 });
    await deliverEvent(its.system(), event);
    its.answer = () => ({ status: 200 });
    its.now = plus(START, 9 * 24 * HOUR);
    const like = event.detail.leadId;
    const listed = await handleDeadJobs(its.system(), { dead: 'list', like });
    expect(listed).toMatchObject([{ since: START, tries: 1, failure: 'crm.example.com status-410' }]);
    await its.runDue();
    expect(its.received).toHaveLength(1);
    await handleDeadJobs(its.system(), { dead: 'again', like });
    await its.runDue();
    expect(its.received.map(({ body }) => JSON.parse(body).data.id)).toEqual(Array(2).fill(event.detail.id));
    expect(await its.delivery(event)).toEqual({ status: 'delivered', hasBody: false });
    expect(await handleDeadJobs(its.system(), { dead: 'list' })).toEqual([]);
  });

  it.each([
    [{ status: 301 }, 'redirect-301'],
    [{ status: 404 }, 'status-404'],
    [{ error: 'address-not-public' }, 'address-not-public'],
  ])('(%j) is retried, with the reason stored', async (answer, failure) => {
    its.answer = () => answer;
    const event = accepted();
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({
      ...{ status: 'waiting', failure: `crm.example.com ${failure}`, at: plus(START, 5_000) },
    });
  });

  it.each([
    ['1', 5_000],
    ['7200', 2 * HOUR],
    [new Date(Date.parse(START) + 2 * HOUR).toUTCString(), 2 * HOUR],
    ['7776000', 24 * HOUR],
    ['soon', 5_000],
  ])('and sends Retry-After (%s) gets the delay, up to a day', async (retryAfter, delay) => {
    its.answer = () => ({ status: 429, retryAfter });
    const event = accepted();
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({ at: plus(START, delay) });
  });

  it('because it is gone is not tried again', async () => {
    its.answer = () => ({ status: 410 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    await its.pass(30 * HOUR);
    expect(its.received).toHaveLength(1);
    expect(its.news).toMatchObject([{ news: 'job-given-up', about: { tries: 1 } }]);
  });

  it('and is removed from the settings is left alone', async () => {
    its.answer = () => ({ status: 500 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    its.webhooks = [];
    await its.pass(HOUR);
    expect(its.received).toHaveLength(1);
    expect(await its.delivery(event)).toEqual({ status: 'delivered', hasBody: false });
  });

  it('and times out does not hold up the others, however many deliveries wait for it', async () => {
    const others = ['a', 'b', 'c'].map((name) => ({ url: `https://${name}.example.com/`, secret: name }));
    its.webhooks = [CRM, ...others];
    let isDown = true;
    its.answer = async ({ url }) => {
      if (url === CRM.url) await new Promise((resolve) => setTimeout(resolve, 30));
      if (url === CRM.url) return { error: 'no-answer-in-time', silent: true };
      return { status: isDown ? 500 : 200 };
    };
    const events = Array.from({ length: 40 }, accepted);
    await Promise.all(events.map((event) => deliverEvent(its.system(), event)));
    its.received = [];
    isDown = false;
    its.now = plus(START, MINUTE);
    await its.runDue();
    const sentTo = (url: string) => its.received.filter((received) => received.url === url).length;
    expect(others.map(({ url }) => sentTo(url))).toEqual([40, 40, 40]);
    // As many as a sweep begins before the first of them has timed out.
    expect(sentTo(CRM.url)).toBeLessThanOrEqual(10);
    for (const event of events) expect(await its.delivery(event)).toMatchObject({ tries: 2 });
    its.answer = () => ({ status: 200 });
    await its.pass(10 * MINUTE);
    for (const event of events) expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
  });
});

describe('a wrong secret', () => {
  it('sends nothing unsigned, and everything once the secret is right', async () => {
    const { secret } = its;
    const event = accepted();
    its.secret = async () => 'not-a-key';
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({ failure: 'secret-holds-no-key' });
    its.secret = async () => {
      throw new Refused('ResourceNotFoundException', { isPermanent: true });
    };
    its.now = plus(START, MINUTE);
    await its.runDue();
    expect(await its.delivery(event)).toMatchObject({ failure: 'ResourceNotFoundException', tries: 2 });
    expect(its.received).toEqual([]);
    its.secret = secret;
    await its.pass(10 * MINUTE);
    expect(its.received.map((received) => its.isGenuine(received))).toEqual([true]);
  });
});

describe('a process that dies', () => {
  const crashes = [1, 2, 3].flatMap((call) =>
    (['before', 'after'] as const).map((when) => [when, call] as const),
  );

  it.each(crashes)('just %s its call %i of the table loses nothing', async (when, call) => {
    const event = accepted();
    const dying = its.system({ table: dyingTable(its.table, call, when) });
    await expect(deliverEvent(dying, event)).rejects.toThrow(Crash);
    await deliverEvent(its.system(), event);
    await its.pass(10 * MINUTE);
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
    // It is sent again, under the same id, only after a crash between sending and storing the result.
    expect(its.received).toHaveLength(when === 'before' && call === 3 ? 2 : 1);
    expect(new Set(its.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it.each(['before', 'after'] as const)('just %s the request to the receiver loses nothing', async (when) => {
    const event = accepted();
    const send = its.system().send;
    const dying = its.system({
      // After a crash the call never returns.
      send: (...message) =>
        (when === 'before' ? Promise.resolve() : send(...message)).then(() => new Promise(() => {})),
    });
    void deliverEvent(dying, event);
    await expect.poll(() => its.delivery(event)).toBeDefined();
    if (when === 'after') await expect.poll(() => its.received.length).toBe(1);
    await its.pass(10 * MINUTE);
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
    expect(its.received).toHaveLength(when === 'before' ? 1 : 2);
  });

  it.each([1, 2, 3].flatMap((call) => (['before', 'after'] as const).map((when) => [when, call] as const)))(
    'just %s call %i of a run loses nothing',
    async (when, call) => {
      const event = accepted();
      its.answer = () => ({ status: its.received.length === 1 ? 500 : 200 });
      await deliverEvent(its.system(), event);
      its.now = plus(START, MINUTE);
      await expect(its.runDue({ table: dyingTable(its.table, call, when) })).rejects.toThrow(Crash);
      await its.pass(30 * MINUTE);
      expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
      expect(new Set(its.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    },
  );
});

describe('two runs at once', () => {
  it('send it once', async () => {
    const event = accepted();
    its.answer = () => ({ status: its.received.length === 1 ? 500 : 200 });
    await deliverEvent(its.system(), event);
    its.now = plus(START, MINUTE);
    await Promise.all([its.runDue(), its.runDue(), its.runDue()]);
    expect(its.received).toHaveLength(2);
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
  });
});
