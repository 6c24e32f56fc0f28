import { eventPattern, type Matches } from '../services/events/event-pattern.ts';
import type { Resource } from '../template/resource.ts';

/** An event source mapping of the template. Times are in milliseconds. */
export interface MappingDefinition {
  logicalId: string;
  sourceArn: string;
  functionId: string;
  functionArn: string;
  batchSize: number;
  window: number;
  matches: Matches;
  bisects: boolean;
  /** How often a failed batch is retried. */
  retries: number;
  maximumAge: number;
  reportsFailures: boolean;
  /** ARN of the queue for messages about batches that failed for good. */
  onFailure: string | undefined;
  /** How many batches run at once. */
  concurrency: number;
}

/** AWS retries until the record is a day old; the twin stops after this many, so that it can settle. */
const UNLIMITED_RETRIES = 100;
const DAY = 24 * 60 * 60 * 1000;
/** A longer batching window is cut to this, so that nobody waits for it. */
const MAX_WINDOW = 50;

export const isMapping = (resource: Resource): boolean => resource.type === 'AWS::Lambda::EventSourceMapping';

/** Reads a mapping of the template. @throws Error when its function, filter or destination is unknown. */
export function mappingDefinition(
  { logicalId, properties }: Resource,
  resources: readonly Resource[],
): MappingDefinition {
  const target = functionOf(properties.FunctionName, resources);
  const isStream = String(properties.EventSourceArn).includes('/stream/');
  if (!isStream && properties.FilterCriteria)
    throw new Error(`${logicalId}: the twin filters no messages of queues`);
  const filters: Matches[] = (properties.FilterCriteria?.Filters ?? []).map((filter: { Pattern: string }) =>
    eventPattern(JSON.parse(filter.Pattern)),
  );
  return {
    logicalId,
    sourceArn: properties.EventSourceArn,
    functionId: target.logicalId,
    functionArn: target.arn,
    batchSize: Number(properties.BatchSize ?? (isStream ? 100 : 10)),
    window: Math.min(Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000, MAX_WINDOW),
    matches: (event) => filters.length === 0 || filters.some((matches) => matches(event)),
    bisects: isTrue(properties.BisectBatchOnFunctionError),
    retries: limit(properties.MaximumRetryAttempts, UNLIMITED_RETRIES),
    maximumAge: limit(properties.MaximumRecordAgeInSeconds, DAY / 1000) * 1000,
    reportsFailures: (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
    onFailure: properties.DestinationConfig?.OnFailure?.Destination,
    concurrency: Number(
      isStream
        ? (properties.ParallelizationFactor ?? 1)
        : (properties.ScalingConfig?.MaximumConcurrency ?? 2),
    ),
  };
}

/** Whether a mapping is enabled. */
export const isEnabled = ({ properties }: Resource): boolean =>
  properties.Enabled === undefined || isTrue(properties.Enabled);

/** The function with this name or ARN. */
export function functionOf(nameOrArn: string, resources: readonly Resource[]): Resource {
  const found = resources.find(
    (resource) =>
      resource.type === 'AWS::Lambda::Function' && [resource.ref, resource.arn].includes(nameOrArn),
  );
  if (!found) throw new Error(`the template has no function ${nameOrArn}`);
  return found;
}

/** In a template both -1 and a missing value mean "no limit". */
function limit(value: unknown, unlimited: number): number {
  return value === undefined || Number(value) === -1 ? unlimited : Number(value);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
