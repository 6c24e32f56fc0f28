import { createHash } from 'node:crypto';
import type { Webhook } from '../../contract/webhooks.ts';
import type { Instant } from '../../domain/time.ts';
import { type AttemptResult, afterAttempt, type Delivery } from '../../domain/webhooks/delivery.ts';
import { Refused } from '../../gateways/refused.ts';
import type { SendWebhook, WebhookResponse } from '../../gateways/webhook-sender.ts';
import { signatureHeaders } from '../../gateways/webhook-signature.ts';
import type { Table } from '../../store/table.ts';
import { putDelivery } from '../../store/webhooks/webhook-deliveries.ts';

export interface WebhookSystem {
  table: Table;
  now: () => Instant;
  /** From 0 up to 1: spreads what is tried again. */
  random: () => number;
  webhooks: readonly Webhook[];
  /** The value of the secret of this name. */
  secret: (name: string) => Promise<string>;
  send: SendWebhook;
  report: (news: 'webhook-failed' | 'webhook-given-up', about: object) => void;
}

/** Receivers that were silent a moment ago: they are left alone. */
export type SilentReceivers = Set<string>;

/** The name of a receiver in the table. Its address may hold a password of theirs. */
export function receiverId({ url }: Pick<Webhook, 'url'>): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}

/**
 * Tries a delivery that was claimed for this, and writes down what came of it. When that cannot be written, or this
 * dies, the delivery is tried again under the same id.
 */
export async function attemptDelivery(
  system: WebhookSystem,
  delivery: Delivery,
  webhook: Webhook,
  silent: SilentReceivers = new Set(),
): Promise<void> {
  const answer: WebhookResponse = silent.has(delivery.to)
    ? { error: 'silent-just-now' }
    : await send(system, delivery, webhook);
  if ('error' in answer && answer.silent) silent.add(delivery.to);
  const now = system.now();
  const next = afterAttempt(delivery, resultOf(answer, now), now, system.random());
  // A conflict: it took longer than the claim, and somebody else goes on with it.
  if ((await putDelivery(system.table, next)) === 'conflict' || next.status === 'delivered') return;
  const { event, tries, reason, due } = next;
  const about = { event, host: new URL(webhook.url).hostname, tries, reason };
  if (due === undefined) system.report('webhook-given-up', about);
  else system.report('webhook-failed', { ...about, due });
}

async function send(system: WebhookSystem, delivery: Delivery, webhook: Webhook): Promise<WebhookResponse> {
  const { event, body = '' } = delivery;
  const seconds = Math.floor(Date.parse(system.now()) / 1000);
  // What is signed has full stops between its parts.
  const id = event.replaceAll('.', '_');
  try {
    const headers = signatureHeaders(await system.secret(webhook.secret), { id, seconds, body });
    return await system.send(webhook.url, headers, body);
  } catch (error) {
    const { name, message } = error as Error;
    return { error: error instanceof Refused ? message : name };
  }
}

function resultOf(answer: WebhookResponse, now: Instant): AttemptResult {
  if ('error' in answer) return { result: 'failed', reason: answer.error };
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { result: 'delivered' };
  if (status === 410) return { result: 'gone' };
  const restMs = retryAfterMs(retryAfter, now);
  const reason = `${status >= 300 && status < 400 ? 'redirect' : 'status'}-${status}`;
  return { result: 'failed', reason, ...(restMs > 0 && { restMs }) };
}

/** Retry-After is a number of seconds or a date. */
function retryAfterMs(retryAfter: string | undefined, now: Instant): number {
  if (retryAfter === undefined) return 0;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return Date.parse(retryAfter) - Date.parse(now) || 0;
}
