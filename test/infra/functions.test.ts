import { describe, expect, it } from 'vitest';
import { environments, readEnvironment } from '../../shared/contract/environment.ts';
import { functionNames, resources, synthesized } from './synthesized.ts';

const { template } = synthesized({ slackSecret: 'kansrijk/slack' });
const functions = resources(template, 'AWS::Lambda::Function');

describe.each(functionNames)('the function %s', (name) => {
  const properties = functions.get(`Functions${name}Function`);

  it('is given exactly the environment of the contract', () => {
    expect(Object.keys(properties.Environment.Variables).sort()).toEqual([...environments[name]].sort());
  });

  it('can read what it is given', () => {
    const filledIn = Object.entries(properties.Environment.Variables).map(([variable, value]) => [
      variable,
      typeof value === 'string' ? value : 'filled in by CloudFormation',
    ]);
    expect(() => readEnvironment(name, Object.fromEntries(filledIn))).not.toThrow();
  });

  it('has a name, a log of its own that ends, and no lines of the system in it', () => {
    expect(properties.FunctionName).toBe(`Test-${name}`);
    expect(properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    expect(resources(template, 'AWS::Logs::LogGroup').get(`Functions${name}Log`)).toEqual({
      LogGroupName: `/aws/lambda/Test-${name}`,
      RetentionInDays: 30,
    });
  });

  it('runs on Arm and Node 24', () => {
    expect(properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
  });
});

describe('a company without Slack', () => {
  it('gives `notify` no secret to look for', () => {
    const { template: withoutSlack } = synthesized();
    const notify = resources(withoutSlack, 'AWS::Lambda::Function').get('FunctionsnotifyFunction');
    expect(notify.Environment.Variables).not.toHaveProperty('SLACK_SECRET');
  });
});

describe('the key of the identities', () => {
  it('stands in no template', () => {
    const { IDENTITY_KEY } = functions.get('FunctionsformsFunction').Environment.Variables;
    expect(JSON.stringify(IDENTITY_KEY)).toContain('{{resolve:secretsmanager:');
  });

  it('outlives the stack', () => {
    template.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
  });
});

describe('a function that gives itself its next piece of work', () => {
  it('is not stopped by Lambda as a loop', () => {
    const allowed = functionNames.filter(
      (name) => functions.get(`Functions${name}Function`).RecursiveLoop === 'Allow',
    );
    expect(allowed).toEqual(['rescore']);
  });
});
