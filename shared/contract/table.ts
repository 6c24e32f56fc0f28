/**
 * The one table: its keys, its two sparse indexes and its stream filters.
 * The stack, the store and the tests all read this file; nothing else defines the table.
 */
export const table = {
  partitionKey: 'PK',
  sortKey: 'SK',
  ttl: 'expiresAt',
  indexes: {
    /**
     * Leads of one stage, highest score first; and those that are stalled, best chance first. Only `LEAD` and `STALLED`
     * items carry these keys.
     */
    byStage: {
      name: 'byStage',
      partitionKey: 'stagePK',
      sortKey: 'stageSK',
      include: ['fit', 'readiness', 'playbook'],
    },
    /** What is due, earliest first. Only items that wait for something carry these keys. */
    byDue: { name: 'byDue', partitionKey: 'duePK', sortKey: 'dueSK', include: [] },
  },
} as const;

/** How many partitions one stage of `byStage` is spread over: 1,000 writes a second each. */
export const STAGE_SHARDS = 4;

/** How many partitions `byDue` is spread over; each has a schedule. */
export const DUE_SHARDS = 4;

/** The stream records for each reader, as Lambda event filter patterns. A shard supports two readers. */
export const streamFilters = {
  /**
   * New events, links between a visitor and a lead, and actions of sales. Not SES reports, which earn nothing, nor
   * anonymous events: those are read when the visitor is linked, and once more soon after.
   */
  score: [
    {
      eventName: ['INSERT'],
      dynamodb: {
        Keys: { SK: { S: [{ prefix: 'E#' }] } },
        NewImage: {
          type: { S: [{ 'anything-but': ['delivery', 'bounce', 'complaint', 'reject'] }] },
          anonymous: { BOOL: [{ exists: false }] },
        },
      },
    },
    { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: ['LINK'] } } } },
    { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix: 'A#' }] } } } },
  ],
  /** Changes of a lead. */
  relay: [{ dynamodb: { Keys: { PK: { S: [{ prefix: 'L#' }] }, SK: { S: ['LEAD'] } } } }],
} as const;
