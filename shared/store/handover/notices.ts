import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { type Change, Entity } from '../entity.ts';
import { optional, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

export type Channel = 'mail' | 'slack';

/** A message to sales about a lead, over one channel. */
export interface NoticeKey {
  lead: LeadId;
  /** Its subject: there is one notice for each. */
  about: string;
  channel: Channel;
}

/** A process that wants to send. */
export interface Claimant {
  requestId: string;
  /** New for each claim, so that a write repeated by the network recognises its own claim. */
  attempt: string;
  now: Instant;
  /** After this time another process's claim counts as abandoned. */
  leaseMs: number;
}

/**
 * `first`: there was no earlier attempt. `again`: an earlier attempt crashed, and may have sent.
 * `settled`: it was sent, or given up. `busy`: another process may be sending right now.
 */
export type Claim = 'first' | 'again' | 'settled' | 'busy';

/** A notice that was claimed, and whether it was sent or given up. */
export const noticeEntity = new Entity({
  kind: 'notice to sales',
  key: 'L#{lead} / N#{about}#{channel}',
  holds: () =>
    z.looseObject({
      claimedBy: optional(text),
      claimedAt: optional(text),
      attempt: optional(text),
      sentAt: optional(text),
      failedAt: optional(text),
      reason: optional(text),
    }),
  written: 'freely',
  lives: 'until the lead is erased',
  largest: { bytes: 3_000, why: 'the error of SES or Slack is the longest part' },
});

/** Claims a notice for sending. If several processes try at once, at most one gets it. */
export async function claimNotice(table: Table, notice: NoticeKey, claimant: Claimant): Promise<Claim> {
  if ((await write(table, notice, claimant, 'attribute_not_exists(claimedBy)')) === 'written') return 'first';
  const stored = (await noticeEntity.get(table, { ...notice })) ?? {};
  if (stored.sentAt !== undefined || stored.failedAt !== undefined) return 'settled';
  if (stored.claimedBy === undefined || stored.claimedAt === undefined) return 'busy';
  const isOwn = stored.claimedBy === claimant.requestId;
  if (!isOwn && plus(stored.claimedAt, claimant.leaseMs) > claimant.now) return 'busy';
  const unchanged = 'claimedBy = :by AND claimedAt = :at AND attribute_not_exists(sentAt)';
  const taken = await write(table, notice, claimant, unchanged, {
    ':by': stored.claimedBy,
    ':at': stored.claimedAt,
  });
  return taken === 'written' ? 'again' : 'busy';
}

/** Marks the notice as sent. */
export function confirmNotice(table: Table, notice: NoticeKey, by: string, now: Instant): Promise<void> {
  return resolve(table, notice, by, { set: 'sentAt = :now', values: { ':now': now } });
}

/** Marks the notice as failed for good, with the reason. */
export function failNotice(
  table: Table,
  notice: NoticeKey,
  by: string,
  now: Instant,
  reason: string,
): Promise<void> {
  const values = { ':now': now, ':reason': reason };
  return resolve(table, notice, by, { set: 'failedAt = :now, reason = :reason', values });
}

/** Releases a claim: nothing was sent, so the next attempt is the first again. */
export function releaseNotice(table: Table, notice: NoticeKey, by: string): Promise<void> {
  return resolve(table, notice, by, { remove: 'claimedBy, claimedAt, attempt' });
}

function write(
  table: Table,
  notice: NoticeKey,
  { requestId, attempt, now }: Claimant,
  condition: string,
  values: Record<string, string> = {},
): Promise<Written> {
  return noticeEntity.update(
    table,
    { ...notice },
    {
      set: 'claimedBy = :requestId, claimedAt = :now, attempt = :attempt',
      onlyIf: `(${condition}) OR attempt = :attempt`,
      values: { ...values, ':requestId': requestId, ':now': now, ':attempt': attempt },
    },
  );
}

/** Does nothing when another process has taken over the claim. */
async function resolve(table: Table, notice: NoticeKey, by: string, change: Change): Promise<void> {
  await noticeEntity.update(
    table,
    { ...notice },
    {
      ...change,
      onlyIf: 'claimedBy = :by',
      values: { ...change.values, ':by': by },
    },
  );
}
