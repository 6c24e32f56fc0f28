import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import type { Mistake } from '../../shared/domain/tracking/mistake.ts';

/** A transparent GIF of one pixel, which every mail client and browser can show. */
const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** How many mistakes an answer names. */
const MOST_SHOWN = 20;

export function image(): Answer {
  return {
    statusCode: 200,
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store, max-age=0' },
    body: PIXEL,
    isBase64Encoded: true,
  };
}

export function script(body: string): Answer {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
  };
  return { statusCode: 200, headers, body };
}

/** All events are kept: 204, or 200 with what had to be left out of them. */
export function taken(leftOut: readonly Mistake[]): Answer {
  const headers = { 'cache-control': 'no-store' };
  if (leftOut.length === 0) return { statusCode: 204, headers };
  const body = JSON.stringify({ leftOut: leftOut.slice(0, MOST_SHOWN) });
  return { statusCode: 200, headers: { ...headers, 'content-type': 'application/json' }, body };
}

/** A problem response (RFC 9457) with an error for each field. */
export function problem(status: number, title: string, errors: readonly Mistake[]): Answer {
  const shown = errors.slice(0, MOST_SHOWN).map(({ field, reason }) => ({ field, reason }));
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify({ type: 'about:blank', title, status, errors: shown }),
  };
}
