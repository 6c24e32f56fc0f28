import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SOURCE } from '../../shared/contract/bus.ts';
import type { DetailType } from '../../shared/contract/domain-events.ts';

interface Subscription {
  to: DetailType | readonly DetailType[];
  by: IFunction;
  /** Only events with these values in their detail. */
  when?: Readonly<Record<string, string[]>>;
  /** The queue for events that could not be delivered. */
  undelivered: IQueue;
  /** Name of the rule; the event's unless given. */
  name?: string;
}

/** The bus for domain events. Anybody in the account may add a rule to it. */
export class Bus extends Construct {
  readonly bus: events.EventBus;

  constructor(scope: Construct, id: string, props: { name: string }) {
    super(scope, id);
    this.bus = new events.EventBus(this, 'Bus', {
      eventBusName: props.name,
      description: 'What happens to leads',
    });
  }

  /** Delivers domain events of these types to a function, with retries for up to a day. */
  subscribe({ to, by, when, undelivered, name = String(to) }: Subscription): void {
    new events.Rule(this, name, {
      eventBus: this.bus,
      eventPattern: { source: [SOURCE], detailType: [to].flat(), ...(when && { detail: when }) },
      targets: [
        // Tries for a day unless told otherwise.
        new LambdaFunction(by, { deadLetterQueue: undelivered }),
      ],
    });
  }
}
