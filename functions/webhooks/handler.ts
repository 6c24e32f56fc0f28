import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type DetailType, type DomainEvent, domainEvents } from '../../shared/contract/domain-events.ts';
import type { SweepOrder } from '../../shared/contract/sweep.ts';
import { readWebhooks } from '../../shared/contract/webhooks.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { secretReader } from '../../shared/gateways/secrets.ts';
import { webhookSender } from '../../shared/gateways/webhooks/webhook-sender.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { isSweepOrder, scheduledSweep } from '../../shared/usecases/jobs/scheduled-sweep.ts';
import { ownJobs } from '../../shared/usecases/jobs/sweep.ts';
import { deliver, deliverEvent, type WebhookSystem } from '../../shared/usecases/webhooks/deliver-event.ts';

const { env, log, table, now } = connect('webhooks', dynamoDbCall());
const webhooks = readWebhooks(env.WEBHOOKS);
const secrets = new Map(webhooks.map(({ secret }) => [secret, secretReader(secret, now)]));
const system: WebhookSystem = {
  ...jobSystem(table, now, log),
  webhooks,
  secret: (name) => (secrets.get(name) as () => Promise<string>)(),
  send: webhookSender(),
};

/** Told of a domain event, or by its schedule to do what is due. */
export async function handler(
  event: EventBridgeEvent<DetailType, unknown> | SweepOrder,
  context: Context,
): Promise<unknown> {
  if (isSweepOrder(event)) {
    const silent = new Set<string>();
    const handlers = [ownJobs('webhook', (job) => deliver(system, job, silent))];
    return scheduledSweep(system, 'webhooks', event, { handlers, context, log });
  }
  const type = event['detail-type'];
  await deliverEvent(system, { type, detail: domainEvents[type].parse(event.detail) } as DomainEvent);
}
