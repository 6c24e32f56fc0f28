import { describe, expect, it } from 'vitest';
import type { TemplateRefused } from '../../../../infra/local/template/refusals.ts';
import { readTemplate, type TemplateFile } from '../../../../infra/local/template/template.ts';

const ports = { api: 4600, website: 4601, inbox: 4602, aws: 4603 };
const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'late' } };
const bus = { Type: 'AWS::Events::EventBus', Properties: { Name: 'kansrijk' } };

function bodyOf(value: unknown, more: Partial<TemplateFile> = {}) {
  const template = readTemplate(
    {
      ...more,
      Resources: {
        Late: queue,
        Bus: bus,
        Table: { Type: 'AWS::DynamoDB::Table' },
        Role: { Type: 'AWS::IAM::Role' },
        Subject: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: value } },
      },
    },
    'Kansrijk',
    ports,
  );
  return template.byId('Subject')?.properties.SecretString;
}

describe('an intrinsic function', () => {
  it.each([
    [{ Ref: 'Late' }, 'http://127.0.0.1:4603/queue/late'],
    [{ 'Fn::GetAtt': ['Late', 'Arn'] }, 'arn:aws:sqs:eu-west-1:000000000000:late'],
    [{ 'Fn::GetAtt': 'Bus.Arn' }, 'arn:aws:events:eu-west-1:000000000000:event-bus/kansrijk'],
    [{ Ref: 'Table' }, 'Kansrijk-Table'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Bus' }, 1]] }, 'a/kansrijk/1'],
    [
      { 'Fn::Sub': [`\${AWS::Partition}-\${Bus.Arn}-\${own}-\${!literal}`, { own: 'x' }] },
      `aws-arn:aws:events:eu-west-1:000000000000:event-bus/kansrijk-x-\${literal}`,
    ],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ a: [{ Ref: 'Bus' }, { Ref: 'AWS::NoValue' }], b: { Ref: 'AWS::NoValue' } }, { a: ['kansrijk'] }],
    [{ 'Fn::Join': ['', ['{{resolve:secretsmanager:', 'x', '}}']] }, '{{resolve:secretsmanager:x}}'],
  ])('resolves %j', (value, expected) => {
    expect(bodyOf(value)).toEqual(expected);
  });

  it('chooses by a condition', () => {
    const Conditions = {
      Far: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
      Near: { 'Fn::And': [{ 'Fn::Not': [{ Condition: 'Far' }] }, { 'Fn::Or': [true, false] }] },
    };
    expect(bodyOf({ 'Fn::If': ['Near', 'here', 'there'] }, { Conditions })).toBe('here');
  });

  it('uses the default of a parameter', () => {
    expect(bodyOf({ Ref: 'Size' }, { Parameters: { Size: { Default: '5' } } })).toBe('5');
  });
});

describe('a template that the twin cannot run', () => {
  const file: TemplateFile = {
    Resources: {
      Cluster: { Type: 'AWS::ECS::Cluster' },
      Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true, Tags: [] } },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { Targets: [{ Arn: 'a', Id: '1', InputTransformer: {} }] },
      },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: { 'Fn::ImportValue': 'x' } } },
      Role: { Type: 'AWS::IAM::Role', Properties: { Anything: 1 } },
    },
  };

  it('is refused with every problem by name', () => {
    expect.assertions(1);
    try {
      readTemplate(file, 'Kansrijk', ports);
    } catch (error) {
      expect((error as TemplateRefused).problems).toEqual([
        'Cluster: resource type AWS::ECS::Cluster',
        'Fifo: property FifoQueue of AWS::SQS::Queue',
        'Rule: property Targets[].InputTransformer of AWS::Events::Rule',
        'Secret: Fn::ImportValue is not run by the twin',
      ]);
    }
  });
});

describe('a resource that this machine does not need', () => {
  it('is left alone, and listed with the reason', () => {
    const { resources, inert } = readTemplate(
      { Resources: { Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: 1 } } } },
      'Kansrijk',
      ports,
    );
    expect(resources).toEqual([]);
    expect(inert).toEqual([
      { logicalId: 'Alarm', type: 'AWS::CloudWatch::Alarm', reason: expect.stringContaining('metrics') },
    ]);
  });

  it('is left out when its condition is false', () => {
    const { resources } = readTemplate(
      {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { Late: { ...queue, Condition: 'Never' } },
      },
      'Kansrijk',
      ports,
    );
    expect(resources).toEqual([]);
  });
});
