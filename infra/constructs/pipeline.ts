import { EventSourceMapping, FilterCriteria, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { streamFilters } from '../../shared/contract/table.ts';
import type { Bus } from './bus.ts';
import type { Functions } from './functions.ts';
import type { Queues } from './queues.ts';
import type { Store } from './store.ts';

interface Props {
  store: Store;
  queues: Queues;
  bus: Bus;
  functions: Functions;
}

/** What flows by itself: from the stream of the table, the queues and the bus to the functions. */
export class Pipeline extends Construct {
  constructor(scope: Construct, id: string, { store, queues, bus, functions }: Props) {
    super(scope, id);
    const stream = store.table.tableStreamArn as string;
    const { score, relay, replay, rescore, notify } = functions.all;
    this.fromStream('score', score, stream, queues.deadLetters.score, 4);
    this.fromStream('relay', relay, stream, queues.deadLetters.relay, 1);
    this.fromQueue('replay', replay, queues.late, 10);
    this.fromQueue('rescore', rescore, queues.rescore, 1);
    bus.subscribe({ to: 'HandoverOpened', by: notify, undelivered: queues.deadLetters.notify });
  }

  private fromStream(
    name: keyof typeof streamFilters,
    target: IFunction,
    eventSourceArn: string,
    failed: IQueue,
    parallelizationFactor: number,
  ): void {
    new EventSourceMapping(this, name, {
      target,
      eventSourceArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: streamFilters[name].map((filter) => FilterCriteria.filter(filter)),
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(failed),
    });
  }

  private fromQueue(name: string, target: IFunction, queue: IQueue, batchSize: number): void {
    new EventSourceMapping(this, name, {
      target,
      eventSourceArn: queue.queueArn,
      batchSize,
      reportBatchItemFailures: true,
      // What can wait leaves room for visitors: an account runs a limited number of functions at once.
      maxConcurrency: 2,
    });
  }
}
