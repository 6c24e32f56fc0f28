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

  function value(nameOrArn: string): string | undefined {
    const name = nameOf(nameOrArn);
    const resource = secrets.find(
      (candidate) => candidate.arn === nameOrArn || nameOf(candidate.arn) === name,
    );
    const given = secret(name);
    if (given !== undefined || !resource) return given;
    const { SecretString: text, GenerateSecretString: generate } = resource.properties;
    return text ?? (generate && generated(journal, resource.logicalId, generate));
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
      const arn = secrets.find((candidate) => [candidate.arn, nameOf(candidate.arn)].includes(id))?.arn ?? id;
      return {
        ARN: arn,
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

interface Generate {
  PasswordLength?: number;
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
}

function generated(journal: Journal, logicalId: string, generate: Generate): string {
  const stored = journal.setting(`secret ${logicalId}`);
  if (stored !== undefined) return stored;
  const length = generate.PasswordLength ?? 32;
  const password = randomBytes(length).toString('hex').slice(0, length);
  const { SecretStringTemplate: template, GenerateStringKey: key } = generate;
  const value = template && key ? JSON.stringify({ ...JSON.parse(template), [key]: password }) : password;
  journal.setSetting(`secret ${logicalId}`, value);
  return value;
}
