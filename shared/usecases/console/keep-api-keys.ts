import { createHash } from 'node:crypto';
import { clean } from '../../domain/clean-text.ts';
import {
  type ApiKey,
  comparableKeyName,
  isScope,
  KEY_PREFIX,
  type Scope,
} from '../../domain/console/api-keys.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { Instant } from '../../domain/time.ts';
import { allApiKeys, forbidKey, getApiKey, putApiKey, withdrawKey } from '../../store/console/api-keys.ts';
import { giveName, holderOfName } from '../../store/console/key-names.ts';
import type { Table } from '../../store/table.ts';
import { untilWritten } from '../../store/until-written.ts';
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
 * The name is reserved first. Whoever wants the name of a key that was never stored forbids that key: so a slow process
 * does not make it after all.
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
  if (!(await reserveName(system, viewer, { hash, name }))) return { result: 'invalid', name: 'taken' };
  await recordLog(system, { who: viewer.email }, { kind: 'key-made', about: name, detail: scopes.join(' ') });
  const key: ApiKey = { hash, name, scopes, madeBy: viewer.email, madeAt: system.now() };
  const written = await putApiKey(system.table, key);
  return written === 'written' ? { result: 'made', name, secret } : { result: 'invalid', name: 'taken' };
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

/** Reserves the name of a key, unless a key that works has it. */
function reserveName(
  { table, now }: KeySystem,
  viewer: Viewer,
  { hash, name }: Pick<ApiKey, 'hash' | 'name'>,
): Promise<boolean> {
  const place = comparableKeyName(name);
  return untilWritten(async () => {
    const before = await holderOfName(table, place);
    if (before !== undefined) {
      const stored = await getApiKey(table, before);
      const by = { by: viewer.email, at: now() };
      const holder = stored ?? (await forbidKey(table, { hash: before, name }, by));
      if (holder?.withdrawnAt === undefined) return false;
    }
    return (await giveName(table, place, { hash, before })) === 'written' || 'conflict';
  });
}

async function mistakesIn(table: Table, name: string, scopes: readonly Scope[]) {
  // Keys that were made before names were reserved are only here.
  const isTaken =
    name !== '' &&
    (await allApiKeys(table)).some(
      (key) => key.withdrawnAt === undefined && comparableKeyName(key.name) === comparableKeyName(name),
    );
  const wrongName = name === '' ? 'missing' : isTaken ? 'taken' : undefined;
  if (wrongName === undefined && scopes.length > 0) return undefined;
  return {
    ...(wrongName && { name: wrongName as 'missing' | 'taken' }),
    ...(scopes.length === 0 && { scopes: 'missing' as const }),
  };
}
