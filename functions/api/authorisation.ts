import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Actor } from '../../shared/domain/console/log.ts';
import { Problem } from './problem.ts';

/** What a route knows of who calls it. */
export interface ApiEnv {
  Variables: { actor: Actor };
}

/** Requires an API key. Only the SHA-256 of each key is stored. */
export function requireKey(hashes: readonly string[]): MiddlewareHandler<ApiEnv> {
  const known = hashes.map((hash) => Buffer.from(hash, 'hex')).filter(({ length }) => length === 32);
  return async (c, next) => {
    const key = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const digest = createHash('sha256')
      .update(key ?? '')
      .digest();
    const isKnown = known.map((hash) => timingSafeEqual(hash, digest)).includes(true);
    if (key === undefined || !isKnown) throw new Problem(401, 'Send a key: `Authorization: Bearer KEY`');
    c.set('actor', { who: digest.toString('hex').slice(0, 8), isKey: true });
    await next();
  };
}
