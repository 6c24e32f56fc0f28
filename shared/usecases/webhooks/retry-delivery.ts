import { afterAttempt, claimDelivery } from '../../domain/webhooks/delivery.ts';
import { type DeliveryKey, getDelivery, putDelivery } from '../../store/webhooks/webhook-deliveries.ts';
import { attemptDelivery, receiverId, type SilentReceivers, type WebhookSystem } from './attempt-delivery.ts';

/**
 * Tries a delivery whose moment has come; of any number that do so at once, one. Who was silent a moment ago is not
 * asked again: its deliveries fail for this time, so that one receiver cannot hold up a sweep.
 */
export async function retryDelivery(
  system: WebhookSystem,
  key: DeliveryKey,
  silent: SilentReceivers,
): Promise<void> {
  const { table, now, webhooks } = system;
  const delivery = await getDelivery(table, key);
  if (delivery?.due === undefined || delivery.due > now()) return;
  const webhook = webhooks.find((one) => receiverId(one) === delivery.to);
  if (webhook === undefined) {
    // The company took the receiver out of its settings: it wants to hear of it no more.
    await putDelivery(table, afterAttempt(delivery, { result: 'gone' }, now(), 0));
    return;
  }
  const claim = claimDelivery(delivery, now());
  if (silent.has(delivery.to)) {
    await attemptDelivery(system, { ...claim, version: delivery.version }, webhook, silent);
    return;
  }
  if ((await putDelivery(table, claim)) === 'written') await attemptDelivery(system, claim, webhook, silent);
}
