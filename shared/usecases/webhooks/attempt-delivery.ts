import { createHash } from 'node:crypto';
import type { Webhook } from '../../contract/webhooks.ts';
import type { Instant } from '../../domain/time.ts';
import { type AttemptResult, afterAttempt, type Delivery } from '../../domain/webhooks/delivery.ts';
import { Refused } from '../../gateways/refused.ts';
import type { SendWebhook, WebhookResponse } from '../../gateways/webhooks/webhook-sender.ts';
import { signatureHeaders } from '../../gateways/webhooks/webhook-signature.ts';
import type { Table } from '../../store/table.ts';
import { putDelivery } from '../../store/webhooks/webhook-deliveries.ts';

export interface WebhookSystem {
  table: Table;
  now: () => Instant;
  /** From 0 up to 1: spreads retries. */
  random: () => number;
  webhooks: readonly Webhook[];
  /** Reads the secret with this name. */
  secret: (name: string) => Promise<string>;
  send: SendWebhook;
  report: (message: 'webhook-failed' | 'webhook-given-up', about: object) => void;
}

/** Receivers that did not respond earlier in this run. */
export type SilentReceivers = Set<string>;

/** Identifies a receiver in the table. A hash, because its URL may hold a secret. */
export function receiverId({ url }: Pick<Webhook, 'url'>): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}

/**
 * Makes one attempt at a claimed delivery and stores the result. If storing fails, or the process dies, the delivery is
 * retried with the same id.
 */
export async function attemptDelivery(
  system: WebhookSystem,
  delivery: Delivery,
  webhook: Webhook,
  silent: SilentReceivers = new Set(),
): Promise<void> {
  const response: WebhookResponse = silent.has(delivery.to)
    ? { error: 'silent-just-now' }
    : await send(system, delivery, webhook);
  if ('error' in response && response.silent) silent.add(delivery.to);
  const now = system.now();
  const next = afterAttempt(delivery, resultOf(response, now), now, system.random());
  // A conflict: the attempt outlasted its claim, and another process took over.
  if ((await putDelivery(system.table, next)) === 'conflict' || next.status === 'delivered') return;
  const { event, tries, reason, due } = next;
  const about = { event, host: new URL(webhook.url).hostname, tries, reason };
  if (due === undefined) system.report('webhook-given-up', about);
  else system.report('webhook-failed', { ...about, due });
}

async function send(system: WebhookSystem, delivery: Delivery, webhook: Webhook): Promise<WebhookResponse> {
  const { event, body = '' } = delivery;
  const seconds = Math.floor(Date.parse(system.now()) / 1000);
  // Full stops separate the parts of the signed text.
  const id = event.replaceAll('.', '_');
  try {
    const headers = signatureHeaders(await system.secret(webhook.secret), { id, seconds, body });
    return await system.send(webhook.url, headers, body);
  } catch (error) {
    const { name, message } = error as Error;
    return { error: error instanceof Refused ? message : name };
  }
}

function resultOf(response: WebhookResponse, now: Instant): AttemptResult {
  if ('error' in response) return { result: 'failed', reason: response.error };
  const { status, retryAfter } = response;
  if (status >= 200 && status < 300) return { result: 'delivered' };
  if (status === 410) return { result: 'gone' };
  const retryAfterMs = millisecondsIn(retryAfter, now);
  const reason = `${status >= 300 && status < 400 ? 'redirect' : 'status'}-${status}`;
  return { result: 'failed', reason, ...(retryAfterMs > 0 && { retryAfterMs }) };
}

/** Retry-After is a number of seconds or a date. */
function millisecondsIn(retryAfter: string | undefined, now: Instant): number {
  if (retryAfter === undefined) return 0;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return Date.parse(retryAfter) - Date.parse(now) || 0;
}
