import type { ApiKey } from '../../domain/console/api-keys.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { getApiKey, markKeyUsed } from '../../store/console/api-keys.ts';
import type { Table } from '../../store/table.ts';

/** A withdrawn key works no longer than this, in milliseconds. */
const REMEMBERED_MS = 50_000;
const REMEMBERED = 500;

interface Found {
  until: number;
  key: ApiKey;
}

/** An API key by its hash, also when it was withdrawn; undefined when there is none. */
export type ApiKeySource = (hash: string) => Promise<ApiKey | undefined>;

/**
 * Finds API keys, and remembers each for less than a minute: half a read unit. Marks a key as used, at most once a day in
 * each process.
 */
export function apiKeySource({ table, now }: { table: Table; now: () => Instant }): ApiKeySource {
  const known = new Map<string, Found>();
  return async (hash) => {
    const key = await found(hash);
    const today = dayOf(now());
    if (key === undefined || key.withdrawnAt !== undefined || (key.lastUsed ?? '') >= today) return key;
    key.lastUsed = today;
    // The day is only shown to people: no request fails for it, and the next process tries again.
    await markKeyUsed(table, hash, today).catch(() => {});
    return key;
  };

  async function found(hash: string): Promise<ApiKey | undefined> {
    const time = Date.parse(now());
    const remembered = known.get(hash);
    if (remembered && time < remembered.until) return remembered.key;
    known.delete(hash);
    const key = await getApiKey(table, hash, { isConsistent: false });
    if (key === undefined) return undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(hash, { key, until: time + REMEMBERED_MS });
    return key;
  }
}
