import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Webhook } from '../../../shared/contract/webhooks.ts';
import { plus } from '../../../shared/domain/time.ts';
import { Refused } from '../../../shared/gateways/refused.ts';
import { deliveryEntity } from '../../../shared/store/webhooks/webhook-deliveries.ts';
import { deliverEvent } from '../../../shared/usecases/webhooks/deliver-event.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { accepted, CRM, Receivers, START } from './webhooks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let its: Receivers;
beforeEach(async () => {
  its = new Receivers(await newSignedTable());
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
    expect(await its.delivery(event)).toMatchObject({ status: 'waiting', reason: 'status-500' });
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
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered', tries: 9 });
  });

  it('for three days is given up and logged', async () => {
    const event = accepted();
    its.answer = () => ({ error: 'ECONNREFUSED' });
    await deliverEvent(its.system(), event);
    await its.pass(100 * HOUR);
    expect(its.received).toHaveLength(10);
    expect(await its.delivery(event)).toMatchObject({ status: 'failed', reason: 'ECONNREFUSED' });
    expect(its.news.at(-1)).toEqual({
      news: 'webhook-given-up',
      about: { event: event.detail.id, host: 'crm.example.com', tries: 10, reason: 'ECONNREFUSED' },
    });
    expect(JSON.stringify(its.news)).not.toContain('theirs');
  });

  it('gets it after all when it is sent again as in the runbook', async () => {
    const event = accepted();
    its.answer = () => ({ status: 410 });
    await deliverEvent(its.system(), event);
    its.answer = () => ({ status: 200 });
    its.now = plus(START, 9 * 24 * HOUR);
    const [, expression = ''] =
      /--update-expression '(.+)'/.exec(readFileSync('infra/runbook.md', 'utf8')) ?? [];
    const { name: TableName } = its.table;
    const { PK, SK } = deliveryEntity.keyOf(its.keyOf(event));
    await its.table.call('UpdateItem', {
      TableName,
      Key: { PK: { S: PK }, SK: { S: SK } },
      UpdateExpression: expression,
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: {
        ':waiting': { S: 'waiting' },
        ':none': { N: '0' },
        ':shard': { S: 'due#0' },
        ':due': { S: `${its.now}#${event.detail.id}#again` },
      },
    });
    await its.runDue();
    expect(its.received.map(({ body }) => JSON.parse(body).data.id)).toEqual(Array(2).fill(event.detail.id));
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered', tries: 1 });
  });

  it.each([
    [{ status: 301 }, 'redirect-301'],
    [{ status: 404 }, 'status-404'],
    [{ error: 'address-not-public' }, 'address-not-public'],
  ])('(%j) is retried, with the reason stored', async (answer, reason) => {
    its.answer = () => answer;
    const event = accepted();
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({ status: 'waiting', reason, due: plus(START, 5_000) });
  });

  it.each(['7200', new Date(Date.parse(START) + 2 * HOUR).toUTCString()])(
    'and sends Retry-After (%s) gets the delay',
    async (retryAfter) => {
      its.answer = () => ({ status: 429, retryAfter });
      const event = accepted();
      await deliverEvent(its.system(), event);
      expect(await its.delivery(event)).toMatchObject({ due: plus(START, 2 * HOUR) });
    },
  );

  it('because it is gone is not tried again', async () => {
    its.answer = () => ({ status: 410 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    await its.pass(30 * HOUR);
    expect(its.received).toHaveLength(1);
    expect(its.news).toMatchObject([{ news: 'webhook-given-up', about: { reason: 'gone' } }]);
  });

  it('and is removed from the settings is left alone', async () => {
    its.answer = () => ({ status: 500 });
    const event = accepted();
    await deliverEvent(its.system(), event);
    its.webhooks = [];
    await its.pass(HOUR);
    expect(its.received).toHaveLength(1);
    expect(await its.delivery(event)).toMatchObject({ status: 'failed', reason: 'gone' });
  });

  it('and times out is tried once per run, however many deliveries wait', async () => {
    its.answer = () => ({ error: 'no-answer-in-time', silent: true });
    const events = Array.from({ length: 6 }, accepted);
    for (const event of events) await deliverEvent(its.system(), event);
    its.received = [];
    its.now = plus(START, MINUTE);
    await its.runDue();
    expect(its.received).toHaveLength(1);
    for (const event of events)
      expect(await its.delivery(event)).toMatchObject({ tries: 2, status: 'waiting' });
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
    expect(await its.delivery(event)).toMatchObject({ reason: 'secret-holds-no-key' });
    its.secret = async () => {
      throw new Refused('ResourceNotFoundException', { isPermanent: true });
    };
    its.now = plus(START, MINUTE);
    await its.runDue();
    expect(await its.delivery(event)).toMatchObject({ reason: 'ResourceNotFoundException', tries: 2 });
    expect(its.received).toEqual([]);
    its.secret = secret;
    await its.pass(10 * MINUTE);
    expect(its.received.map((received) => its.isGenuine(received))).toEqual([true]);
  });
});

describe('a process that dies', () => {
  const crashes = [1, 2].flatMap((call) =>
    (['before', 'after'] as const).map((when) => [when, call] as const),
  );

  it.each(crashes)('just %s its write %i to the table loses nothing', async (when, call) => {
    const event = accepted();
    const dying = its.system({ table: crashingTable(its.table, call, when) });
    await expect(deliverEvent(dying, event)).rejects.toThrow(Crash);
    await deliverEvent(its.system(), event);
    await its.pass(10 * MINUTE);
    await deliverEvent(its.system(), event);
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered' });
    // It is sent again, under the same id, only after a crash between sending and storing the result.
    expect(its.received).toHaveLength(when === 'before' && call === 2 ? 2 : 1);
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
    await its.pass(10 * MINUTE);
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered', tries: 2 });
    expect(its.received).toHaveLength(when === 'before' ? 1 : 2);
  });

  it.each([1, 2, 3].flatMap((call) => (['before', 'after'] as const).map((when) => [when, call] as const)))(
    'just %s call %i of a run loses nothing',
    async (when, call) => {
      const event = accepted();
      its.answer = () => ({ status: its.received.length === 1 ? 500 : 200 });
      await deliverEvent(its.system(), event);
      its.now = plus(START, MINUTE);
      await expect(its.runDue({ table: crashingTable(its.table, call, when) })).rejects.toThrow(Crash);
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
    expect(await its.delivery(event)).toMatchObject({ status: 'delivered', tries: 2 });
  });
});
