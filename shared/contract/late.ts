import * as z from 'zod/mini';

/** What the table refused, on its way to a second try: an event of a lead or of the visitor it names, or a reaction. */
export const lateSchema = z.union([
  z.object({ mail: z.string(), reaction: z.string() }),
  z.object({
    lead: z.optional(z.string()),
    event: z.record(z.string(), z.unknown()),
    /** Seconds since 1970; only for the events of visitors. */
    expiresAt: z.optional(z.number()),
  }),
]);
