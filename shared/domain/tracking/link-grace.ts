/**
 * Longer than an event is under way from its browser to the table, in milliseconds: `track` is given ten seconds, and
 * networks are slow.
 */
export const LINK_GRACE_MS = 5 * 60_000;
