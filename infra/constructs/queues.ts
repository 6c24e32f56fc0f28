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

/** Work that waits, and the places where work lands that failed too often. */
export class Queues extends Construct {
  readonly deadLetters: Readonly<Record<DeadLetterName, DeadLetterQueue>>;
  /** Events that the table refused. */
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
    // An hour of tries: a table that refuses writes is usually back by then.
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
      // Six times its reader's timeout, as AWS advises: a message is not given out twice during retries.
      visibilityTimeout: Duration.seconds(6 * functions[reader].seconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters[name], maxReceiveCount: tries },
    });
  }
}
