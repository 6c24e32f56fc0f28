import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { looksLikeKey } from '../../shared/domain/console/api-keys.ts';
import type { ApiKeySource } from '../../shared/usecases/console/find-api-key.ts';
import { type LogSystem, recordLog } from '../../shared/usecases/console/record-log.ts';
import type { ApiEnv } from './api-env.ts';
import { Problem } from './problem.ts';

/**
 * Requires an API key: one of `company.ts`, or one that was made in the console. Only hashes are stored, and only what
 * looks like a key of the console is looked up.
 */
export function requireKey(
  system: LogSystem,
  hashes: readonly string[],
  findKey: ApiKeySource,
): MiddlewareHandler<ApiEnv> {
  const ofCompany = hashes.map((hash) => Buffer.from(hash, 'hex')).filter(({ length }) => length === 32);
  return async (c, next) => {
    const text = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const digest = createHash('sha256')
      .update(text ?? '')
      .digest();
    const hash = digest.toString('hex');
    const isOfCompany = ofCompany.map((known) => timingSafeEqual(known, digest)).includes(true);
    if (text !== undefined && isOfCompany) {
      c.set('actor', { who: `company.ts ${hash.slice(0, 8)}`, isKey: true });
      c.set('scopes', 'all');
      return next();
    }
    const key = text !== undefined && looksLikeKey(text) ? await findKey(hash) : undefined;
    if (key === undefined) throw new Problem(401, 'Send a key: `Authorization: Bearer KEY`');
    const actor = { who: key.name, isKey: true } as const;
    if (key.withdrawnAt !== undefined) {
      await recordLog(system, actor, { kind: 'refused', detail: 'withdrawn' });
      throw new Problem(401, 'This key was withdrawn; ask an admin of the console for a new one');
    }
    c.set('actor', actor);
    c.set('scopes', key.scopes);
    return next();
  };
}
