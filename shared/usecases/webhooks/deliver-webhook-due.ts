import { afterTry, claimed } from '../../domain/webhooks/delivery.ts';
import { type DeliveryKey, getDelivery, putDelivery } from '../../store/webhooks/webhook-deliveries.ts';
import { receiverId, type Silent, tryDelivery, type WebhookSystem } from './deliver-webhook.ts';

/**
 * Tries a delivery whose moment has come; of any number that do so at once, one. Who was silent a moment ago is not
 * asked again: its deliveries fail for this time, so that one receiver cannot hold up a sweep.
 */
export async function deliverDue(system: WebhookSystem, key: DeliveryKey, silent: Silent): Promise<void> {
  const { table, now, webhooks } = system;
  const delivery = await getDelivery(table, key);
  if (delivery?.due === undefined || delivery.due > now()) return;
  const webhook = webhooks.find((one) => receiverId(one) === delivery.to);
  if (webhook === undefined) {
    // The company took the receiver out of its settings: it wants to hear of it no more.
    await putDelivery(table, afterTry(delivery, { result: 'gone' }, now(), 0));
    return;
  }
  const claim = claimed(delivery, now());
  if (silent.has(delivery.to)) {
    await tryDelivery(system, { ...claim, version: delivery.version }, webhook, silent);
    return;
  }
  if ((await putDelivery(table, claim)) === 'written') await tryDelivery(system, claim, webhook, silent);
}
