import * as z from 'zod/mini';
import { type Day, dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryAll } from '../query.ts';
import { optional, text } from '../schema.ts';
import type { Table } from '../table.ts';

/** Marketing mails sent, bounces and complaints. */
export interface SendingCounts {
  sends: number;
  bounces: number;
  complaints: number;
}

const KEPT_DAYS = 30;

const fixed = {
  written: 'freely',
  largest: { bytes: 150, why: 'nothing comes from outside' },
} as const;

/** What the brake on marketing mail is based on. */
export const sendingCountsEntity = new Entity({
  kind: 'sending counts of a day',
  key: 'MAILING / BRAKE#{day}',
  holds: () => z.object({ sends: count(), bounces: count(), complaints: count() }),
  written: 'freely',
  lives: `${KEPT_DAYS} days`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: 6_000, why: 'at most 400 tokens of reports' },
});

const count = () => z._default(z.number(), 0);

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

/**
 * Reserves a sending slot for some mails, so that all senders together stay within the account's rate.
 * One write unit, or two when the guess was wrong.
 * @param isIdle a guess: no mail was sent in the last moments
 * @param taking how long these mails take at the account's rate, in milliseconds
 * @returns the moment, in milliseconds since 1970; undefined when it would be later than `latest`.
 */
export async function reserveSendingSlot(
  table: Table,
  { now, latest, taking, isIdle }: { now: number; latest: number; taking: number; isIdle: boolean },
): Promise<number | undefined> {
  const inLine = async () => {
    const after = await moveSlot(table, 'openAt BETWEEN :now AND :latest', 'openAt + :taking', {
      ...{ ':now': now, ':latest': latest, ':taking': taking },
    });
    return after === undefined ? undefined : after - taking;
  };
  const asFirst = async () => {
    const after = await moveSlot(table, 'attribute_not_exists(openAt) OR openAt < :now', ':after', {
      ...{ ':now': now, ':after': now + taking },
    });
    return after === undefined ? undefined : now;
  };
  // Queue once more: another process may have reserved a slot meanwhile. Otherwise it is too late.
  for (const reserve of isIdle ? [asFirst, inLine] : [inLine, asFirst, inLine]) {
    const from = await reserve();
    if (from !== undefined) return from;
  }
  return undefined;
}

/** Adds to the marketing mails of a day. One write unit. */
export async function addSends(table: Table, day: Day, sends: number): Promise<void> {
  await sendingCountsEntity.update(table, { day }, { add: 'sends :sends', values: { ':sends': sends } });
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
  what: 'bounces' | 'complaints',
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

/** The counts since a day, or since a later day on which a person released the brake. Half a read unit. */
export async function sendingCountsSince(table: Table, since: Day): Promise<SendingCounts> {
  const items = await queryAll(table, { partition: 'MAILING', beginsWith: 'BRAKE' });
  const release = items.find((item) => brakeReleaseEntity.match(item));
  const released = (release && brakeReleaseEntity.read(release).since) ?? '';
  const sum = { sends: 0, bounces: 0, complaints: 0 };
  for (const item of items) {
    const day = sendingCountsEntity.match(item)?.day ?? '';
    if (day < since || day < released || day === '') continue;
    const counts = sendingCountsEntity.read(item);
    for (const kind of ['sends', 'bounces', 'complaints'] as const) sum[kind] += counts[kind];
  }
  return sum;
}

/** @returns when the next slot starts; undefined when the condition does not hold */
async function moveSlot(
  table: Table,
  onlyIf: string,
  value: string,
  values: Record<string, number>,
): Promise<number | undefined> {
  const change = { set: `openAt = ${value}`, onlyIf, values };
  return (await sendingSlotEntity.updateAndGet(table, {}, change))?.openAt;
}
