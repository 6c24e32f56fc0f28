import type { Instant } from '../time.ts';
import type { SpamSign } from '../tracking/event.ts';
import type { FormInput } from './answers.ts';

/** A question that people do not see and robots answer. */
export const HONEYPOT = '_website';

/** Faster than any person, with or without a password manager, and slower than a script that posts what it read. */
const TOO_FAST_MS = 100;

/** What says that no person sent this in; `_t` is when the form was shown, and may be absent. */
export function spamSign(input: FormInput, now: Instant): SpamSign | undefined {
  const bait = input[HONEYPOT];
  if (typeof bait === 'string' && bait.trim() !== '') return 'honeypot';
  const shown = typeof input._t === 'string' ? Date.parse(input._t) : Number.NaN;
  const took = Date.parse(now) - shown;
  return took >= 0 && took < TOO_FAST_MS ? 'too-fast' : undefined;
}
