import { describe, expect, it } from 'vitest';
import { resolveSecrets } from '../../../../infra/local/lambda/environment.ts';

const arn = 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:key-000000';
const secrets: Record<string, string> = { [arn]: 's3cret', database: 'p4ss' };
const value = (nameOrArn: string) => secrets[nameOrArn];

describe('a reference to a secret', () => {
  it.each([
    [`{{resolve:secretsmanager:${arn}:SecretString:::}}`, 's3cret'],
    [`before {{resolve:secretsmanager:${arn}}} after`, 'before s3cret after'],
    ['{{resolve:secretsmanager:database:SecretString:::}}', 'p4ss'],
    ['no reference', 'no reference'],
  ])('%s is resolved', (text, expected) => {
    expect(resolveSecrets(text, value)).toBe(expected);
  });

  it('without a value is named', () => {
    expect(() => resolveSecrets('{{resolve:secretsmanager:other}}', value)).toThrow('other');
    const member = '{{resolve:secretsmanager:database:SecretString:password::}}';
    expect(() => resolveSecrets(member, value)).toThrow('password');
    expect(() => resolveSecrets('{{resolve:ssm:other}}', value)).toThrow('ssm:other');
  });
});
