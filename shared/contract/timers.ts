import * as z from 'zod/mini';
import { DUE_SHARDS } from './table.ts';

/** What a schedule passes to `timers`: the shard of due items to run. */
export const timersInput = z.object({
  shard: z.int().check(z.minimum(0), z.maximum(DUE_SHARDS - 1)),
});

export type TimersInput = z.infer<typeof timersInput>;
