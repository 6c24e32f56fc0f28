/**
 * How long an event may be under way from browser to table, in milliseconds: `track` has a timeout of ten seconds,
 * and networks are slow.
 */
export const LINK_GRACE_MS = 5 * 60_000;
