import { createHmac, randomBytes } from 'node:crypto';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import type { Webhook } from '../../../shared/contract/webhooks.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Delivery } from '../../../shared/domain/webhooks/delivery.ts';
import type { WebhookResponse } from '../../../shared/gateways/webhooks/webhook-sender.ts';
import { dueItems } from '../../../shared/store/due.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  type DeliveryKey,
  deliveryEntity,
  getDelivery,
} from '../../../shared/store/webhooks/webhook-deliveries.ts';
import { receiverId, type WebhookSystem } from '../../../shared/usecases/webhooks/attempt-delivery.ts';
import { retryDelivery } from '../../../shared/usecases/webhooks/retry-delivery.ts';
import { someLead } from '../../store/new-table.ts';

export const CRM: Webhook = { url: 'https://crm.example.com/hook?key=theirs', secret: 'crm' };
export const START = '2026-11-23T08:00:00.000Z';

const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => shard);
const MINUTE_MS = 60_000;

/** What a receiver was sent. */
export interface Received {
  url: string;
  headers: Record<string, string>;
  body: string;
  at: Instant;
}

/** Receivers that accept everything by default, and a clock that the test moves. */
export class Receivers {
  now: Instant = START;
  received: Received[] = [];
  news: { news: string; about: object }[] = [];
  webhooks: Webhook[] = [CRM];
  answer: (received: Received) => WebhookResponse | Promise<WebhookResponse> = () => ({ status: 204 });
  secret: (name: string) => Promise<string> = async () => `whsec_${this.key.toString('base64')}`;
  readonly key = randomBytes(32);
  readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  system(over: Partial<WebhookSystem> = {}): WebhookSystem {
    return {
      table: this.table,
      now: () => this.now,
      random: () => 0,
      webhooks: this.webhooks,
      secret: this.secret,
      send: async (url, headers, body) => {
        const received = { url, headers, body, at: this.now };
        this.received.push(received);
        return this.answer(received);
      },
      report: (news, about) => this.news.push({ news, about }),
      ...over,
    };
  }

  /** Handles everything that is due now. */
  async runDue(over: Partial<WebhookSystem> = {}): Promise<void> {
    const silent = new Set<string>();
    for (const shard of shards) {
      const due = await dueItems(this.table, shard, plus(this.now, 1));
      for (const one of due) {
        const delivery = deliveryEntity.match(one);
        if (delivery !== undefined) await retryDelivery(this.system(over), delivery, silent);
      }
    }
  }

  /** Moves time. Runs come every minute; those that would find nothing are left out. */
  async pass(milliseconds: number): Promise<void> {
    const end = plus(this.now, milliseconds);
    for (;;) {
      const due = await Promise.all(shards.map((shard) => dueItems(this.table, shard, end, { limit: 1 })));
      const [next] = due.flatMap((items) => items.map(({ at }) => at)).sort();
      if (next === undefined) break;
      if (next > this.now)
        this.now = new Date(Math.ceil(Date.parse(next) / MINUTE_MS) * MINUTE_MS).toISOString();
      await this.runDue();
    }
    this.now = end;
  }

  keyOf(event: DomainEvent, webhook = CRM): DeliveryKey {
    return { event: event.detail.id, to: receiverId(webhook) };
  }

  delivery(event: DomainEvent, webhook = CRM): Promise<Delivery | undefined> {
    return getDelivery(this.table, this.keyOf(event, webhook));
  }

  /** Whether the signature is right, as a receiver would check it. */
  isGenuine({ headers, body }: Received): boolean {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', this.key).update(signed).digest('base64');
    return headers['webhook-signature'] === `v1,${signature}`;
  }
}

/** Sales accepts the hand-over of some lead. */
export function accepted(): DomainEvent {
  const leadId = someLead();
  const id = `${leadId}.7.HandoverAccepted`;
  return { type: 'HandoverAccepted', detail: { id, leadId, at: START, number: 1, by: 'Anna' } };
}
