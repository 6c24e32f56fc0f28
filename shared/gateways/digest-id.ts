import { createHash } from 'node:crypto';

/** An id of 128 bits in base64url that follows from a text: 22 characters. */
export function digestId(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest().subarray(0, 16).toString('base64url');
}
