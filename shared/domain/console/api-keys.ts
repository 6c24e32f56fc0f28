import type { Day, Instant } from '../time.ts';

/** What an API key may be for. A key has at least one. */
export const SCOPES = [
  'read-leads',
  'change-leads',
  'act-for-sales',
  'erase',
  'reports',
  'read-playbook',
  'change-playbook',
] as const;
export type Scope = (typeof SCOPES)[number];

/** An API key as it is stored. The key itself is nowhere: only whoever made it saw it. */
export interface ApiKey {
  /** The SHA-256 of the key in hex digits. */
  hash: string;
  name: string;
  scopes: Scope[];
  madeBy: string;
  madeAt: Instant;
  /** The last day on which it was used. */
  lastUsed?: Day;
  withdrawnBy?: string;
  withdrawnAt?: Instant;
}

/** The form of keys that are made in the console: 128 random bits behind a prefix that scanners for secrets can find. */
export const KEY_PREFIX = 'kansrijk_';
const KEY_PATTERN = new RegExp(`^${KEY_PREFIX}[\\w-]{22}$`);

/** Whether a text may be a key of the console. Anything else needs no look into the table. */
export function looksLikeKey(text: string): boolean {
  return KEY_PATTERN.test(text);
}

export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text);
}

/** The name of a key as it is compared with others: names that look the same to people are the same. */
export function comparableKeyName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}
