import { afterAttempt, claimDelivery } from '../../domain/webhooks/delivery.ts';
import { type DeliveryKey, getDelivery, putDelivery } from '../../store/webhooks/webhook-deliveries.ts';
import { attemptDelivery, receiverId, type SilentReceivers, type WebhookSystem } from './attempt-delivery.ts';

/**
 * Retries a delivery that is due; if several runs try at once, one wins. Deliveries to a receiver that did not answer
 * earlier in this run fail at once, so that one receiver cannot hold up the run.
 */
export async function retryDelivery(
  system: WebhookSystem,
  of: DeliveryKey,
  silent: SilentReceivers,
): Promise<void> {
  const { table, now, webhooks } = system;
  const delivery = await getDelivery(table, of);
  if (delivery?.due === undefined || delivery.due > now()) return;
  const webhook = webhooks.find((one) => receiverId(one) === delivery.to);
  if (webhook === undefined) {
    // The receiver was removed from the settings.
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
