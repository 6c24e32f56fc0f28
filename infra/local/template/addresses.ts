import { issuerUrl } from '../issuer/issuer.ts';
import type { Ports } from '../ports.ts';

/** The account and region that the twin emulates. */
export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-1';

/** What `Ref` and `Fn::GetAtt` return for a resource. */
export interface Address {
  ref: string;
  arn: string;
  attributes: Record<string, string>;
}

interface Named {
  type: string;
  /** Its own name, else the stack's name and the logical id, as CloudFormation does. */
  name: string;
}

const nameProperties: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::Cognito::UserPoolClient': 'ClientName',
};

/** The property with the name of a resource of this type. */
export function nameProperty(type: string): string {
  return nameProperties[type] ?? 'Name';
}

/** The address of a resource in the twin. */
export function addressOf({ type, name }: Named, ports: Ports): Address {
  const arn = (service: string, path: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${path}`;
  switch (type) {
    case 'AWS::Lambda::Function':
      return address(name, arn('lambda', `function:${name}`));
    case 'AWS::DynamoDB::Table': {
      const table = arn('dynamodb', `table/${name}`);
      return address(name, table, { StreamArn: `${table}/stream/2026-01-01T00:00:00.000` });
    }
    case 'AWS::SQS::Queue':
      return address(`http://127.0.0.1:${ports.aws}/queue/${name}`, arn('sqs', name));
    case 'AWS::Events::EventBus':
      return address(name, arn('events', `event-bus/${name}`));
    case 'AWS::SecretsManager::Secret': {
      const secret = arn('secretsmanager', `secret:${name}-000000`);
      return address(secret, secret);
    }
    case 'AWS::Cognito::UserPool':
      return address(name, arn('cognito-idp', `userpool/${name}`), { ProviderURL: issuerUrl(ports.issuer) });
    default:
      return address(name, arn('twin', `${type.replaceAll('::', '-').toLowerCase()}/${name}`));
  }
}

function address(ref: string, arn: string, more: Record<string, string> = {}): Address {
  return { ref, arn, attributes: { Arn: arn, ...more } };
}
