import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { respond, withTimeout } from '../../../functions/publish/cloudformation.ts';

let server: Server;
let received: { method: string; type: string; body: Record<string, unknown> }[];
let statuses: number[];
beforeEach(async () => {
  received = [];
  statuses = [];
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const type = request.headers['content-type'] ?? '';
    received.push({ method: request.method ?? '', type, body: JSON.parse(text) });
    response.writeHead(statuses.shift() ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const request = (more: object = {}) =>
  ({
    RequestType: 'Create',
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=x`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Playbook',
    ...more,
  }) as CloudFormationCustomResourceEvent;
const atOnce = async () => {};
const done = { ok: true, data: { version: '3' } } as const;

describe('the response to CloudFormation', () => {
  it('is sent with PUT to the given URL, without a content type', async () => {
    await respond(request(), done);
    expect(received).toEqual([
      {
        method: 'PUT',
        type: '',
        body: {
          Status: 'SUCCESS',
          Reason: 'Done',
          PhysicalResourceId: 'Playbook',
          StackId: 'stack',
          RequestId: 'request',
          LogicalResourceId: 'Playbook',
          Data: { version: '3' },
        },
      },
    ]);
  });

  it('keeps the physical id of the resource', async () => {
    await respond(request({ RequestType: 'Update', PhysicalResourceId: 'first' }), done);
    expect(received[0]?.body.PhysicalResourceId).toBe('first');
  });

  it('contains the reason of a failure, cut to the size CloudFormation accepts', async () => {
    await respond(request(), { ok: false, reason: `forms.yaml:3:1 ${'x'.repeat(9_000)}` });
    expect(received[0]?.body).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^forms.yaml:3:1/),
    });
    expect(JSON.stringify(received[0]?.body).length).toBeLessThan(4_096);
  });

  it('is retried when refused', async () => {
    statuses = [503, 500];
    await respond(request(), done, atOnce);
    expect(received).toHaveLength(3);
  });

  it('throws when always refused, so that Lambda retries the invocation', async () => {
    statuses = [503, 503, 503];
    await expect(respond(request(), done, atOnce)).rejects.toThrow('refused the response: 503');
  });
});

describe('work that takes too long', () => {
  it('is reported as a failure', async () => {
    const outcome = await withTimeout(5, new Promise(() => {}));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('took too long') });
  });

  it('has its own outcome when it is in time', async () => {
    expect(await withTimeout(1_000, Promise.resolve(done))).toBe(done);
  });
});
