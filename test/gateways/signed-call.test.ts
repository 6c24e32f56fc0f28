import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SignedCall, signedCaller } from '../../shared/gateways/signed-call.ts';

/** A caller of a service that answers as the test wants. */
function callerOf(answer: RequestListener): Promise<SignedCall> {
  return callerTo(createServer(answer));
}

async function callerTo(server: Server): Promise<SignedCall> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return signedCaller({
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
}

/** Answers in this order, the last one from then on, and counts the requests. */
function answering(...answers: [status: number, body: object][]) {
  let requests = 0;
  const listener: RequestListener = (request, response) => {
    const [status, body] = answers[Math.min(requests, answers.length - 1)] ?? [500, {}];
    requests += 1;
    request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(body)));
  };
  return { listener, requests: () => requests };
}

describe('a signed call', () => {
  it('gives the answer, and is made again when the service is busy', async () => {
    const busy = { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException' };
    const { listener, requests } = answering([400, busy], [500, {}], [200, { Item: { a: { S: 'x' } } }]);
    const call = await callerOf(listener);
    expect(await call('dynamodb', 'GetItem', {})).toEqual({ Item: { a: { S: 'x' } } });
    expect(requests()).toBe(3);
  });

  it('is not made again when it was refused, and says why as the SDK does', async () => {
    const refusal = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' };
    const { listener, requests } = answering([400, refusal]);
    const call = await callerOf(listener);
    await expect(call('dynamodb', 'PutItem', {})).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    expect(requests()).toBe(1);
  });

  it('is given up after three attempts', async () => {
    const { listener, requests } = answering([503, {}]);
    const call = await callerOf(listener);
    await expect(call('sqs', 'SendMessage', {})).rejects.toThrow('503');
    expect(requests()).toBe(3);
  });
});

describe('many calls at once', () => {
  it('share fifty connections', async () => {
    let connections = 0;
    const server = createServer(answering([200, {}]).listener).on('connection', () => connections++);
    const call = await callerTo(server);
    await Promise.all(Array.from({ length: 400 }, () => call('dynamodb', 'PutItem', {})));
    expect(connections).toBe(50);
  });
});
