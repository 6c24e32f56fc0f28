import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { functions } from '../functions.ts';

/** The work that can fail for good. Each has a dead-letter queue, and each queue an alarm. */
const deadLetterNames = ['late', 'score', 'relay', 'notify', 'webhooks', 'enrol', 'feedback'] as const;
export type DeadLetterName = (typeof deadLetterNames)[number];

interface Props {
  /** First part of every queue's name. */
  prefix: string;
}

/** The queue of late events, and the dead-letter queues. All keep their messages for two weeks. */
export class Queues extends Construct {
  /** Keep what failed too often, so that a person can fix the cause and replay it. */
  readonly deadLetters: Readonly<Record<DeadLetterName, sqs.Queue>>;
  /** Events that the table did not accept. */
  readonly late: sqs.Queue;

  constructor(scope: Construct, id: string, { prefix }: Props) {
    super(scope, id);
    const queue = (name: string, more: sqs.QueueProps = {}) =>
      new sqs.Queue(this, name, {
        queueName: `${prefix}-${name}`,
        encryption: sqs.QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
        ...more,
      });
    const deadLetters = deadLetterNames.map((name) => [name, queue(`${name}-dead-letters`)] as const);
    for (const [, each] of deadLetters) {
      Validations.of(each).acknowledge({
        id: 'AwsSolutions-SQS3',
        reason:
          'This is a queue of dead letters itself: what lands here waits for a person, who gets an alarm.',
      });
    }
    this.deadLetters = Object.fromEntries(deadLetters) as Record<DeadLetterName, sqs.Queue>;
    this.late = queue('late', {
      // Six times the reader's timeout, as AWS advises, so that a message is not delivered twice during retries.
      visibilityTimeout: Duration.seconds(6 * functions.replay.seconds),
      // An hour of tries: by then a table that refuses writes usually works again.
      deadLetterQueue: { queue: this.deadLetters.late, maxReceiveCount: 20 },
    });
  }
}
