import { type Resource, shortName } from '../template/resource.ts';
import type { Template } from '../template/template.ts';

/** A function of the template, with Lambda's defaults filled in. */
export interface FunctionSettings {
  logicalId: string;
  /** Its name without the stack's: `track`. */
  shortName: string;
  name: string;
  arn: string;
  description: string;
  /** Folder of the bundle. */
  taskRoot: string;
  handler: string;
  runtime: string;
  /** Milliseconds. */
  timeout: number;
  /** MB. */
  memorySize: number;
  reservedConcurrency: number | undefined;
  /** With references to secrets, not their values. */
  variables: Record<string, string>;
  /** What happens when an asynchronous invocation fails. */
  asynchronous: { retries: number; maximumAge: number; onFailure: string | undefined };
}

const SIX_HOURS = 21_600;

/** Every function of the template. `assets` holds the folder of each bundle by its key in the bucket. */
export function readFunctions(template: Template, assets: ReadonlyMap<string, string>): FunctionSettings[] {
  return template.ofType('AWS::Lambda::Function').map((resource) => readFunction(resource, template, assets));
}

function readFunction(
  resource: Resource,
  template: Template,
  assets: ReadonlyMap<string, string>,
): FunctionSettings {
  const { logicalId, ref, arn, properties } = resource;
  const taskRoot = assets.get(properties.Code?.S3Key);
  if (!taskRoot) throw new Error(`${logicalId}: no asset for the code at ${properties.Code?.S3Key}`);
  if (!/^nodejs\d+\.x$/.test(properties.Runtime))
    throw new Error(`${logicalId}: the twin runs Node.js, not ${properties.Runtime}`);
  return {
    logicalId,
    shortName: shortName(resource, template.stackName),
    name: ref,
    arn,
    description: properties.Description ?? '',
    taskRoot,
    handler: properties.Handler,
    runtime: properties.Runtime,
    timeout: Number(properties.Timeout ?? 3) * 1000,
    memorySize: Number(properties.MemorySize ?? 128),
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    variables: properties.Environment?.Variables ?? {},
    asynchronous: asynchronous(ref, arn, template),
  };
}

function asynchronous(name: string, arn: string, template: Template): FunctionSettings['asynchronous'] {
  const found = template
    .ofType('AWS::Lambda::EventInvokeConfig')
    .find(({ properties: { FunctionName } }) => FunctionName === name || FunctionName === arn);
  const config = found?.properties ?? {};
  return {
    retries: Number(config.MaximumRetryAttempts ?? 2),
    maximumAge: Number(config.MaximumEventAgeInSeconds ?? SIX_HOURS) * 1000,
    onFailure: config.DestinationConfig?.OnFailure?.Destination,
  };
}
