import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../infra/settings.ts';
import { type DetailType, domainEvents } from '../../shared/contract/domain-events.ts';
import { environments, readEnvironment } from '../../shared/contract/environment.ts';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { readWebhooks } from '../../shared/contract/webhooks.ts';
import { LEASE_MS } from '../../shared/domain/jobs/next-try.ts';
import { functionNames, resources, settingsOf, synthesized } from './synthesized.ts';

const STARTERS =
  /^(AWS::(ApiGatewayV2::Integration|Lambda::EventSourceMapping|Events::Rule|Scheduler::Schedule)|Custom::.+)$/;

const { template } = synthesized({ slackSecret: 'kansrijk/slack', challenge: true });
const functions = resources(template, 'AWS::Lambda::Function');
/** The same for a company whose people sign in with their own accounts: some variables are for those only. */
const issuer = {
  ...{ url: 'https://accounts.example.com', clientId: 'id', clientSecret: 'kansrijk/issuer' },
  trustsAddresses: true,
};
const elsewhere = resources(
  synthesized({ console: { admins: ['admin@example.com'], issuer } }).template,
  'AWS::Lambda::Function',
);

describe.each(functionNames)('the function %s', (name) => {
  const properties = functions.get(`Functions${name}Function`);

  it('has exactly the environment of the contract', () => {
    const others = elsewhere.get(`Functions${name}Function`).Environment.Variables;
    const names = new Set([...Object.keys(properties.Environment.Variables), ...Object.keys(others)]);
    expect([...names].sort()).toEqual([...environments[name]].sort());
  });

  it('can read its environment', () => {
    const filledIn = Object.entries(properties.Environment.Variables).map(([variable, value]) => [
      variable,
      typeof value === 'string' ? value : 'filled in by CloudFormation',
    ]);
    expect(() => readEnvironment(name, Object.fromEntries(filledIn))).not.toThrow();
  });

  it('has a name and its own log with a retention, without system lines', () => {
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

describe('the webhooks in the settings', () => {
  const webhooks = [{ url: 'https://crm.example.com/hook', secret: 'crm', events: ['HandRaised' as const] }];

  it('are passed to `webhooks` as they are in the settings', () => {
    const { template: telling } = synthesized({ webhooks });
    const { Environment } = resources(telling, 'AWS::Lambda::Function').get('FunctionswebhooksFunction');
    expect(readWebhooks(Environment.Variables.WEBHOOKS)).toEqual(webhooks);
  });

  it('fit in the four kilobytes that Lambda allows', () => {
    const events = Object.keys(domainEvents) as DetailType[];
    const most = [1, 2, 3, 4, 5].map((n) => {
      const url = `https://crm.example.com/${n}`.padEnd(300, 'x');
      return { url, secret: String(n).padEnd(100, 'x'), events };
    });
    expect(JSON.stringify(parseSettings(settingsOf({ webhooks: most })).webhooks).length).toBeLessThan(3_500);
  });
});

describe('a company without Slack and challenges', () => {
  it('passes no secret to `notify`, and nothing about challenges to `forms`', () => {
    const without = resources(synthesized().template, 'AWS::Lambda::Function');
    const environmentOf = (name: string) => without.get(`Functions${name}Function`).Environment.Variables;
    expect(environmentOf('notify')).not.toHaveProperty('SLACK_SECRET');
    expect(environmentOf('forms')).not.toHaveProperty('CHALLENGE');
  });
});

describe('the identity key', () => {
  it('is in no template', () => {
    const { IDENTITY_KEY } = functions.get('FunctionsformsFunction').Environment.Variables;
    expect(JSON.stringify(IDENTITY_KEY)).toContain('{{resolve:secretsmanager:');
  });

  it('outlives the stack', () => {
    template.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
  });
});

describe('a function that does jobs', () => {
  const doing = functionNames.filter((name) =>
    readFileSync(`functions/${name}/handler.ts`, 'utf8').includes('jobSystem('),
  );

  it('sweeps, or tries at once what it begins', () => {
    expect(doing.toSorted()).toEqual([...Object.keys(DUE_SHARDS), 'api', 'console', 'preferences'].sort());
  });

  it.each(doing)('%s ends before its claims do, so that nobody does the same meanwhile', (name) => {
    const { Timeout } = functions.get(`Functions${name}Function`);
    expect(Timeout * 1000).toBeLessThan(LEASE_MS);
  });
});

describe('every function', () => {
  const webhooks = [{ url: 'https://crm.example.com/hook', secret: 'crm' }];
  const all = synthesized({ webhooks }).template.toJSON().Resources as Record<
    string,
    { Type: string; Properties: unknown }
  >;
  const starters = Object.values(all).filter(({ Type }) => STARTERS.test(Type));
  const targets = JSON.stringify(starters.map(({ Properties }) => Properties));
  const named = JSON.stringify(
    Object.values(all)
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => (Properties as { Environment: unknown }).Environment),
  );

  it.each(functionNames)(
    '%s is started by a route, a stream, a queue, a rule, a schedule, a deployment or another function',
    (name) => {
      if (named.includes(`"Test-${name}"`)) return;
      expect(targets).toMatch(new RegExp(`"Functions${name}Function[0-9A-F]{8}"`));
    },
  );
});
