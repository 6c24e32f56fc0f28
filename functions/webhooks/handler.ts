import type { EventBridgeEvent } from 'aws-lambda';
import { type DetailType, type DomainEvent, domainEvents } from '../../shared/contract/domain-events.ts';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { createWebhookSystem } from '../../shared/usecases/webhooks/create-webhook-system.ts';
import { deliverEvent } from '../../shared/usecases/webhooks/deliver-event.ts';

const env = readEnvironment('webhooks', process.env);
const logger = logOf('webhooks');
const system = createWebhookSystem(env, {
  table: awsTable(env.TABLE_NAME, dynamoDbCall()),
  now: () => new Date().toISOString(),
  report: (message, about) => logger.warn(message, about),
});

export async function handler(event: EventBridgeEvent<DetailType, unknown>): Promise<void> {
  const type = event['detail-type'];
  const domainEvent = { type, detail: domainEvents[type].parse(event.detail) } as DomainEvent;
  try {
    await deliverEvent(system, domainEvent);
  } catch (error) {
    await logger.warn('webhooks-not-begun-yet', {
      event: domainEvent.detail.id,
      reason: (error as Error).name,
    });
    throw error;
  }
}
