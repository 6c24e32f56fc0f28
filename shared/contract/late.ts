import * as z from 'zod/mini';

/** An event that the table refused, on its way to a second try: of a lead, or of the visitor it names. */
export const lateSchema = z.object({
  lead: z.optional(z.string()),
  event: z.record(z.string(), z.unknown()),
  /** Seconds since 1970; only for the events of visitors. */
  expiresAt: z.optional(z.number()),
});
