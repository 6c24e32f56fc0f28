import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Mail } from './mail.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem';

/** May do these actions on a table or index; with `partitions`, only where the partition key matches one. */
export function useTable(arn: string, actions: TableAction[], partitions?: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [arn],
    ...(partitions && {
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
    }),
  });
}

/** May read the table's stream. */
export function readStream(table: Table): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
      (action) => `dynamodb:${action}`,
    ),
    resources: [table.tableStreamArn as string],
  });
}

/** May receive messages from the queue. */
export function consume(queue: IQueue): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });
}

/** May send messages to the queue. */
export function send(queue: IQueue): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
}

/** May put events on the bus. */
export function putEvents(bus: EventBus): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
}

/** May send mail, as this sender only. */
export function sendMail({ identity, configurationSet }: Mail, sender: string): iam.PolicyStatement {
  const configurationSetArn = Stack.of(configurationSet).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: configurationSet.configurationSetName,
  });
  return new iam.PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [identity.emailIdentityArn, configurationSetArn],
    conditions: { StringEquals: { 'ses:FromAddress': sender } },
  });
}

/** May read the account's sending quota, which is no resource in SES. */
export function readSendingQuota(): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] });
}

/** May read the secret. The question marks stand for the six characters that Secrets Manager appends. */
export function readSecret(stack: Stack, name: string): iam.PolicyStatement {
  const arn = stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [arn] });
}

/** May call the function and wait for its answer. */
export function invoke(stack: Stack, functionName: string): iam.PolicyStatement {
  const arn = stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [arn] });
}

/** May let people sign in with the pool, and no longer. */
export function keepUsers(pool: IUserPool): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminDeleteUser'],
    resources: [pool.userPoolArn],
  });
}

/** May write to the log. */
export function writeLogs(logGroup: ILogGroup): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  });
}
