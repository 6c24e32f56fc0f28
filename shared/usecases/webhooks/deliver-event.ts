import type { DomainEvent } from '../../contract/domain-events.ts';
import type { Webhook, WebhookBody } from '../../contract/webhooks.ts';
import { newDelivery } from '../../domain/webhooks/delivery.ts';
import { putDelivery } from '../../store/webhooks/webhook-deliveries.ts';
import { attemptDelivery, receiverId, type WebhookSystem } from './attempt-delivery.ts';

/**
 * Tells every receiver that wants to know of an event. A delivery that was begun before is left to the sweeps, so the
 * same event may come any number of times. That a receiver does not take it is written down, not thrown.
 * @throws when the table fails: hand the event in again, and what was begun is left alone.
 */
export async function deliverEvent(system: WebhookSystem, event: DomainEvent): Promise<void> {
  const wanted = system.webhooks.filter(({ events }) => events === undefined || events.includes(event.type));
  const results = await Promise.allSettled(wanted.map((webhook) => startDelivery(system, event, webhook)));
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
