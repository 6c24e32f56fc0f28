import type { InvocationResult } from '../lambda/invoker.ts';

/** Whether all of a batch succeeded, all failed, or these items failed. */
export type BatchOutcome =
  | { kind: 'done' }
  | { kind: 'failed'; reason: string }
  | { kind: 'partly'; failed: ReadonlySet<string> };

/**
 * Reads a function's result for a batch as Lambda does: nothing or an empty list means success, an unknown
 * or empty identifier means that all failed.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function batchOutcome(
  result: InvocationResult,
  reportsFailures: boolean,
  identifiers: readonly string[],
): BatchOutcome {
  if (!result.ok) return { kind: 'failed', reason: `${result.error.type}: ${result.error.message}` };
  if (!reportsFailures || result.payload === null || result.payload === undefined) return { kind: 'done' };
  if (typeof result.payload !== 'object') return { kind: 'failed', reason: 'the result is not an object' };
  const { batchItemFailures: failures } = result.payload as { batchItemFailures?: unknown };
  if (failures === undefined || failures === null) return { kind: 'done' };
  if (!Array.isArray(failures)) return { kind: 'failed', reason: 'batchItemFailures is not a list' };
  if (failures.length === 0) return { kind: 'done' };
  const failed = new Set<string>(failures.map((failure) => failure?.itemIdentifier));
  const unknown = [...failed].filter((identifier) => !identifiers.includes(identifier));
  if (unknown.length > 0) return { kind: 'failed', reason: `unknown itemIdentifier ${unknown.join(', ')}` };
  return { kind: 'partly', failed };
}

/** How many items at the front of a batch are done: a stream continues from the first failure. */
export function countDone(outcome: BatchOutcome, identifiers: readonly string[]): number {
  if (outcome.kind === 'done') return identifiers.length;
  return outcome.kind === 'failed'
    ? 0
    : identifiers.findIndex((identifier) => outcome.failed.has(identifier));
}
