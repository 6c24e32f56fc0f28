/** An HTTP response. Each cookie becomes a `set-cookie` header. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  cookies: readonly string[];
  body: Buffer;
}

/** The response that API Gateway makes of a function's result, by the rules of payload format 2.0. */
export function functionResponse(payload: unknown): HttpResponse {
  if (!isObject(payload) || payload.statusCode === undefined) return inferred(payload);
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = payload;
  const status = Number(statusCode);
  const isValid =
    Number.isInteger(status) &&
    status >= 200 &&
    status <= 599 &&
    isObject(headers) &&
    Array.isArray(cookies) &&
    (body === null || typeof body === 'string');
  if (!isValid) return message(500, 'Internal Server Error');
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(lowerCase) },
    cookies: cookies.map(String),
    body: Buffer.from(String(body ?? ''), isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** A response of API Gateway itself. */
export function message(status: number, text: string): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(JSON.stringify({ message: text })),
  };
}

// A result without status code is the body.
function inferred(payload: unknown): HttpResponse {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(body),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
