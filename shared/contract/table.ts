import { BACKUP_DAYS } from '../domain/identity/backups.ts';

/**
 * The one table: its keys, its sparse indexes and its stream filters.
 * The stack, the store and the tests all read this file; nothing else defines the table.
 */
export const table = {
  backupDays: BACKUP_DAYS,
  partitionKey: 'PK',
  sortKey: 'SK',
  ttl: 'expiresAt',
  indexes: {
    /**
     * Leads that are stalled, best chance first: only `STALLED` items carry these keys. Its name and attributes are from
     * when it had the leads of each stage, and cannot be changed without making it anew.
     */
    byStage: {
      name: 'byStage',
      partitionKey: 'stagePK',
      sortKey: 'stageSK',
      include: ['fit', 'readiness', 'playbook'],
    },
    /** All leads, in an order that never changes. Only `LEAD` items carry its key; most of their changes cost it nothing. */
    byLead: { name: 'byLead', partitionKey: 'all', sortKey: 'PK', include: ['band'] },
    /** What is due, earliest first, and what was given up. Only items that wait for something carry these keys. */
    byDue: {
      name: 'byDue',
      partitionKey: 'duePK',
      sortKey: 'dueSK',
      include: ['tries', 'dueSince', 'claimed', 'rank', 'failure'],
    },
  },
} as const;

/** How many partitions of an index the leads are spread over: 1,000 writes a second each. */
export const LEAD_SHARDS = 4;

/** The functions that do what is due. Each finds its own jobs, so none of them waits behind those of another. */
export type Sweeper = 'timers' | 'enrol' | 'notify' | 'webhooks';

/**
 * How many partitions of `byDue` each has; each partition has a schedule. May be raised at any time: what waits stays
 * where it is. Never lower it: nobody would look into the last ones any more.
 */
export const DUE_SHARDS: Readonly<Record<Sweeper, number>> = { timers: 4, enrol: 1, notify: 1, webhooks: 1 };

const enrolment = { PK: { S: [{ prefix: 'L#' }] }, SK: { S: [{ prefix: 'S#' }] } } as const;

/** The stream records for each reader, as Lambda event filter patterns. A shard supports two readers. */
export const streamFilters = {
  /**
   * New events, links between a visitor and a lead, and actions of sales. Not SES reports and
   * receipts, which earn nothing, nor anonymous events: those are read when the visitor is linked, and once more soon after.
   */
  score: [
    {
      eventName: ['INSERT'],
      dynamodb: {
        Keys: { SK: { S: [{ prefix: 'E#' }] } },
        NewImage: {
          type: { S: [{ 'anything-but': ['delivery', 'bounce', 'complaint', 'reject', 'receipt'] }] },
          anonymous: { BOOL: [{ exists: false }] },
        },
      },
    },
    { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: ['LINK'] } } } },
    { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix: 'A#' }] } } } },
  ],
  /**
   * Changes of a lead; and enrolments that begin, end, go on, are erased, or wait for a confirmation or no longer, but not
   * each of their mails. Lambda takes five filters at most.
   */
  relay: [
    { dynamodb: { Keys: { PK: { S: [{ prefix: 'L#' }] }, SK: { S: ['LEAD'] } } } },
    { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: enrolment } },
    {
      eventName: ['MODIFY'],
      dynamodb: {
        Keys: enrolment,
        NewImage: { $or: [{ status: { S: ['done', 'ended'] } }, { waits: { S: ['pending'] } }] },
      },
    },
    {
      eventName: ['MODIFY'],
      dynamodb: {
        Keys: enrolment,
        OldImage: { $or: [{ status: { S: ['ended'] } }, { waits: { S: ['pending'] } }] },
      },
    },
  ],
} as const;
