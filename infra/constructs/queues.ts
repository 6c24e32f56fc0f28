import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { functions } from '../functions.ts';
import { type DeadLetterName, DeadLetterQueue, deadLetterNames } from './dead-letter-queue.ts';

interface Props {
  /** First part of every queue's name. */
  prefix: string;
}

/** The queue of late events, and the dead-letter queues. */
export class Queues extends Construct {
  readonly deadLetters: Readonly<Record<DeadLetterName, DeadLetterQueue>>;
  /** Events that the table did not accept. */
  readonly late: sqs.Queue;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const deadLetters = deadLetterNames.map((name) => [
      name,
      new DeadLetterQueue(this, `${name}-dead-letters`, `${props.prefix}-${name}-dead-letters`),
    ]);
    this.deadLetters = Object.fromEntries(deadLetters);
    this.late = new sqs.Queue(this, 'late', {
      queueName: `${props.prefix}-late`,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the reader's timeout, as AWS advises, so that a message is not delivered twice during retries.
      visibilityTimeout: Duration.seconds(6 * functions.replay.seconds),
      retentionPeriod: Duration.days(14),
      // An hour of tries: by then a table that refuses writes usually works again.
      deadLetterQueue: { queue: this.deadLetters.late, maxReceiveCount: 20 },
    });
  }
}
