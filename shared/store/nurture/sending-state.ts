import * as z from 'zod/mini';
import { type Day, dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryUpTo } from '../query.ts';
import { optional, text } from '../schema.ts';
import type { Table } from '../table.ts';
import { reserveSlot, type Slot } from './slots.ts';

/** Marketing mails sent, those of them that bounced, and complaints about any mail. */
export interface MarketingCounts {
  sends: number;
  bounces: number;
  complaints: number;
}

/** Mails that strangers asked for, and how many of them bounced. */
export interface RequestCounts {
  requests: number;
  unreachable: number;
}

export type SendingCounts = MarketingCounts & RequestCounts;

const KEPT_DAYS = 30;

const fixed = {
  written: 'freely',
  largest: { bytes: 150, why: 'nothing comes from outside' },
} as const;

/** What the brakes on marketing mail and on requested mail are based on. */
export const sendingCountsEntity = new Entity({
  kind: 'sending counts of a day',
  key: 'MAILING / BRAKE#{day}',
  holds: () =>
    z.object({
      ...{ sends: count(), bounces: count(), complaints: count() },
      ...{ requests: count(), unreachable: count() },
    }),
  written: 'freely',
  lives: `${KEPT_DAYS} days`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: 6_000, why: 'at most 400 tokens of reports' },
});

const count = () => z._default(z.number(), 0);

/** How many mails of sequences and newsletters were put off for a day in an hour: the day's quota was used up. */
export const putOffEntity = new Entity({
  kind: 'mails put off in an hour',
  key: 'MAILING / HELD#{hour}',
  holds: () => z.object({ mails: count() }),
  written: 'freely',
  lives: '2 days',
  expires: ({ hour }) => endOfDaySeconds(plusDays(hour.slice(0, 10), 2)),
  largest: { bytes: 150, why: 'nothing comes from outside' },
});

/** Written by a person, as the runbook says: the brake ignores counts from before this day. */
export const brakeReleaseEntity = new Entity({
  kind: 'release of the sending brake',
  key: 'MAILING / BRAKE',
  holds: () => z.object({ since: optional(text) }),
  lives: 'for good',
  ...fixed,
});

/** The next moment at which mail may be sent, at the account's rate. */
export const sendingSlotEntity = new Entity({
  kind: 'sending slot',
  key: 'MAILING / RATE',
  holds: () => z.object({ openAt: z.number() }),
  lives: 'for good',
  ...fixed,
});

/** Reserves a sending slot for some mails, so that all senders together stay within the account's rate. */
export function reserveSendingSlot(table: Table, slot: Slot): Promise<number | undefined> {
  return reserveSlot((change) => sendingSlotEntity.updateAndGet(table, {}, change), slot);
}

/** Adds to the marketing mails of a day, and to those that strangers asked for. One write unit. */
export async function addSends(table: Table, day: Day, sends: number, requests = 0): Promise<void> {
  const values = { ':sends': sends, ':requests': requests };
  await sendingCountsEntity.update(table, { day }, { add: 'sends :sends, requests :requests', values });
}

/** Adds to the mails that were put off for a day in the hour of an instant. One write unit. */
export async function addPutOff(table: Table, at: Instant, mails: number): Promise<void> {
  const change = { add: 'mails :mails', values: { ':mails': mails } };
  await putOffEntity.update(table, { hour: at.slice(0, 13) }, change);
}

/** More reports than a day has before the brake holds; those after them count without a token. */
const TOKENS = 400;

/**
 * Counts a bounce or a complaint on its day, once: the item has a token of each. One write unit for each kilobyte of the
 * item.
 */
export async function countReport(
  table: Table,
  { mail, at }: { mail: string; at: Instant },
  what: 'bounces' | 'complaints' | 'unreachable',
): Promise<void> {
  const token = what.charAt(0) + mail.slice(0, 10);
  const values = { ':one': 1, ':token': token, ':most': TOKENS };
  const isNew = 'NOT contains(reports, :token)';
  const counted = await sendingCountsEntity.update(
    table,
    { day: dayOf(at) },
    {
      add: `${what} :one, reports :reports`,
      onlyIf: `${isNew} AND (attribute_not_exists(reports) OR size(reports) < :most)`,
      values: { ...values, ':reports': new Set([token]) },
    },
  );
  if (counted === 'written') return;
  const onlyIf = `${isNew} AND size(reports) >= :most`;
  await sendingCountsEntity.update(table, { day: dayOf(at) }, { add: `${what} :one`, onlyIf, values });
}

/**
 * The counts since a day, or since a later day on which a person released the brake; the requests of each day and what
 * was put off in each hour (`2026-11-30T09`), whatever was released. Half a read unit.
 */
export async function sendingCountsSince(
  table: Table,
  since: Day,
): Promise<SendingCounts & { requestsOn: Record<Day, number>; putOffIn: Record<string, number> }> {
  const range = { partition: 'MAILING', between: ['BRAKE', 'HELD~'] } as const;
  const items = await queryUpTo(table, range, { limit: 200 });
  const release = items.find((item) => brakeReleaseEntity.match(item));
  const released = (release && brakeReleaseEntity.read(release).since) ?? '';
  const sum = { sends: 0, bounces: 0, complaints: 0, requests: 0, unreachable: 0 };
  const requestsOn: Record<Day, number> = {};
  const putOffIn: Record<string, number> = {};
  for (const item of items) {
    const hour = putOffEntity.match(item)?.hour;
    if (hour !== undefined) putOffIn[hour] = putOffEntity.read(item).mails;
    const day = sendingCountsEntity.match(item)?.day ?? '';
    if (day === '') continue;
    const counts = sendingCountsEntity.read(item);
    if (day < since) continue;
    requestsOn[day] = counts.requests;
    if (day < released) continue;
    for (const kind of Object.keys(sum) as (keyof SendingCounts)[]) sum[kind] += counts[kind];
  }
  return { ...sum, requestsOn, putOffIn };
}
