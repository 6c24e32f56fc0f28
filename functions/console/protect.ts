import type { MiddlewareHandler } from 'hono';
import type { ConsoleEnv } from './console-env.ts';

/** Only its own style, script and frames, in no frame, no cache, and no address that other websites learn. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
};

/** Sets the headers of every answer; pages are never kept, what a page loads says how long itself. */
export const protectedAnswers: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};

/** A request that writes came from no page of the console. */
export class ForeignOrigin extends Error {
  override name = 'ForeignOrigin';
}

/** Lets only pages of the console write: browsers say where a form comes from, and no page can pretend (RFC 6454). */
export function sameOrigin(publicUrl: string): MiddlewareHandler<ConsoleEnv> {
  const { origin } = new URL(publicUrl);
  return async (c, next) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && c.req.header('origin') !== origin) throw new ForeignOrigin();
    await next();
  };
}
