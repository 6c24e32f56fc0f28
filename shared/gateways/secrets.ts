import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Instant } from '../domain/time.ts';
import { Refused } from './refused.ts';

const CACHE_MS = 300_000;

/** Errors that pass by themselves; the others need a person. */
const TRANSIENT = new Set(['InternalServiceError', 'ThrottlingException', 'LimitExceededException']);

/**
 * Reads a secret and caches it for five minutes. Create it once per process.
 * The reader throws Refused when it fails; permanently when the secret does not exist or access is denied.
 */
export function secretReader(
  name: string,
  now: () => Instant,
  given?: Pick<SecretsManagerClient, 'send'>,
): () => Promise<string> {
  let cached: { value: string; at: number } | undefined;
  return async () => {
    const at = Date.parse(now());
    if (cached !== undefined && Math.abs(at - cached.at) < CACHE_MS) return cached.value;
    // Loaded on demand: many installations have no secret.
    const sdk = await import('@aws-sdk/client-secrets-manager');
    const client = given ?? new sdk.SecretsManagerClient({});
    try {
      const { SecretString = '' } = await client.send(new sdk.GetSecretValueCommand({ SecretId: name }));
      cached = { value: SecretString, at };
      return SecretString;
    } catch (error) {
      const isServiceError = error instanceof sdk.SecretsManagerServiceException;
      const { name: reason } = error as Error;
      throw new Refused(reason, { isPermanent: isServiceError && !TRANSIENT.has(reason) });
    }
  };
}
