import type { Ports } from '../ports.ts';

/** The account and region that the twin emulates. */
export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-1';
export const URL_SUFFIX = 'amazonaws.com';

/** What `Ref` and `Fn::GetAtt` return for a resource. */
export interface Address {
  ref: string;
  arn: string;
  attributes: Record<string, string>;
}

interface Named {
  logicalId: string;
  type: string;
  /** Its own name, else the stack's name and the logical id, as CloudFormation does. */
  name: string;
  /** The name of a rule's bus. */
  bus?: string;
}

const nameProperties: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
};

/** The property with the name of a resource of this type. */
export function nameProperty(type: string): string {
  return nameProperties[type] ?? 'Name';
}

/** The address of a resource in the twin. */
export function addressOf({ logicalId, type, name, bus }: Named, ports: Ports): Address {
  const arn = (service: string, path: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${path}`;
  switch (type) {
    case 'AWS::Lambda::Function':
      return address(name, arn('lambda', `function:${name}`));
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable': {
      const table = arn('dynamodb', `table/${name}`);
      return address(name, table, {
        StreamArn: `${table}/stream/2026-01-01T00:00:00.000`,
        TableId: logicalId,
      });
    }
    case 'AWS::SQS::Queue': {
      const url = `http://127.0.0.1:${ports.aws}/queue/${name}`;
      return address(url, arn('sqs', name), { QueueName: name, QueueUrl: url });
    }
    case 'AWS::Events::EventBus':
      return address(name, arn('events', `event-bus/${name}`), { Name: name });
    case 'AWS::Events::Rule': {
      const path = bus && bus !== 'default' ? `${bus}/${name}` : name;
      return address(bus && bus !== 'default' ? `${bus}|${name}` : name, arn('events', `rule/${path}`));
    }
    case 'AWS::Scheduler::Schedule':
      return address(name, arn('scheduler', `schedule/default/${name}`));
    case 'AWS::SecretsManager::Secret': {
      const secret = arn('secretsmanager', `secret:${name}-000000`);
      return address(secret, secret, { Id: secret });
    }
    case 'AWS::ApiGatewayV2::Api': {
      const id = apiId(logicalId);
      return address(id, arn('apigateway', `/apis/${id}`), {
        ApiId: id,
        ApiEndpoint: `http://localhost:${ports.api}`,
      });
    }
    case 'AWS::SNS::Topic':
      return address(arn('sns', name), arn('sns', name), { TopicArn: arn('sns', name), TopicName: name });
    case 'AWS::SES::ConfigurationSet':
      return address(name, arn('ses', `configuration-set/${name}`));
    default:
      return address(name, arn('twin', `${type.replaceAll('::', '-').toLowerCase()}/${name}`));
  }
}

function address(ref: string, arn: string, more: Record<string, string> = {}): Address {
  return { ref, arn, attributes: { Arn: arn, ...more } };
}

/** An id like those of API Gateway: ten lower-case characters. */
function apiId(logicalId: string): string {
  return logicalId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-10)
    .padStart(10, '0');
}
