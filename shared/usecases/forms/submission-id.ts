import { createHash } from 'node:crypto';
import { ID_PATTERN } from '../../domain/identity/ids.ts';
import type { Submission } from '../../domain/tracking/event.ts';

/** Longer keys say nothing more. */
const LONGEST_KEY = 1_000;

/** The id of a submission under the idempotency key of its page, or undefined when the page gave none. */
export function idFromKey(...candidates: unknown[]): string | undefined {
  const given = candidates.find((key): key is string => typeof key === 'string' && key.trim() !== '');
  const key = given?.trim().slice(0, LONGEST_KEY);
  return key === undefined || ID_PATTERN.test(key) ? key : digest(key);
}

/**
 * The id of a submission without a key: the same answers from the same person within a minute are one
 * submission, so that an impatient second press of the button is none.
 */
export function idFromContent({ form, email, values, permission, at }: Omit<Submission, 'id'>): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return digest(JSON.stringify([form, email, sorted, permission !== undefined, at.slice(0, 16)]));
}

/** 128 bits in the letters that ids may have. */
export function digest(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest().subarray(0, 16).toString('base64url');
}
