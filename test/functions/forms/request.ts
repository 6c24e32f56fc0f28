import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An event of an HTTP API, with what matters for the test. */
export function request(more: Partial<APIGatewayProxyEventV2> = {}, form = 'whitepaper') {
  return {
    version: '2.0',
    headers: { accept: 'text/html,*/*;q=0.8' },
    pathParameters: { form },
    requestContext: { http: { sourceIp: '192.0.2.7' } },
    isBase64Encoded: false,
    ...more,
  } as APIGatewayProxyEventV2;
}

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

/** A form as a browser sends it. */
export function urlencoded(input: Record<string, string>, headers: Record<string, string> = {}) {
  return request({
    headers: { accept: HTML, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: String(new URLSearchParams(input)),
  });
}

/** A body as a program sends it, valid JSON or not. */
export function jsonText(body: string, headers: Record<string, string> = {}) {
  return request({ headers: { accept: '*/*', 'content-type': 'application/json', ...headers }, body });
}

/** A form as a program sends it. */
export function json(input: unknown, headers: Record<string, string> = {}) {
  return jsonText(JSON.stringify(input), headers);
}

/** A multipart form, in base64 as an HTTP API passes binary bodies. */
export async function multipart(input: FormData, headers: Record<string, string> = {}) {
  const encoded = new Response(input);
  return request({
    headers: { accept: HTML, 'content-type': encoded.headers.get('content-type') ?? '', ...headers },
    body: Buffer.from(await encoded.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  });
}
