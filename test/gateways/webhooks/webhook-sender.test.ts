import type { LookupAddress } from 'node:dns';
import type { ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Network, webhookSender } from '../../../shared/gateways/webhooks/webhook-sender.ts';
import { certificateFor } from '../certificate.ts';

const HOST = 'crm.example.com';
const MACHINE: LookupAddress = { address: '127.0.0.1', family: 4 };
const certificate = certificateFor(HOST);

interface Request {
  method?: string | undefined;
  url?: string | undefined;
  headers: https.RequestOptions['headers'];
  body: string;
}
let requests: Request[] = [];
let answer: (response: ServerResponse) => void;
let called: https.RequestOptions[] = [];

const server = https.createServer(certificate, (request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { method, url, headers } = request;
    requests.push({ method, url, headers, body });
    answer(response);
  });
});
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done).closeAllConnections()));
afterEach(() => {
  requests = [];
  called = [];
});

/** A sender for which this machine is on the internet, and port 443 is the server's. */
function sender(more: Partial<Network> = {}) {
  return webhookSender({
    resolve: async () => [MACHINE],
    isAllowed: (address) => address === MACHINE.address,
    request: (options, onAnswer) => {
      called.push(options);
      const { port } = server.address() as AddressInfo;
      return https.request({ ...options, port, ca: certificate.cert }, onAnswer);
    },
    ...more,
  });
}
const send = (more: Partial<Network> = {}, url = `https://${HOST}/hooks/a?b=c`) =>
  sender(more)(url, { 'webhook-id': 'one' }, '{"é":1}');
const answering = (status: number, headers = {}, body = '') => {
  answer = (response) => response.writeHead(status, headers).end(body);
};

describe('a webhook that is sent', () => {
  it('reaches the receiver unchanged', async () => {
    answering(204);
    expect(await send()).toEqual({ status: 204 });
    expect(requests).toMatchObject([{ method: 'POST', url: '/hooks/a?b=c', body: '{"é":1}' }]);
    expect(requests[0]?.headers).toMatchObject({
      host: HOST,
      'webhook-id': 'one',
      'content-type': 'application/json; charset=utf-8',
      'content-length': '8',
    });
    expect(called).toMatchObject([{ port: 443, host: '127.0.0.1', servername: HOST }]);
  });

  it('does not follow a redirect', async () => {
    answering(307, { location: `https://${HOST}/elsewhere` });
    expect(await send()).toEqual({ status: 307 });
    expect(requests).toHaveLength(1);
  });

  it('reads Retry-After', async () => {
    answering(503, { 'retry-after': '120' });
    expect(await send()).toEqual({ status: 503, retryAfter: '120' });
  });

  it('does not read an endless response', async () => {
    let written = 0;
    answer = (response) => {
      const more = () => {
        for (;;) {
          written += 1024;
          if (response.destroyed || !response.write('x'.repeat(1024))) break;
        }
      };
      response.writeHead(200).on('drain', more);
      more();
    };
    expect(await send()).toEqual({ status: 200 });
    expect(written).toBeLessThan(10_000_000);
  });

  it('is delivered when the status arrives but the rest of the response never does', async () => {
    answer = (response) => response.writeHead(200).write('wait');
    expect(await send({ timeoutMs: 300 })).toEqual({ status: 200 });
  });

  it('times out on a silent receiver', async () => {
    answer = () => {};
    expect(await send({ timeoutMs: 100 })).toEqual({ error: 'no-answer-in-time', silent: true });
    expect(await send({ timeoutMs: 50, resolve: () => new Promise(() => {}) })).toMatchObject({
      silent: true,
    });
  });

  it('says why the receiver could not be reached', async () => {
    const noSuchHost = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    };
    expect(await send({ resolve: noSuchHost })).toEqual({ error: 'ENOTFOUND' });
    expect(await send({ resolve: async () => [] })).toEqual({ error: 'no-address' });
  });

  it('sends nothing to a receiver whose certificate does not match', async () => {
    answering(204);
    expect(await send({}, 'https://other.example.com/')).toEqual({ error: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    const trusting: Partial<Network> = {
      request: (options, onAnswer) =>
        https.request({ ...options, port: (server.address() as AddressInfo).port }, onAnswer),
    };
    expect(await send(trusting)).toEqual({ error: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(requests).toEqual([]);
  });
});

describe('a webhook to an internal address', () => {
  const internal = (...addresses: string[]): Partial<Network> => ({
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['fd00:ec2::254'],
    ['8.8.8.8', '10.0.0.1'],
    ['::1', '8.8.8.8'],
  ])('is not sent when the name resolves to %s %s', async (...addresses) => {
    let calls = 0;
    const send = webhookSender({
      ...internal(...addresses),
      request: () => {
        calls += 1;
        throw new Error('called');
      },
    });
    expect(await send(`https://${HOST}/`, {}, '{}')).toEqual({ error: 'address-not-public' });
    expect(calls).toBe(0);
  });

  it('is not sent when the system resolver returns it', async () => {
    expect(await webhookSender()('https://localhost/', {}, '{}')).toEqual({ error: 'address-not-public' });
  });

  it('is not sent when the name resolves differently after the check', async () => {
    answering(204);
    const meanings = ['127.0.0.1', '10.0.0.1'];
    const resolve = async () => [{ address: meanings.shift() ?? '10.0.0.1', family: 4 }];
    expect(await send({ resolve })).toEqual({ status: 204 });
    // The connection was given an address, so it did not resolve the name again.
    expect(called[0]).toMatchObject({ host: '127.0.0.1' });
    expect(called[0]).not.toHaveProperty('lookup');
    expect(meanings).toEqual(['10.0.0.1']);
    expect(await send({ resolve })).toEqual({ error: 'address-not-public' });
  });
});
