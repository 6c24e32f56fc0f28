import { createHmac, createSecretKey } from 'node:crypto';
import type { LeadId } from '../../domain/identity/ids.ts';

/**
 * Turns normalised e-mail addresses into lead ids: 128 bits of HMAC-SHA256 in base64url. Without the key nobody can
 * find the address of an id, not even by trying addresses.
 */
export function leadIdFrom(key: string): (email: string) => LeadId {
  const secret = createSecretKey(Buffer.from(key));
  return (email) =>
    createHmac('sha256', secret).update(email).digest().subarray(0, 16).toString('base64url') as LeadId;
}
