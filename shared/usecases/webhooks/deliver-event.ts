import type { DomainEvent } from '../../contract/domain-events.ts';
import type { Webhook, WebhookBody } from '../../contract/webhooks.ts';
import { newDelivery } from '../../domain/webhooks/delivery.ts';
import { putDelivery } from '../../store/webhooks/webhook-deliveries.ts';
import { attemptDelivery, receiverId, type WebhookSystem } from './attempt-delivery.ts';

/**
 * Delivers an event to every receiver that subscribes to it. Existing deliveries are left to the retries, so the same event
 * may arrive several times. A failed delivery is stored, not thrown.
 * @throws when the table fails: safe to try again.
 */
export async function deliverEvent(system: WebhookSystem, event: DomainEvent): Promise<void> {
  const subscribers = system.webhooks.filter(
    ({ events }) => events === undefined || events.includes(event.type),
  );
  const results = await Promise.allSettled(
    subscribers.map((webhook) => startDelivery(system, event, webhook)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function startDelivery(
  system: WebhookSystem,
  { type, detail }: DomainEvent,
  webhook: Webhook,
): Promise<void> {
  const body: WebhookBody = { type, timestamp: detail.at, data: detail };
  const delivery = newDelivery(
    { event: detail.id, to: receiverId(webhook), type, body: JSON.stringify(body) },
    system.now(),
  );
  if ((await putDelivery(system.table, delivery)) === 'conflict') return;
  await attemptDelivery(system, delivery, webhook);
}
