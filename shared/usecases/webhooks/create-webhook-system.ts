import type { Environment } from '../../contract/environment.ts';
import { readWebhooks } from '../../contract/webhooks.ts';
import type { Instant } from '../../domain/time.ts';
import { secretReader } from '../../gateways/secrets.ts';
import { webhookSender } from '../../gateways/webhooks/webhook-sender.ts';
import type { Table } from '../../store/table.ts';
import type { WebhookSystem } from './attempt-delivery.ts';

interface Parts {
  table: Table;
  now: () => Instant;
  /** Logs failed deliveries. */
  report: WebhookSystem['report'];
}

/** The parts for delivering webhooks over the network. Create it once per process. */
export function createWebhookSystem(
  env: Pick<Environment<'webhooks'>, 'WEBHOOKS'>,
  { table, now, report }: Parts,
): WebhookSystem {
  const webhooks = readWebhooks(env.WEBHOOKS);
  const readers = new Map(webhooks.map(({ secret }) => [secret, secretReader(secret, now)]));
  return {
    ...{ table, now, webhooks, report },
    random: Math.random,
    secret: (name) => (readers.get(name) as () => Promise<string>)(),
    send: webhookSender(),
  };
}
