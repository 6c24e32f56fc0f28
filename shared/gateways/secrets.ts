import {
  GetSecretValueCommand,
  type SecretsManagerClient,
  SecretsManagerServiceException,
} from '@aws-sdk/client-secrets-manager';
import type { Instant } from '../domain/time.ts';
import { Refused } from './refused.ts';

const KEPT_MS = 300_000;

/** These pass by themselves; the others need a person. */
const PASSING = new Set(['InternalServiceError', 'ThrottlingException', 'LimitExceededException']);

/**
 * Reads a secret, at most once in five minutes. Make it once per process.
 * The reader throws Refused when there is no such secret or it may not be read.
 */
export function secretReader(
  client: Pick<SecretsManagerClient, 'send'>,
  name: string,
  now: () => Instant,
): () => Promise<string> {
  let kept: { value: string; at: number } | undefined;
  return async () => {
    const at = Date.parse(now());
    if (kept !== undefined && Math.abs(at - kept.at) < KEPT_MS) return kept.value;
    const { SecretString = '' } = await client
      .send(new GetSecretValueCommand({ SecretId: name }))
      .catch(refuse);
    kept = { value: SecretString, at };
    return SecretString;
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof SecretsManagerServiceException)) throw error;
  throw new Refused(error.name, { isPermanent: !PASSING.has(error.name) });
}
