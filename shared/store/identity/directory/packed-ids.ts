import type { LeadId } from '../../../domain/identity/ids.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** An id has 22 characters of six bits each, but the last one of an id of 128 bits has only two. */
const HEAD = 21;

/** Ids as bytes, without their last characters: they are random, and are not compressed any further. */
export function packIds(ids: readonly LeadId[]): Buffer {
  const text = ids.map((id) => id.slice(0, HEAD)).join('');
  return Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, 'A'), 'base64url');
}

/** How many bytes so many ids take. */
export function sizeOfIds(count: number): number {
  return Math.ceil((HEAD * count) / 4) * 3;
}

/** The last character of an id as a number from 0 to 63. */
export function lastOfId(id: LeadId): number {
  return ALPHABET.indexOf(id.slice(HEAD));
}

/** The ids in such bytes. @param lasts the last character of each, as a number */
export function unpackIds(bytes: Buffer, lasts: ArrayLike<number>): LeadId[] {
  const text = bytes.toString('base64url');
  return Array.from(lasts, (last, n) => (text.slice(n * HEAD, (n + 1) * HEAD) + ALPHABET[last]) as LeadId);
}
