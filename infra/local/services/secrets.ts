import { randomBytes, randomUUID } from 'node:crypto';
import type { Journal } from '../storage/journal.ts';
import type { Resource } from '../template/resource.ts';
import { type Service, ServiceError } from './service.ts';

interface SecretsContext {
  resources: readonly Resource[];
  journal: Journal;
  /** Value of a secret that is not in the template, by name. */
  secret(name: string): string | undefined;
}

export interface Secrets extends Service {
  /** Value of a secret by name or ARN. */
  value(nameOrArn: string): string | undefined;
}

/** Secrets Manager. Generated values are stored in the journal. */
export function openSecrets({ resources, journal, secret }: SecretsContext): Secrets {
  const secrets = resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret');

  function find(nameOrArn: string): Resource | undefined {
    return secrets.find(({ arn }) => arn === nameOrArn || nameOf(arn) === nameOf(nameOrArn));
  }

  function value(nameOrArn: string): string | undefined {
    const resource = find(nameOrArn);
    return secret(nameOf(nameOrArn)) ?? (resource && generated(journal, resource));
  }

  return {
    name: 'secretsmanager',
    value,
    async call(operation, { SecretId: id }) {
      if (operation !== 'GetSecretValue') {
        throw new ServiceError(
          'InvalidRequestException',
          `The twin does not run ${operation} of Secrets Manager`,
        );
      }
      const text = value(id);
      if (text === undefined) {
        const message = "Secrets Manager can't find the specified secret.";
        throw new ServiceError('ResourceNotFoundException', message);
      }
      return {
        ARN: find(id)?.arn ?? id,
        Name: nameOf(id),
        SecretString: text,
        VersionId: randomUUID(),
        VersionStages: ['AWSCURRENT'],
      };
    },
  };
}

/** The name in an ARN, which ends with six characters that AWS adds. */
function nameOf(nameOrArn: string): string {
  const [, name = nameOrArn] = /:secret:(.+)-[A-Za-z0-9]{6}$/.exec(nameOrArn) ?? [];
  return name;
}

function generated(journal: Journal, { logicalId, properties }: Resource): string {
  const stored = journal.setting(`secret ${logicalId}`);
  if (stored !== undefined) return stored;
  const length = properties.GenerateSecretString?.PasswordLength ?? 32;
  const value = randomBytes(length).toString('hex').slice(0, length);
  journal.setSetting(`secret ${logicalId}`, value);
  return value;
}
