import type { Context } from 'aws-lambda';
import { type SweepOrder, sweepOrder } from '../../contract/sweep.ts';
import type { Sweeper } from '../../contract/table.ts';
import { plus } from '../../domain/time.ts';
import type { logOf } from '../../gateways/log.ts';
import type { JobSystem } from './perform-job.ts';
import { type Handler, type SweepResult, sweep } from './sweep.ts';

/** Time for what was begun to end: a call to an SES that does not answer takes up to 18 seconds. */
const ENDING_MS = 20_000;

/** Whether a function was called by its schedule, and not told of something. */
export function isSweepOrder(event: unknown): event is SweepOrder {
  return sweepOrder.safeParse(event).success;
}

/**
 * Sweeps a shard as its schedule orders, for as long as the function may run. If the table refuses it only logs that: the
 * next sweep finds the same.
 */
export async function scheduledSweep(
  system: JobSystem,
  by: Sweeper,
  { shard }: SweepOrder,
  {
    handlers,
    context,
    log,
  }: { handlers: readonly Handler[]; context: Context; log: ReturnType<typeof logOf> },
): Promise<SweepResult> {
  const until = plus(system.now(), context.getRemainingTimeInMillis() - ENDING_MS);
  try {
    const result = await sweep(system, { by, shard, until }, handlers);
    if (result.done + result.failed > 0) await log.info('swept', { shard, ...result });
    return result;
  } catch (error) {
    await log.error('sweep-failed', { shard, reason: (error as Error).name });
    return { done: 0, failed: 0 };
  }
}
