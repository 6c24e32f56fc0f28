import { describe, expect, it } from 'vitest';
import type { TemplateRefused } from '../../../../infra/local/template/refusals.ts';
import { readTemplate, type TemplateFile } from '../../../../infra/local/template/template.ts';

const ports = { api: 4600, website: 4601, inbox: 4602, aws: 4603, issuer: 4604 };
const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'late' } };
const bus = { Type: 'AWS::Events::EventBus', Properties: { Name: 'kansrijk' } };

function bodyOf(value: unknown) {
  const template = readTemplate(
    {
      Resources: {
        Late: queue,
        Bus: bus,
        Table: { Type: 'AWS::DynamoDB::Table' },
        Role: { Type: 'AWS::IAM::Role' },
        Subject: { Type: 'AWS::Lambda::Function', Properties: { Environment: value } },
      },
    },
    'Kansrijk',
    ports,
  );
  return template.ofType('AWS::Lambda::Function')[0]?.properties.Environment;
}

describe('an intrinsic function', () => {
  it.each([
    [{ Ref: 'Late' }, 'http://127.0.0.1:4603/queue/late'],
    [{ 'Fn::GetAtt': ['Late', 'Arn'] }, 'arn:aws:sqs:eu-west-1:000000000000:late'],
    [{ 'Fn::GetAtt': ['Bus', 'Arn'] }, 'arn:aws:events:eu-west-1:000000000000:event-bus/kansrijk'],
    [{ Ref: 'Table' }, 'Kansrijk-Table'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Bus' }, 1]] }, 'a/kansrijk/1'],
    [
      { 'Fn::Sub': `assets-\${AWS::AccountId}-\${AWS::Region}-\${Table}` },
      'assets-000000000000-eu-west-1-Kansrijk-Table',
    ],
    [
      { a: [{ Ref: 'Bus' }], b: 1 },
      { a: ['kansrijk'], b: 1 },
    ],
    [{ 'Fn::Join': ['', ['{{resolve:secretsmanager:', 'x', '}}']] }, '{{resolve:secretsmanager:x}}'],
  ])('resolves %j', (value, expected) => {
    expect(bodyOf(value)).toEqual(expected);
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
      Sometimes: { ...bus, Condition: 'IsFriday' },
      Literal: { ...bus, Properties: { Name: { 'Fn::Sub': `\${!x}` } } },
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
        'Sometimes: Condition IsFriday',
        'Literal: Fn::Sub with !x is not run by the twin',
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
});
