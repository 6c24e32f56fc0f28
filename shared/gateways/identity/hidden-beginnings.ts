import { createHmac, createSecretKey } from 'node:crypto';
import type { HideBeginnings } from '../../domain/identity/search/hidden-places.ts';

const BYTES = 9;

/**
 * Hides texts so that one is found by its beginning: without the key nobody can tell which text it is, nor try some.
 * @param key the key that makes the ids of leads
 */
export function hideBeginningsWith(key: string): HideBeginnings {
  const secret = createSecretKey(Buffer.from(key));
  // Ids of leads are digests of addresses, which have no space.
  const hide = (text: string) =>
    createHmac('sha256', secret).update(`begins ${text}`).digest().subarray(0, BYTES).toString('base64url');
  return (text) => [...text].map((_, n, letters) => hide(letters.slice(0, n + 1).join('')));
}
