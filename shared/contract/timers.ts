import * as z from 'zod/mini';
import { DUE_SHARDS } from './table.ts';

/** What a schedule tells `timers`: which shard of what is due it is to sweep. */
export const sweepOrder = z.object({
  shard: z.int().check(z.minimum(0), z.maximum(DUE_SHARDS - 1)),
});

export type SweepOrder = z.infer<typeof sweepOrder>;
