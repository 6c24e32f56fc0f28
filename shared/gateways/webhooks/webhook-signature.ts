import { Webhook } from 'standardwebhooks';
import { Refused } from '../refused.ts';

/** The shortest key that Standard Webhooks allows, in bytes. */
const SHORTEST_KEY = 24;

/**
 * The headers that prove who sent a webhook and when. (standardwebhooks.com)
 * @param secret one or more keys, separated by spaces, each `whsec_` and base64: every key signs
 * @param seconds since 1970, of this attempt
 * @throws Refused when the secret holds anything but keys.
 */
export function signatureHeaders(
  secret: string,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
  const at = new Date(seconds * 1000);
  const signatures = keysIn(secret).map((key) => new Webhook(key, { format: 'raw' }).sign(id, at, body));
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
  // Otherwise a missing or mistyped key would only show at the receiver.
  if (keys.some((key) => key.length < SHORTEST_KEY)) {
    throw new Refused('secret-holds-no-key', { isPermanent: true });
  }
  return keys;
}
