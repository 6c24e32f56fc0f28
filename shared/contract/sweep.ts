import * as z from 'zod/mini';

/** What a schedule passes to a function that does jobs: the shard in which to look. */
export const sweepOrder = z.object({ shard: z.int().check(z.minimum(0)) });

/** What a person passes to `timers` about jobs that were given up: those whose place has `like` in it, or all. */
export const deadOrder = z.strictObject({
  dead: z.enum(['list', 'again', 'drop']),
  like: z.optional(z.string()),
});

/** What a person passes to `timers` when the stream missed something: a lead, or `all`. */
export const rescoreOrder = z.strictObject({ rescore: z.string() });

export type SweepOrder = z.infer<typeof sweepOrder>;
export type DeadOrder = z.infer<typeof deadOrder>;
