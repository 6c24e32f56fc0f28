import { describe, expect, it } from 'vitest';
import { openSecrets } from '../../../../infra/local/services/secrets.ts';
import { aJournal, aResource } from './builders.ts';

const arn = 'arn:aws:secretsmanager:eu-west-1:0:secret:identity-key-000000';
const generated = {
  ...aResource('AWS::SecretsManager::Secret', 'Key', { GenerateSecretString: { PasswordLength: 64 } }),
  arn,
};

function someSecrets(journal = aJournal()) {
  const secret = (name: string) => (name === 'slack' ? 'http://127.0.0.1/hook' : undefined);
  return openSecrets({ resources: [generated], journal, secret });
}

describe('a secret', () => {
  it('that is generated keeps its value after a restart', async () => {
    const journal = aJournal();
    const { SecretString: value } = await someSecrets(journal).call('GetSecretValue', { SecretId: arn });
    expect(value).toHaveLength(64);
    expect(someSecrets(journal).value('identity-key')).toBe(value);
  });

  it('that is not in the template comes from outside, by name', async () => {
    const secret = await someSecrets().call('GetSecretValue', { SecretId: 'slack' });
    expect(secret).toMatchObject({ Name: 'slack', SecretString: 'http://127.0.0.1/hook' });
  });

  it('that does not exist is not found', async () => {
    const missing = someSecrets().call('GetSecretValue', { SecretId: 'other' });
    await expect(missing).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });
});
