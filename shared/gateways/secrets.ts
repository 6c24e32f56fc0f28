import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Instant } from '../domain/time.ts';
import { Refused } from './refused.ts';

const KEPT_MS = 300_000;

/** These pass by themselves; the others need a person. */
const PASSING = new Set(['InternalServiceError', 'ThrottlingException', 'LimitExceededException']);

/**
 * Reads a secret, at most once in five minutes. Make it once per process.
 * The reader throws Refused when it cannot be read, for good when there is no such secret or it may not be read.
 */
export function secretReader(
  name: string,
  now: () => Instant,
  given?: Pick<SecretsManagerClient, 'send'>,
): () => Promise<string> {
  let kept: { value: string; at: number } | undefined;
  return async () => {
    const at = Date.parse(now());
    if (kept !== undefined && Math.abs(at - kept.at) < KEPT_MS) return kept.value;
    // Loaded when it is needed: without Slack it never is.
    const sdk = await import('@aws-sdk/client-secrets-manager');
    const client = given ?? new sdk.SecretsManagerClient({});
    try {
      const { SecretString = '' } = await client.send(new sdk.GetSecretValueCommand({ SecretId: name }));
      kept = { value: SecretString, at };
      return SecretString;
    } catch (error) {
      const isAnswer = error instanceof sdk.SecretsManagerServiceException;
      const { name: reason } = error as Error;
      throw new Refused(reason, { isPermanent: isAnswer && !PASSING.has(reason) });
    }
  };
}
