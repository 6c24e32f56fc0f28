import * as z from 'zod/mini';
import { type ApiKey, SCOPES } from '../../domain/console/api-keys.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

/** More than a company has. */
const MOST_KEYS = 500;
/** How long it is known whose a withdrawn key was: as long as the log names it. */
const WITHDRAWN_SECONDS = 731 * 86_400;
/** Far longer than any process takes to make a key. */
const FORBIDDEN_SECONDS = 86_400;

export const apiKeyEntity = new Entity({
  kind: 'API key',
  key: 'KEYS / KEY#{hash}',
  holds: () =>
    schemaOf<ApiKey>()(
      z.object({
        ...{ hash: text, name: text, scopes: z.array(z.enum(SCOPES)), madeBy: text, madeAt: text },
        ...{ lastUsed: optional(text), withdrawnBy: optional(text), withdrawnAt: optional(text) },
      }),
    ),
  pack: ({ hash: _, ...key }) => key,
  unpack: ({ expiresAt: _, ...key }, { hash }) => ({ ...key, hash }),
  written: 'once',
  lives: 'until two years after it was withdrawn',
  largest: { bytes: 700, why: 'nothing comes from outside: admins name it' },
});

/** Stores a new key. `conflict`: it was forbidden. One write unit. */
export function putApiKey(table: Table, key: ApiKey): Promise<Written> {
  return apiKeyEntity.put(table, { hash: key.hash }, key);
}

/**
 * Forbids a key that somebody began to make and may never finish.
 * @returns the key as it is then: forbidden, which is a withdrawn key without anything it may do, or made meanwhile
 */
export async function forbidKey(
  table: Table,
  { hash, name }: Pick<ApiKey, 'hash' | 'name'>,
  { by, at }: { by: string; at: Instant },
): Promise<ApiKey | undefined> {
  const moment = { madeBy: by, madeAt: at, withdrawnBy: by, withdrawnAt: at };
  const expiresAt = endOf(at, FORBIDDEN_SECONDS);
  await apiKeyEntity.put(table, { hash }, { hash, name, scopes: [], ...moment }, { also: { expiresAt } });
  return getApiKey(table, hash);
}

/** A key by its hash. Half a read unit when eventually consistent. */
export function getApiKey(table: Table, hash: string, options?: ReadOptions): Promise<ApiKey | undefined> {
  return apiKeyEntity.get(table, { hash }, options);
}

/** All keys, also those that were withdrawn. Strongly consistent. */
export async function allApiKeys(table: Table): Promise<ApiKey[]> {
  const keys = await apiKeyEntity.query(table, {}, { limit: MOST_KEYS, isConsistent: true });
  return keys.filter(({ scopes }) => scopes.length > 0);
}

/** Remembers the day on which a key was used. One write unit. */
export async function markKeyUsed(table: Table, hash: string, day: Day): Promise<void> {
  await apiKeyEntity.update(
    table,
    { hash },
    {
      set: 'lastUsed = :day',
      onlyIf: 'attribute_exists(PK) AND (attribute_not_exists(lastUsed) OR lastUsed < :day)',
      values: { ':day': day },
    },
  );
}

/** Withdraws a key, once. @returns the key as it is then: withdrawn now, or before; undefined when there is none */
export async function withdrawKey(
  table: Table,
  hash: string,
  { by, at }: { by: string; at: Instant },
): Promise<ApiKey | undefined> {
  const withdrawn = await apiKeyEntity.updateAndGet(
    table,
    { hash },
    {
      set: 'withdrawnBy = :by, withdrawnAt = :at, expiresAt = :end',
      onlyIf: 'attribute_exists(PK) AND attribute_not_exists(withdrawnAt)',
      values: { ':by': by, ':at': at, ':end': endOf(at, WITHDRAWN_SECONDS) },
    },
  );
  return withdrawn ?? getApiKey(table, hash);
}

function endOf(at: Instant, seconds: number): number {
  return Math.floor(Date.parse(at) / 1000) + seconds;
}
