import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { leadKey } from '../keys.ts';
import { isConditionFailure, type Table, unlessConflict, type Written } from '../table.ts';

export type Channel = 'mail' | 'slack';

/** One message to sales about a lead, over one channel. */
export interface NoticeOf {
  lead: LeadId;
  /** What it tells: of each thing there is one message. */
  about: string;
  channel: Channel;
}

/** Who wants to send, when, and after how long the claim of somebody else counts as abandoned. */
export interface Claimant {
  requestId: string;
  /** New for each claim: a write that the network repeats finds its own mark, not a rival's. */
  attempt: string;
  now: Instant;
  leaseMs: number;
}

/**
 * `first`: nobody tried before. `again`: an earlier attempt died on the way, and may have sent.
 * `settled`: it was sent, or given up for good. `busy`: somebody else may be sending right now.
 */
export type Claim = 'first' | 'again' | 'settled' | 'busy';

interface Notice {
  claimedBy?: string;
  claimedAt?: Instant;
  sentAt?: Instant;
  failedAt?: Instant;
}

/** Claims the right to send a notice. Of any number of claimants at one moment at most one is told to send. */
export async function claimNotice(table: Table, notice: NoticeOf, claimant: Claimant): Promise<Claim> {
  if ((await write(table, notice, claimant, 'attribute_not_exists(claimedBy)')) === 'written') return 'first';
  const stored = await read(table, notice);
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

/** Writes down that the notice was sent. */
export function confirmNotice(table: Table, notice: NoticeOf, by: string, now: Instant): Promise<void> {
  return settle(table, notice, by, 'SET sentAt = :now', { ':now': now });
}

/** Writes down that the notice cannot be sent, and why; nobody tries again. */
export function failNotice(
  table: Table,
  notice: NoticeOf,
  by: string,
  now: Instant,
  reason: string,
): Promise<void> {
  return settle(table, notice, by, 'SET failedAt = :now, reason = :reason', {
    ':now': now,
    ':reason': reason,
  });
}

/** Gives a claim back: nothing was sent, so whoever claims next is the first again. */
export function releaseNotice(table: Table, notice: NoticeOf, by: string): Promise<void> {
  return settle(table, notice, by, 'REMOVE claimedBy, claimedAt, attempt', {});
}

async function read(table: Table, notice: NoticeOf): Promise<Notice> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(notice),
    ConsistentRead: true,
  });
  return Item ? (unmarshall(Item) as Notice) : {};
}

function write(
  table: Table,
  notice: NoticeOf,
  { requestId, attempt, now }: Claimant,
  condition: string,
  values: Record<string, string> = {},
): Promise<Written> {
  return unlessConflict(
    table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(notice),
      UpdateExpression: 'SET claimedBy = :requestId, claimedAt = :now, attempt = :attempt',
      ConditionExpression: `(${condition}) OR attempt = :attempt`,
      ExpressionAttributeValues: marshall({
        ...values,
        ':requestId': requestId,
        ':now': now,
        ':attempt': attempt,
      }),
    }),
  );
}

/** When somebody else took the claim over in the meantime, the notice is theirs to settle. */
async function settle(
  table: Table,
  notice: NoticeOf,
  by: string,
  expression: string,
  values: Record<string, string>,
): Promise<void> {
  try {
    await table.call('UpdateItem', {
      TableName: table.name,
      Key: keyOf(notice),
      UpdateExpression: expression,
      ConditionExpression: 'claimedBy = :by',
      ExpressionAttributeValues: marshall({ ...values, ':by': by }),
    });
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

function keyOf({ lead, about, channel }: NoticeOf) {
  return marshall({ PK: leadKey(lead), SK: `N#${about}#${channel}` });
}
