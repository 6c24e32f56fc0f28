import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type DetailType, domainEvents } from '../../shared/contract/domain-events.ts';
import { streamFilters } from '../../shared/contract/table.ts';
import type { Settings } from '../settings.ts';
import type { Bus } from './bus.ts';
import type { Functions } from './functions.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import type { Store } from './store.ts';

interface Props {
  settings: Settings;
  store: Store;
  queues: Queues;
  bus: Bus;
  mail: Mail;
  functions: Functions;
}

/** Connects the table's stream, the queues and the bus to the functions. */
export class Pipeline extends Construct {
  constructor(scope: Construct, id: string, { settings, store, queues, bus, mail, functions }: Props) {
    super(scope, id);
    const { replay, notify, webhooks, enrol, feedback } = functions.all;
    for (const name of ['score', 'relay'] as const) this.fromStream(name, { store, queues, functions });
    new EventSourceMapping(this, 'replay', {
      target: replay,
      eventSourceArn: queues.late.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      // Leaves concurrency for visitors: the account's is limited, and this work can wait.
      maxConcurrency: 2,
    });
    for (const to of [
      'HandoverOpened',
      'HandoverOverdue',
      'HandRaised',
      'LeadAssigned',
      'CallDue',
    ] as const) {
      bus.subscribe({ to, by: notify, undelivered: queues.deadLetters.notify });
    }
    bus.subscribe({ to: 'SequenceStarted', by: enrol, undelivered: queues.deadLetters.enrol });
    // Somebody confirmed permission: the sequences that waited for it go on.
    const when = { mail: ['granted'] };
    bus.subscribe({ to: 'ConsentChanged', by: enrol, when, undelivered: queues.deadLetters.enrol });
    const subscribed = subscribedEvents(settings.webhooks);
    if (subscribed.length > 0) {
      bus.subscribe({
        to: subscribed,
        by: webhooks,
        undelivered: queues.deadLetters.webhooks,
        name: 'Webhooks',
      });
    }
    mail.report({ to: feedback, undelivered: queues.deadLetters.feedback });
  }

  private fromStream(
    name: keyof typeof streamFilters,
    { store, queues, functions }: Pick<Props, 'store' | 'queues' | 'functions'>,
  ) {
    new EventSourceMapping(this, name, {
      target: functions.all[name],
      eventSourceArn: store.table.tableStreamArn as string,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: streamFilters[name].map((filter) => FilterCriteria.filter(filter)),
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      // Batches of a shard that run at once; records of one partition stay in order.
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      // The stream keeps records for 24 hours: this leaves a person time to read them again.
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(queues.deadLetters[name]),
    });
  }
}

/** The events that any webhook subscribes to. */
function subscribedEvents(webhooks: Settings['webhooks']): DetailType[] {
  const all = Object.keys(domainEvents) as DetailType[];
  return all.filter((type) => webhooks.some(({ events = all }) => events.includes(type)));
}
