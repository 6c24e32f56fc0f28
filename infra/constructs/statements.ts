import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Mail } from './mail.ts';

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem';

/** May do these things in the table or index, if given only in partitions whose key looks like one of these. */
export function touch(arn: string, actions: TableAction[], partitions?: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [arn],
    ...(partitions && {
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
    }),
  });
}

/** May be fed by the stream of the table. */
export function readStream(table: Table): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
      (action) => `dynamodb:${action}`,
    ),
    resources: [table.tableStreamArn as string],
  });
}

/** May be fed by the queue. */
export function consume(queue: IQueue): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });
}

/** May put messages in the queue. */
export function send(queue: IQueue): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
}

/** May put events on the bus. */
export function tell(bus: EventBus): iam.PolicyStatement {
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

/** May ask how much the account may send. SES knows no resource for this question. */
export function askQuota(): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] });
}

/** May read the secret. The question marks are the six characters that Secrets Manager adds to a name. */
export function readSecret(stack: Stack, name: string): iam.PolicyStatement {
  const arn = stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [arn] });
}

/** May write in the log. */
export function writeLogs(logGroup: ILogGroup): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  });
}
