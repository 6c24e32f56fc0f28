import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpApi } from './start-http-api.ts';

const echo = { code: 'exports.handler = async (event) => event' };
const answer = { code: 'exports.handler = async (event) => JSON.parse(event.body ?? "null")' };

let api: Awaited<ReturnType<typeof startHttpApi>>;

beforeAll(async () => {
  api = await startHttpApi({
    functions: {
      echo,
      answer,
      fail: { code: 'exports.handler = async () => { throw new Error("no") }' },
      slow: { code: 'exports.handler = async () => new Promise((done) => setTimeout(done, 20_000))' },
    },
    routes: {
      'ANY /echo/{proxy+}': 'echo',
      'GET /echo/{form}/thanks': 'echo',
      'GET /p.gif': 'echo',
      'POST /answer': 'answer',
      'GET /fail': 'fail',
      'GET /slow': 'slow',
    },
    timeouts: { slow: 300 },
  });
});
afterAll(() => api.stop());

async function eventOf(path: string, init: RequestInit = {}) {
  const response = await fetch(`${api.url}${path}`, init);
  return (await response.json()) as Record<string, unknown> & { headers: Record<string, string> };
}

async function respond(payload: unknown) {
  return fetch(`${api.url}/answer`, {
    method: 'POST',
    body: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  });
}

describe('the event of a request', () => {
  it('has payload format 2.0', async () => {
    const event = await eventOf('/echo/a%20b/c?tag=x&tag=y%20z&one=1', {
      headers: { 'X-Own': 'value', cookie: 'a=1; b=2', 'user-agent': 'test' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{proxy+}',
      rawPath: '/echo/a b/c',
      rawQueryString: 'tag=x&tag=y%20z&one=1',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { tag: 'x,y z', one: '1' },
      pathParameters: { proxy: 'a b/c' },
      requestContext: {
        accountId: '000000000000',
        http: {
          method: 'GET',
          path: '/echo/a b/c',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        routeKey: 'ANY /echo/{proxy+}',
        stage: '$default',
        time: '09/Mar/2026:08:05:03 +0000',
        timeEpoch: Date.UTC(2026, 2, 9, 8, 5, 3),
      },
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ 'x-own': 'value', 'x-forwarded-for': '127.0.0.1' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
  });

  it('has another source only if the client plays one, whatever it says of proxies', async () => {
    const sourceOf = async (headers: Record<string, string>) => {
      const { requestContext } = await eventOf('/echo/a', { headers });
      return (requestContext as { http: { sourceIp: string } }).http.sourceIp;
    };
    expect(await sourceOf({ 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' })).toBe(
      '127.0.0.1',
    );
    expect(await sourceOf({ 'x-twin-source-ip': '203.0.113.7' })).toBe('203.0.113.7');
  });

  it.each([
    'text/plain;charset=UTF-8',
    'application/json',
    'application/json; charset=utf-8',
    'application/xml',
  ])('carries a body of %s as text', async (contentType) => {
    const event = await eventOf('/echo/x', {
      method: 'POST',
      body: 'é',
      headers: { 'content-type': contentType },
    });
    expect(event).toMatchObject({ body: 'é', isBase64Encoded: false });
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'image/gif',
  ])('carries a body of %s in base64', async (contentType) => {
    const event = await eventOf('/echo/x', {
      method: 'POST',
      body: 'a=1',
      headers: { 'content-type': contentType },
    });
    expect(event).toMatchObject({ body: 'YT0x', isBase64Encoded: true });
  });

  it('can have a very long URL', async () => {
    const event = await eventOf(`/p.gif?u=${'x'.repeat(1_000_000)}`);
    expect(event.rawQueryString).toHaveLength(1_000_002);
  });
});

describe('a route', () => {
  it('with exact segments has priority over a greedy one', async () => {
    expect(await eventOf('/echo/whitepaper/thanks')).toMatchObject({
      routeKey: 'GET /echo/{form}/thanks',
      pathParameters: { form: 'whitepaper' },
    });
    expect(await eventOf('/echo/whitepaper/thanks', { method: 'POST' })).toMatchObject({
      routeKey: 'ANY /echo/{proxy+}',
    });
  });

  it('that does not exist returns 404', async () => {
    for (const [path, method] of [
      ['/nowhere', 'GET'],
      ['/p.gif', 'POST'],
      ['/echo', 'GET'],
      ['/p.gif/x', 'GET'],
    ] as const) {
      const response = await fetch(`${api.url}${path}`, { method });
      expect([path, response.status, await response.json()]).toEqual([path, 404, { message: 'Not Found' }]);
    }
  });
});

describe('the result of a function', () => {
  it('is the body when it has no status code', async () => {
    const object = await respond({ leads: [] });
    expect([object.status, object.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await object.json()).toEqual({ leads: [] });
    expect(await (await respond('text')).text()).toBe('text');
  });

  it('sets the status, headers, cookies and body', async () => {
    const response = await respond({
      statusCode: 201,
      headers: { 'Content-Type': 'image/gif', 'X-Number': 5 },
      cookies: ['a=1; Path=/', 'b=2'],
      body: 'R0lG',
      isBase64Encoded: true,
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('image/gif');
    expect(response.headers.get('x-number')).toBe('5');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(await response.text()).toBe('GIF');
  });

  it('is a 500 when it is malformed or the function fails', async () => {
    const failed = await fetch(`${api.url}/fail`);
    const malformed = await respond({ statusCode: 'fine' });
    for (const response of [failed, malformed, await respond({ statusCode: 200, body: { a: 1 } })])
      expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('is a 503 after the timeout of the integration', async () => {
    const response = await fetch(`${api.url}/slow`);
    expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });
});

describe('a body', () => {
  it.each([
    ['more than API Gateway takes', 10 * 1024 * 1024 + 1],
    ['more than Lambda takes', 6 * 1024 * 1024],
  ])('of %s is refused with 413', async (_, size) => {
    const response = await fetch(`${api.url}/answer`, { method: 'POST', body: 'x'.repeat(size) });
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});
