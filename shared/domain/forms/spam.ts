import type { Instant } from '../time.ts';
import type { SpamSign } from '../tracking/event.ts';
import type { FormInput } from './answers.ts';

/** A field that people do not see and bots fill in. */
export const HONEYPOT = '_website';

/** Faster than any person, even with a password manager; a script that posts what it read is faster still. */
const TOO_FAST_MS = 100;

/** Why a submission looks like spam; undefined when it does not. `_t` is when the form was shown, and may be absent. */
export function spamSign(input: FormInput, now: Instant): SpamSign | undefined {
  const bait = input[HONEYPOT];
  if (typeof bait === 'string' && bait.trim() !== '') return 'honeypot';
  const shown = typeof input._t === 'string' ? Date.parse(input._t) : Number.NaN;
  const took = Date.parse(now) - shown;
  return took >= 0 && took < TOO_FAST_MS ? 'too-fast' : undefined;
}
