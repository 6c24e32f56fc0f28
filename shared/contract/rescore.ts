import * as z from 'zod/mini';
import { STAGES } from '../domain/identity/lead.ts';
import { STAGE_SHARDS } from './table.ts';

/** An order to rescore the leads of one stage and shard under a playbook. */
export const rescoreOrderSchema = z.object({
  playbook: z.int().check(z.minimum(1)),
  stage: z.enum(STAGES),
  shard: z.int().check(z.minimum(0), z.maximum(STAGE_SHARDS - 1)),
  /** Where to go on in the list; absent: at the start. */
  cursor: z.optional(z.string()),
});

export type RescoreOrder = z.infer<typeof rescoreOrderSchema>;
