import * as z from 'zod/mini';
import type { Delivery } from '../../domain/webhooks/delivery.ts';
import { dueKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

/** Longer than an event can be repeated: dead letters stay for two weeks. */
const KEPT_DAYS = 30;

/** Identifies the delivery of an event to a receiver. */
export type DeliveryKey = Pick<Delivery, 'event' | 'to'>;

export const deliveryEntity = new Entity({
  kind: 'delivery of a webhook',
  key: 'W#{event} / TO#{to}',
  holds: () =>
    schemaOf<Delivery>()(
      z.looseObject({
        event: text,
        to: text,
        version: z.number(),
        type: text,
        begunAt: text,
        tries: z.number(),
        status: z.enum(['waiting', 'delivered', 'failed']),
        due: optional(text),
        body: optional(text),
        reason: optional(text),
      }),
    ),
  pack: (delivery) => ({
    ...delivery,
    expiresAt: Math.floor(Date.parse(delivery.begunAt) / 1000) + KEPT_DAYS * 86_400,
  }),
  written: 'by version',
  byDue: ({ event, to, due }) => (due === undefined ? undefined : dueKeys(event, due, to)),
  lives: `${KEPT_DAYS} days`,
  largest: { bytes: 60_000, why: 'the detail of one domain event' },
});

/** Writes a delivery over the version it was made from, `delivery.version - 1`; version 1 must be the first. */
export function putDelivery(table: Table, delivery: Delivery): Promise<Written> {
  return deliveryEntity.put(table, { event: delivery.event, to: delivery.to }, delivery);
}

/** A delivery as it is now; undefined when there is none. */
export function getDelivery(table: Table, of: DeliveryKey): Promise<Delivery | undefined> {
  return deliveryEntity.get(table, { event: of.event, to: of.to });
}
