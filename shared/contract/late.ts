import * as z from 'zod/mini';

/** A message of the late queue: what the table refused. A reaction to a mail, or an event of a lead or visitor. */
export const lateSchema = z.union([
  z.object({ mail: z.string(), reaction: z.string() }),
  z.object({
    lead: z.optional(z.string()),
    event: z.record(z.string(), z.unknown()),
    /** The time that a visitor's event claims, if it is not believed. */
    claimed: z.optional(z.string()),
    /** In seconds since 1970; only for visitors' events. */
    expiresAt: z.optional(z.number()),
  }),
]);
