import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AwsCall } from '../../shared/gateways/aws-call.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';

const BODY = 'a late event';
const ITEM = { Item: { a: { S: 'x' } } };
const RECEIPT = { MD5OfMessageBody: createHash('md5').update(BODY).digest('hex') };
const OK = { ...ITEM, ...RECEIPT };
const HOUR_MS = 3_600_000;
/** Timeouts are this many times shorter than on AWS. */
const SPEED = 10;

type Answer = (response: ServerResponse) => void;
const answer = (status: number, body: object | string, headers = {}): Answer => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (response) => response.writeHead(status, headers).end(text);
};
const error = (name: string, status = 400, headers = {}) =>
  answer(status, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name }, headers);
const ok = answer(200, OK);
const halfAnswer = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Length': 99 }).write('{"Ite');

const hang: Answer = () => {};
const hangInBody: Answer = halfAnswer;
const cut: Answer = (response) => response.destroy();
const cutInBody: Answer = (response) => halfAnswer(response) && setImmediate(() => response.destroy());

/** A service that gives these responses in order, and repeats the last one. */
async function service(...answers: Answer[]) {
  const requests: IncomingMessage['headers'][] = [];
  const bodies: string[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const next = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request.headers);
    let body = '';
    request
      .on('data', (part) => {
        body += part;
      })
      .on('end', () => {
        bodies.push(body);
        next?.(response);
      });
  };
  const server = createServer(listener).on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  return { endpoint, requests, bodies, connections: () => connections };
}

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'first');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  // So that the SDK reads the environment at each call.
  vi.stubEnv('AWS_CREDENTIAL_EXPIRATION', '2026-01-01T00:00:00Z');
  // No pauses between attempts.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The hour in a date such as 20261129T110639Z. */
const hourOf = (date: unknown) => Number(String(date).slice(9, 11));

type Use = (call: AwsCall, endpoint: string) => Promise<unknown>;
const getItem: Use = (call) => call('GetItem', { TableName: 'table', Key: { PK: { S: 'x' } } });
const sendMessage: Use = (call, endpoint) =>
  call('SendMessage', { QueueUrl: `${endpoint}/queue/late`, MessageBody: BODY });
const bySdk: [string, () => AwsCall, Use, object][] = [['the SDK to DynamoDB', dynamoDbCall, getItem, ITEM]];
const signed: typeof bySdk = [
  ['a signed call to DynamoDB', () => signedCall('dynamodb'), getItem, ITEM],
  ['a signed call to SQS', () => signedCall('sqs'), sendMessage, RECEIPT],
];

describe.each([...bySdk, ...signed])('%s', (_carrier, make, use, result) => {
  it('gives the answer', async () => {
    const { endpoint, requests } = await service(ok);
    expect(await use(make(), endpoint)).toMatchObject(result);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['is throttled', error('ThrottlingException'), 'ThrottlingException'],
    [
      'exceeds the throughput of the table',
      error('ProvisionedThroughputExceededException'),
      'ProvisionedThroughputExceededException',
    ],
    ['exceeds the limit of requests', error('RequestLimitExceeded'), 'RequestLimitExceeded'],
    ['fails inside the service', error('InternalServerError', 500), 'InternalServerError'],
    ['meets a busy service', answer(503, '<html>Slow down</html>'), 'SyntaxError'],
    ['loses its connection', cut, 'TimeoutError'],
    ['loses its connection in the middle of the answer', cutInBody, 'Error'],
  ])('tries three times when it %s', async (_, trouble, name) => {
    const passing = await service(trouble, trouble, ok);
    expect(await use(make(), passing.endpoint)).toMatchObject(result);
    expect(passing.requests).toHaveLength(3);
    const lasting = await service(trouble);
    await expect(use(make(), lasting.endpoint)).rejects.toMatchObject({ name });
    expect(lasting.requests).toHaveLength(3);
  });

  it.each([
    ['the service', hang],
    ['an answer that has begun', hangInBody],
  ])('gives up each of three attempts when %s is silent for 1.5 seconds', async (_, silence) => {
    const { setTimeout } = Socket.prototype;
    const patience = new Set<number>();
    vi.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function (this: Socket, ms, ...rest) {
      // The servers of other tests in this process have sockets too.
      if (!(this as { server?: object }).server) patience.add(ms);
      return setTimeout.call(this, ms / SPEED, ...rest);
    });
    const { endpoint, requests } = await service(silence);
    await expect(use(make(), endpoint)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(requests).toHaveLength(3);
    expect([...patience]).toEqual([1_500]);
  });

  it.each(['ConditionalCheckFailedException', 'ValidationException', 'AccessDeniedException'])(
    'does not repeat what was refused with %s',
    async (name) => {
      const { endpoint, requests } = await service(error(name));
      await expect(use(make(), endpoint)).rejects.toMatchObject({ name });
      expect(requests).toHaveLength(1);
    },
  );

  it('fails with an expired token, and then takes the new credentials of the environment', async () => {
    const { endpoint, requests } = await service(error('ExpiredTokenException'), ok);
    const call = make();
    await expect(use(call, endpoint)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'second');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await use(call, endpoint)).toMatchObject(result);
    const keys = requests.map(({ authorization }) => /Credential=(\w+)/.exec(authorization ?? '')?.[1]);
    expect(keys).toEqual(['first', 'second']);
    expect(requests[1]?.['x-amz-security-token']).toBe('token');
  });

  it('shares fifty connections among two hundred calls at once', async () => {
    // On a busy machine a service seems silent, and a connection that is given up is replaced.
    vi.spyOn(Socket.prototype, 'setTimeout').mockReturnThis();
    const { endpoint, connections } = await service(ok);
    const call = make();
    await Promise.all(Array.from({ length: 200 }, () => use(call, endpoint)));
    expect(connections()).toBe(50);
  });
});

describe.each(bySdk)('%s', (_carrier, make, use, result) => {
  it('corrects a clock that is an hour slow', async () => {
    const hour = new Date(Date.now() + HOUR_MS).toUTCString();
    const { endpoint, requests } = await service(
      error('InvalidSignatureException', 400, { Date: hour }),
      answer(200, OK, { Date: hour }),
    );
    expect(await use(make(), endpoint)).toMatchObject(result);
    const [before, after] = requests.map((headers) => hourOf(headers['x-amz-date']));
    expect(after).toBe(((before ?? 0) + 1) % 24);
  });
});

describe.each([
  ['the SDK to DynamoDB', dynamoDbCall],
  ['a signed call to DynamoDB', () => signedCall('dynamodb')],
])('bytes by %s', (_carrier, make) => {
  const bytes = new Uint8Array([0, 1, 127, 128, 254, 255]);
  const text = Buffer.from(bytes).toString('base64');

  it('come back as they were sent, whatever else has their name', async () => {
    const stored = { packed: { B: text }, B: { S: text }, inside: { M: { B: { B: text } } } };
    const { bodies } = await service(answer(200, { Item: stored }));
    const call = make();
    const { Item } = (await call('GetItem', { TableName: 'table', Key: { PK: { S: 'x' } } })) as {
      Item: { packed: { B: Uint8Array }; B: object; inside: { M: { B: { B: Uint8Array } } } };
    };
    expect([...Item.packed.B]).toEqual([...bytes]);
    expect(Item.B).toEqual({ S: text });
    expect([...Item.inside.M.B.B]).toEqual([...bytes]);
    for (const B of [bytes, Buffer.from(bytes)])
      await call('PutItem', { TableName: 'table', Item: { PK: { S: 'x' }, packed: { B } } });
    for (const body of bodies.slice(1)) expect(JSON.parse(body).Item.packed).toEqual({ B: text });
  });
});
