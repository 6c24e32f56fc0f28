import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The work that can fail for good. Each has a dead-letter queue, and each queue an alarm. */
export const deadLetterNames = ['late', 'score', 'relay', 'notify', 'webhooks', 'enrol', 'feedback'] as const;
export type DeadLetterName = (typeof deadLetterNames)[number];

/** Keeps what failed too often for two weeks, so that a person can fix the cause and replay it. */
export class DeadLetterQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, queueName: string) {
    super(scope, id, {
      queueName,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'This is a queue of dead letters itself: what lands here waits for a person, who gets an alarm.',
    });
  }
}
