import { createHmac, randomBytes } from 'node:crypto';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import type { Webhook } from '../../../shared/contract/webhooks.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { WebhookResponse } from '../../../shared/gateways/webhooks/webhook-sender.ts';
import { dueIn, dueItems, dueShard } from '../../../shared/store/due.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import type { FoundItem } from '../../../shared/store/query.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ownJobs, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { deliver, receiverId, type WebhookSystem } from '../../../shared/usecases/webhooks/deliver-event.ts';
import { someLead } from '../../store/new-table.ts';

export const CRM: Webhook = { url: 'https://crm.example.com/hook?key=theirs', secret: 'crm' };
export const START = '2026-11-23T08:00:00.000Z';

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
    const system = this.system(over);
    const silent = new Set<string>();
    const handlers = [ownJobs('webhook', (job) => deliver(system, job, silent))];
    await sweep(system, { by: 'webhooks', shard: 0, until: plus(this.now, 40_000) }, handlers);
  }

  /** Moves time. Runs come every minute; those that would find nothing are left out. */
  async pass(milliseconds: number): Promise<void> {
    const end = plus(this.now, milliseconds);
    for (;;) {
      const [next] = await dueItems(this.table, dueShard('webhooks', 0), end, { limit: 1 });
      if (next === undefined) break;
      if (next.at > this.now)
        this.now = new Date(Math.ceil(Date.parse(next.at) / MINUTE_MS) * MINUTE_MS).toISOString();
      await this.runDue();
    }
    this.now = end;
  }

  /** What became of a delivery; undefined when it was never begun. */
  async delivery(event: DomainEvent, webhook = CRM) {
    const key = { of: `W#${event.detail.id}`, kind: 'webhook', key: receiverId(webhook) } as const;
    const input = { TableName: this.table.name, Key: marshall(jobEntity.keyOf(key)), ConsistentRead: true };
    const { Item } = await this.table.call('GetItem', input);
    if (Item === undefined) return undefined;
    const item = unmarshall(Item) as FoundItem;
    const hasBody = item.data !== undefined;
    if (item.duePK === undefined) return { status: 'delivered', hasBody };
    const { partition, tries, failure, at } = dueIn(item);
    return { status: partition.startsWith('dead#') ? 'given-up' : 'waiting', tries, failure, at, hasBody };
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
