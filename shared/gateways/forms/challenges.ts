import { hkdfSync, randomInt } from 'node:crypto';
import type { Payload } from 'altcha-lib/types';
import type { Instant } from '../../domain/time.ts';

/** Challenges for browsers: some work that nobody does for hundreds of forms. ALTCHA's, without its widget. */
export interface Challenges {
  /** A new challenge for a form. */
  make(form: string, now: Instant): Promise<object>;
  /** The id of the challenge whose solution this is, if it was made for this form in the last hours. */
  solvedBy(proof: unknown, form: string, now: Instant): Promise<string | undefined>;
}

/** Half a second for a browser on a laptop, a few on an old phone; 2 ms for us. */
const COST = 5_000;
const [LEAST, MOST] = [200, 400];
const LIVES_MS = 3 * 3_600_000;
/** A solution has some 700 characters. */
const LONGEST = 2_000;

/** Makes and checks challenges with keys that follow from the key of the deployment. */
export function challengesFrom(key: string): Challenges {
  const secret = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)).toString('hex');
  const secrets = {
    hmacSignatureSecret: secret('challenge'),
    hmacKeySignatureSecret: secret('solution of a challenge'),
  };
  return {
    async make(form, now) {
      const { createChallenge, deriveKey } = await load();
      return createChallenge({
        ...secrets,
        deriveKey,
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(LEAST, MOST),
        data: { form, at: now },
      });
    },
    async solvedBy(proof, form, now) {
      const payload = read(proof);
      const { data } = payload?.challenge.parameters ?? {};
      const age = Date.parse(now) - Date.parse(String(data?.at));
      if (payload === undefined || data?.form !== form || !(age < LIVES_MS)) return undefined;
      const { verifySolution, deriveKey } = await load();
      const checked = verifySolution({ ...secrets, ...payload, deriveKey });
      // It throws at some that are malformed.
      const { verified } = await checked.catch(() => ({ verified: false }));
      return verified ? payload.challenge.signature?.slice(0, 32) : undefined;
    },
  };
}

function read(proof: unknown): Payload | undefined {
  if (typeof proof !== 'string' || proof.length > LONGEST) return undefined;
  try {
    const { challenge, solution } = JSON.parse(proof);
    return challenge?.parameters && solution ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}

/** Loaded with the first challenge: most companies have none. */
async function load() {
  const [{ createChallenge, verifySolution }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/pbkdf2'),
  ]);
  return { createChallenge, verifySolution, deriveKey };
}
