import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNT } from '../template/addresses.ts';
import { PLAYED_IP } from './played-network.ts';
import type { Match } from './routes.ts';

interface Options {
  apiId: string;
  /** The twin's time, in milliseconds. */
  now: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The event that API Gateway makes of a request, in payload format 2.0. */
export function requestEvent(
  request: IncomingMessage,
  body: Buffer,
  match: Match,
  { apiId, now }: Options,
): APIGatewayProxyEventV2 {
  const { rawPath, rawQueryString } = splitUrl(request.url ?? '/');
  const headers = readHeaders(request);
  const cookies = request.headers.cookie?.split(/;\s*/).filter(Boolean);
  const query = readQuery(rawQueryString);
  const isBase64Encoded = body.length > 0 && !isText(request.headers['content-type']);
  const { pathParameters, route } = match;
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId,
      domainName: request.headers.host ?? '',
      domainPrefix: (request.headers.host ?? '').split(/[.:]/)[0] ?? '',
      http: {
        method: request.method ?? '',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: sourceIp(request),
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: commonLogTime(new Date(now)),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

/** The path, decoded as API Gateway does, and the query unchanged. */
export function splitUrl(url: string): { rawPath: string; rawQueryString: string } {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return { rawPath: decode(path), rawQueryString: at < 0 ? '' : url.slice(at + 1) };
}

// Measured on AWS (ministackorg/ministack#766): these content types are passed as text, all others in base64,
// including urlencoded forms and bodies without a type.
function isText(contentType = ''): boolean {
  return /^(text\/|application\/(json|javascript|xml)\s*(;|$))/i.test(contentType.trim());
}

function readHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] as string).toLowerCase();
    const value = request.rawHeaders[index + 1] as string;
    if (name === 'cookie' || name === 'connection' || name === 'transfer-encoding') continue;
    headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  const forwarded = headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '127.0.0.1';
  return {
    ...headers,
    'content-length': headers['content-length'] ?? '0',
    'x-forwarded-for': forwarded ? `${forwarded}, ${address}` : address,
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
    'x-amzn-trace-id': `Root=1-${randomUUID()}`,
  };
}

function readQuery(rawQueryString: string): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString))
    query[name] = name in query ? `${query[name]},${value}` : value;
  return Object.keys(query).length > 0 ? query : undefined;
}

/** All of the twin's clients are this machine: one may say which other it plays. AWS takes no client's word. */
function sourceIp(request: IncomingMessage): string {
  const played = request.headers[PLAYED_IP];
  if (typeof played === 'string') return played;
  return (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function commonLogTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day}:${time} +0000`;
}
