import * as z from 'zod/mini';
import { STAGES } from '../domain/identity/lead.ts';
import { STAGE_SHARDS } from './table.ts';

/** The order to score the leads of one stage and shard again under a playbook, from a place in the list on. */
export const rescoreOrderSchema = z.object({
  playbook: z.int().check(z.minimum(1)),
  stage: z.enum(STAGES),
  shard: z.int().check(z.minimum(0), z.maximum(STAGE_SHARDS - 1)),
  /** After which place of the list to go on; absent: from the start. */
  cursor: z.optional(z.string()),
});

export type RescoreOrder = z.infer<typeof rescoreOrderSchema>;
