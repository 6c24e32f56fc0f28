import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../infra/settings.ts';
import { domainEvents } from '../../shared/contract/domain-events.ts';
import { DUE_SHARDS, streamFilters } from '../../shared/contract/table.ts';
import { resources, synthesized, withoutHash } from './synthesized.ts';

const { template } = synthesized();
const mappings = resources(template, 'AWS::Lambda::EventSourceMapping');
const queues = resources(template, 'AWS::SQS::Queue');
const target = (arn: { 'Fn::GetAtt': [string, string] }) => withoutHash(arn['Fn::GetAtt'][0]);

describe.each(['score', 'relay'] as const)('the reader of the stream %s', (name) => {
  const mapping = mappings.get(`Pipeline${name}`);

  it('receives exactly the records of the contract', () => {
    const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    expect(patterns).toEqual(streamFilters[name]);
    // Lambda takes no more.
    expect(patterns.length).toBeLessThanOrEqual(5);
  });

  it('sets one bad record aside without blocking the others', () => {
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: expect.any(Number),
    });
    expect(target(mapping.DestinationConfig.OnFailure.Destination)).toBe(`Queues${name}deadletters`);
  });

  it('gives up while the record is still in the stream, so that a person can replay it', () => {
    expect(mapping.MaximumRecordAgeInSeconds).toBeLessThan(24 * 60 * 60);
  });
});

describe('the queue of late events', () => {
  it('is read by `replay`, message by message', () => {
    const mapping = mappings.get('Pipelinereplay');
    expect(target(mapping.EventSourceArn)).toBe('Queueslate');
    expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it('hides a message for six times its reader’s timeout', () => {
    const { Timeout } = resources(template, 'AWS::Lambda::Function').get('FunctionsreplayFunction');
    expect(queues.get('Queueslate').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
  });

  it('moves what fails too often to its dead-letter queue', () => {
    const { deadLetterTargetArn } = queues.get('Queueslate').RedrivePolicy;
    expect(target(deadLetterTargetArn)).toBe('Queueslatedeadletters');
  });
});

describe('a hand-over', () => {
  it.each(['HandoverOpened', 'HandoverOverdue', 'HandRaised', 'LeadAssigned', 'CallDue'])(
    'is delivered to `notify` by %s, or else to a dead-letter queue',
    (type) => {
      const rule = resources(template, 'AWS::Events::Rule').get(`Bus${type}`);
      expect(rule.EventPattern).toEqual({ source: ['kansrijk'], 'detail-type': [type] });
      expect(target(rule.Targets[0].Arn)).toBe('FunctionsnotifyFunction');
      expect(target(rule.Targets[0].DeadLetterConfig.Arn)).toBe('Queuesnotifydeadletters');
    },
  );

  it('that `notify` keeps failing on goes to a dead-letter queue', () => {
    const config = resources(template, 'AWS::Lambda::EventInvokeConfig').get(
      'FunctionsnotifyFunctionEventInvokeConfig',
    );
    expect(target(config.DestinationConfig.OnFailure.Destination)).toBe('Queuesnotifydeadletters');
  });
});

describe('a domain event', () => {
  const crm = { url: 'https://crm.example.com/', secret: 'crm' };
  const ruleWith = (webhooks: SettingsInput['webhooks']) =>
    resources(synthesized({ webhooks }).template, 'AWS::Events::Rule').get('BusWebhooks');

  it('of any type is delivered to `webhooks`, or else to a dead-letter queue', () => {
    const rule = ruleWith([crm]);
    expect(rule.EventPattern).toEqual({ source: ['kansrijk'], 'detail-type': Object.keys(domainEvents) });
    expect(target(rule.Targets[0].Arn)).toBe('FunctionswebhooksFunction');
    expect(target(rule.Targets[0].DeadLetterConfig.Arn)).toBe('Queueswebhooksdeadletters');
  });

  it('that no receiver subscribes to is not delivered', () => {
    const all = [
      { ...crm, events: ['HandRaised' as const] },
      { ...crm, url: 'https://a.example.com/', events: ['LeadErased' as const] },
    ];
    expect(ruleWith(all).EventPattern['detail-type']).toEqual(['HandRaised', 'LeadErased']);
    expect(ruleWith([])).toBeUndefined();
  });
});

describe('a sequence that starts for a lead', () => {
  it('is delivered to `enrol`, or else to a dead-letter queue', () => {
    const rule = resources(template, 'AWS::Events::Rule').get('BusSequenceStarted');
    expect(rule.EventPattern).toEqual({ source: ['kansrijk'], 'detail-type': ['SequenceStarted'] });
    expect(target(rule.Targets[0].Arn)).toBe('FunctionsenrolFunction');
    expect(target(rule.Targets[0].DeadLetterConfig.Arn)).toBe('Queuesenroldeadletters');
  });
});

describe('a permission that is confirmed', () => {
  it('is delivered to `enrol`, which lets sequences go on, or else to a dead-letter queue', () => {
    const rule = resources(template, 'AWS::Events::Rule').get('BusConsentChanged');
    expect(rule.EventPattern).toMatchObject({
      ...{ 'detail-type': ['ConsentChanged'], detail: { mail: ['granted'] } },
    });
    expect(target(rule.Targets[0].Arn)).toBe('FunctionsenrolFunction');
    expect(target(rule.Targets[0].DeadLetterConfig.Arn)).toBe('Queuesenroldeadletters');
  });
});

describe('a report of SES about a mail to a lead', () => {
  it('is delivered to `feedback`, or else to a dead-letter queue', () => {
    const rule = resources(template, 'AWS::Events::Rule').get('MailReported');
    expect(rule.EventPattern).toMatchObject({
      source: ['aws.ses'],
      detail: { mail: { tags: { mail: [{ exists: true }] } } },
    });
    expect(rule.EventBusName).toBe('default');
    expect(target(rule.Targets[0].Arn)).toBe('FunctionsfeedbackFunction');
    expect(target(rule.Targets[0].DeadLetterConfig.Arn)).toBe('Queuesfeedbackdeadletters');
  });
});

describe('due work', () => {
  const schedules = [...resources(template, 'AWS::Scheduler::Schedule').values()];

  it.each(Object.entries(DUE_SHARDS))('is looked for by `%s` in each shard of its own', (name, shards) => {
    const orders = schedules
      .filter(({ Target }) => target(Target.Arn) === `Functions${name}Function`)
      .map(({ Target }) => JSON.parse(Target.Input));
    expect(orders).toEqual(Array.from({ length: shards }, (_, shard) => ({ shard })));
  });

  it('is looked for by nobody else', () => {
    const shards = Object.values(DUE_SHARDS).reduce((sum, each) => sum + each);
    expect(schedules).toHaveLength(shards);
  });

  it('is looked for every minute; the next run makes up for one that could not start', () => {
    for (const { ScheduleExpression, Target } of schedules) {
      expect(ScheduleExpression).toBe('rate(1 minute)');
      expect(Target.RetryPolicy).toEqual({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
    }
  });

  it('may be looked for by the schedules', () => {
    const role = resources(template, 'AWS::IAM::Role').get('TimersRole');
    const [{ Action, Resource }] = role.Policies[0].PolicyDocument.Statement;
    expect(Action).toBe('lambda:InvokeFunction');
    const swept = Object.keys(DUE_SHARDS).map((name) => `Functions${name}Function`);
    expect(Resource.map(target)).toEqual(swept.sort());
    for (const { Target } of schedules) expect(target(Target.RoleArn)).toBe('TimersRole');
  });
});

describe('a function that is told of an event, and sweeps', () => {
  it.each(['notify', 'enrol', 'webhooks'])('%s is told again twice when it fails', (name) => {
    const config = resources(template, 'AWS::Lambda::EventInvokeConfig').get(
      `Functions${name}FunctionEventInvokeConfig`,
    );
    expect(config.MaximumRetryAttempts).toBe(2);
    expect(target(config.DestinationConfig.OnFailure.Destination)).toBe(`Queues${name}deadletters`);
  });
});

describe('every queue', () => {
  it.each([...queues])('%s is encrypted and keeps its messages for two weeks', (_name, queue) => {
    expect(queue).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 60 * 60 });
  });
});

describe('every asynchronous path', () => {
  it('ends in a function with an on-failure destination', () => {
    const invokedLater = [...resources(template, 'AWS::Events::Rule').values()].flatMap((rule) =>
      rule.Targets.map((each: { Arn: { 'Fn::GetAtt': [string, string] } }) => each.Arn['Fn::GetAtt'][0]),
    );
    const configured = [...resources(template, 'AWS::Lambda::EventInvokeConfig').values()].map(
      (config) => config.FunctionName.Ref,
    );
    expect(configured).toEqual(expect.arrayContaining(invokedLater));
  });

  it('from a stream has an on-failure destination', () => {
    const withoutPlace = [...mappings].filter(
      ([, mapping]) => !mapping.DestinationConfig && target(mapping.EventSourceArn) === 'StoreTable',
    );
    expect(withoutPlace).toEqual([]);
  });
});

describe('the playbook', () => {
  it('is published by the function, and CloudFormation stops waiting in time', () => {
    const [playbook] = [...resources(template, 'Custom::Playbook').values()];
    expect(target(playbook.ServiceToken)).toBe('FunctionspublishFunction');
    expect(playbook).toMatchObject({
      playbook: expect.stringMatching(/^[0-9a-f]{64}$/),
      ServiceTimeout: '300',
    });
  });
});
