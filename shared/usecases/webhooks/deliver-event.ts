import { createHash } from 'node:crypto';
import type { DomainEvent } from '../../contract/domain-events.ts';
import type { Webhook, WebhookBody } from '../../contract/webhooks.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import type { Instant } from '../../domain/time.ts';
import type { SendWebhook } from '../../gateways/webhooks/webhook-sender.ts';
import { signatureHeaders } from '../../gateways/webhooks/webhook-signature.ts';
import { getLead } from '../../store/identity/leads.ts';
import type { NewJob } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';
import { type ClaimedJob, type JobSystem, startJob } from '../jobs/perform-job.ts';

export interface WebhookSystem extends JobSystem {
  webhooks: readonly Webhook[];
  /** Reads the secret with this name. */
  secret: (name: string) => Promise<string>;
  send: SendWebhook;
}

const LONGEST_RETRY_AFTER_MS = 86_400_000;

/** Identifies a receiver in the table. A hash, because its URL may hold a secret. */
export function receiverId({ url }: Pick<Webhook, 'url'>): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}

/**
 * Delivers an event to every receiver that subscribes to it. A delivery that exists is left to the sweeps, so the same
 * event may arrive several times.
 * @throws when the table fails: safe to try again.
 */
export async function deliverEvent(system: WebhookSystem, event: DomainEvent): Promise<void> {
  const subscribers = system.webhooks.filter(
    ({ events }) => events === undefined || events.includes(event.type),
  );
  const results = await Promise.allSettled(
    subscribers.map((webhook) => startJob(system, deliveryOf(event, webhook), (job) => deliver(system, job))),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function deliveryOf({ type, detail }: DomainEvent, webhook: Webhook): NewJob {
  const body: WebhookBody = { type, timestamp: detail.at, data: detail };
  return {
    ...{ of: `W#${detail.id}`, kind: 'webhook', key: receiverId(webhook), by: 'webhooks' },
    ...{ about: detail.leadId, data: { body: JSON.stringify(body) } },
  };
}

/**
 * Makes one attempt at a delivery, always with the same id. Nothing is done for a receiver that is no longer in the
 * settings, nor for an event about a person who was erased since.
 * @param silent receivers that did not respond earlier in this sweep, so that one of them cannot hold it up
 * @throws NotDone when the receiver did not take it, Refused when its secret cannot be used
 */
export async function deliver(
  system: WebhookSystem,
  { of, key, data }: Pick<ClaimedJob, 'of' | 'key' | 'data'>,
  silent = new Set<string>(),
): Promise<undefined> {
  const webhook = system.webhooks.find((one) => receiverId(one) === key);
  if (webhook === undefined) return;
  const { body } = data as { body: string };
  if (await isOfErased(system.table, JSON.parse(body) as WebhookBody)) return;
  const { hostname } = new URL(webhook.url);
  if (silent.has(key)) throw new NotDone(`${hostname} silent-just-now`);
  // Full stops separate the parts of the signed text.
  const id = of.slice('W#'.length).replaceAll('.', '_');
  const seconds = Math.floor(Date.parse(system.now()) / 1000);
  const headers = signatureHeaders(await system.secret(webhook.secret), { id, seconds, body });
  const response = await system.send(webhook.url, headers, body);
  if ('error' in response) {
    if (response.silent) silent.add(key);
    throw new NotDone(`${hostname} ${response.error}`);
  }
  const { status, retryAfter } = response;
  if (status >= 200 && status < 300) return;
  const reason = `${hostname} ${status >= 300 && status < 400 ? 'redirect' : 'status'}-${status}`;
  const after = Math.min(millisecondsIn(retryAfter, system.now()), LONGEST_RETRY_AFTER_MS);
  // 410: the receiver wants no more.
  throw new NotDone(reason, { after, isFinal: status === 410 });
}

/** Whether the person was erased since: then other systems hear only that. */
async function isOfErased(table: Table, { type, timestamp, data }: WebhookBody): Promise<boolean> {
  if (type === 'LeadErased') return false;
  const { leadId } = data as DomainEvent['detail'];
  const lead = await getLead(table, leadId as LeadId, { isConsistent: false });
  return lead?.erasedAt !== undefined && timestamp <= lead.erasedAt;
}

/** Retry-After is a number of seconds or a date. */
function millisecondsIn(retryAfter: string | undefined, now: Instant): number {
  if (retryAfter === undefined) return 0;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return Math.max(0, Date.parse(retryAfter) - Date.parse(now) || 0);
}
