import { createHmac, createSecretKey } from 'node:crypto';
import type { LeadId } from '../domain/identity/ids.ts';

/**
 * Makes lead ids from normalised e-mail addresses under a key: 128 bits of HMAC-SHA256 in base64url.
 * Without the key nobody can tell from an id whose it is, not even by trying addresses.
 */
export function leadIdFrom(key: string): (email: string) => LeadId {
  const secret = createSecretKey(Buffer.from(key));
  return (email) =>
    createHmac('sha256', secret).update(email).digest().subarray(0, 16).toString('base64url') as LeadId;
}
