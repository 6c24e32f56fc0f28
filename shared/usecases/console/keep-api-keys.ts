import { createHash } from 'node:crypto';
import { clean } from '../../domain/clean-text.ts';
import {
  type ApiKey,
  isSameKeyName,
  isScope,
  KEY_PREFIX,
  type Scope,
} from '../../domain/console/api-keys.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { Instant } from '../../domain/time.ts';
import { allApiKeys, getApiKey, putApiKey, withdrawKey } from '../../store/console/api-keys.ts';
import type { Table } from '../../store/table.ts';
import { recordLog } from './record-log.ts';

export interface KeySystem {
  table: Table;
  now: () => Instant;
  /** 128 random bits in base64url. */
  newToken: () => string;
}

/** What somebody typed to make a key. */
export interface WantedKey {
  name: string;
  scopes: readonly string[];
}

export type MadeKey =
  | { result: 'made'; name: string; secret: string }
  | { result: 'invalid'; name?: 'missing' | 'taken'; scopes?: 'missing' };

const MAX_NAME = 60;

/** All API keys: those that work first, newest first. @throws NotAllowed */
export async function listApiKeys({ table }: Pick<KeySystem, 'table'>, viewer: Viewer): Promise<ApiKey[]> {
  assertMay(viewer, 'keep-keys');
  const place = ({ withdrawnAt, madeAt }: ApiKey) => (withdrawnAt === undefined ? '1' : '0') + madeAt;
  return (await allApiKeys(table)).sort((a, b) => (place(a) > place(b) ? -1 : 1));
}

/**
 * Makes an API key. The key is in the result and nowhere else. The same form twice makes one key: its name is taken then.
 * @throws NotAllowed
 */
export async function makeApiKey(system: KeySystem, viewer: Viewer, wanted: WantedKey): Promise<MadeKey> {
  assertMay(viewer, 'keep-keys');
  const name = clean(wanted.name, MAX_NAME);
  const scopes = [...new Set(wanted.scopes.filter(isScope))];
  const wrong = await mistakesIn(system.table, name, scopes);
  if (wrong) return { result: 'invalid', ...wrong };
  const secret = KEY_PREFIX + system.newToken();
  const hash = createHash('sha256').update(secret).digest('hex');
  await recordLog(system, { who: viewer.email }, { kind: 'key-made', about: name, detail: scopes.join(' ') });
  await putApiKey(system.table, { hash, name, scopes, madeBy: viewer.email, madeAt: system.now() });
  return { result: 'made', name, secret };
}

/**
 * Withdraws an API key: within a minute it works no more. Doing it twice changes nothing.
 * @returns the key, withdrawn now or before; undefined when there is none
 * @throws NotAllowed
 */
export async function withdrawApiKey(
  system: Pick<KeySystem, 'table' | 'now'>,
  viewer: Viewer,
  hash: string,
): Promise<ApiKey | undefined> {
  assertMay(viewer, 'keep-keys');
  const key = await getApiKey(system.table, hash);
  if (key === undefined || key.withdrawnAt !== undefined) return key;
  await recordLog(system, { who: viewer.email }, { kind: 'key-withdrawn', about: key.name });
  return withdrawKey(system.table, hash, { by: viewer.email, at: system.now() });
}

async function mistakesIn(table: Table, name: string, scopes: readonly Scope[]) {
  const isTaken =
    name !== '' &&
    (await allApiKeys(table)).some((key) => key.withdrawnAt === undefined && isSameKeyName(key.name, name));
  const wrongName = name === '' ? 'missing' : isTaken ? 'taken' : undefined;
  if (wrongName === undefined && scopes.length > 0) return undefined;
  return {
    ...(wrongName && { name: wrongName as 'missing' | 'taken' }),
    ...(scopes.length === 0 && { scopes: 'missing' as const }),
  };
}
