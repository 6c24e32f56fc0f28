import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { functions } from '../functions.ts';
import { type DeadLetterName, DeadLetterQueue, deadLetterNames } from './dead-letter-queue.ts';

interface Props {
  /** First part of every queue's name. */
  prefix: string;
}

/** The work queues, and the dead-letter queues. */
export class Queues extends Construct {
  readonly deadLetters: Readonly<Record<DeadLetterName, DeadLetterQueue>>;
  /** Events that the table did not accept. */
  readonly late: sqs.Queue;
  /** Pages of leads to score again. */
  readonly rescore: sqs.Queue;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const deadLetters = deadLetterNames.map((name) => [
      name,
      new DeadLetterQueue(this, `${name}-dead-letters`, `${props.prefix}-${name}-dead-letters`),
    ]);
    this.deadLetters = Object.fromEntries(deadLetters);
    // An hour of tries: by then a table that refuses writes usually works again.
    this.late = this.queue('late', props.prefix, { reader: 'replay', tries: 20 });
    this.rescore = this.queue('rescore', props.prefix, { reader: 'rescore', tries: 5 });
  }

  private queue(
    name: 'late' | 'rescore',
    prefix: string,
    { reader, tries }: { reader: FunctionName; tries: number },
  ): sqs.Queue {
    return new sqs.Queue(this, name, {
      queueName: `${prefix}-${name}`,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the reader's timeout, as AWS advises, so that a message is not delivered twice during retries.
      visibilityTimeout: Duration.seconds(6 * functions[reader].seconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters[name], maxReceiveCount: tries },
    });
  }
}
