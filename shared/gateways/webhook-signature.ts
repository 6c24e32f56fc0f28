import { createHmac } from 'node:crypto';
import { Refused } from './refused.ts';

/** What Standard Webhooks takes for a key. */
const LEAST_BYTES = 24;

/**
 * The headers that prove who sent a webhook and when. (standardwebhooks.com)
 * @param secret one or more keys, each `whsec_` and base64, with spaces between: signed with all of them
 * @param seconds since 1970, of this try
 * @throws Refused when the secret holds no key.
 */
export function signatureHeaders(
  secret: string,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
  const signatures = keysIn(secret).map((key) => {
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
    return `v1,${signature}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

function keysIn(secret: string): Buffer[] {
  const keys = secret
    .trim()
    .split(/\s+/)
    .map((one) => Buffer.from(/^whsec_([A-Za-z0-9+/]+=*)$/.exec(one)?.[1] ?? '', 'base64'));
  // One that is forgotten or mistyped would show at the receiver only.
  if (keys.some((key) => key.length < LEAST_BYTES)) {
    throw new Refused('secret-holds-no-key', { isPermanent: true });
  }
  return keys;
}
