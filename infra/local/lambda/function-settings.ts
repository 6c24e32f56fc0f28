import type { Resource } from '../template/resource.ts';
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
  asynchronous: { retries: number; maximumAge: number; onFailure?: string; deadLetterQueue?: string };
}

const SIX_HOURS = 21_600;

/** Every function of the template. `assets` holds the folder of each bundle by its key in the bucket. */
export function readFunctions(template: Template, assets: ReadonlyMap<string, string>): FunctionSettings[] {
  return template.ofType('AWS::Lambda::Function').map((resource) => readFunction(resource, template, assets));
}

function readFunction(
  { logicalId, ref, arn, properties }: Resource,
  template: Template,
  assets: ReadonlyMap<string, string>,
): FunctionSettings {
  const taskRoot = assets.get(properties.Code?.S3Key);
  if (!taskRoot) throw new Error(`${logicalId}: no asset for the code at ${properties.Code?.S3Key}`);
  if (!/^nodejs\d+\.x$/.test(properties.Runtime))
    throw new Error(`${logicalId}: the twin runs Node.js, not ${properties.Runtime}`);
  return {
    logicalId,
    shortName: shortName(ref, logicalId, template.stackName),
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
    asynchronous: asynchronous(ref, arn, properties, template),
  };
}

function shortName(name: string, logicalId: string, stackName: string): string {
  const prefix = `${stackName}-`;
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return own === logicalId ? logicalId.replace(/[0-9A-F]{8}$/, '') : own;
}

function asynchronous(name: string, arn: string, properties: Resource['properties'], template: Template) {
  const found = template
    .ofType('AWS::Lambda::EventInvokeConfig')
    .find(({ properties: { FunctionName } }) => FunctionName === name || FunctionName === arn);
  const config = found?.properties ?? {};
  const onFailure = config.DestinationConfig?.OnFailure?.Destination;
  const deadLetterQueue = properties.DeadLetterConfig?.TargetArn;
  return {
    retries: Number(config.MaximumRetryAttempts ?? 2),
    maximumAge: Number(config.MaximumEventAgeInSeconds ?? SIX_HOURS) * 1000,
    ...(onFailure && { onFailure }),
    ...(deadLetterQueue && { deadLetterQueue }),
  };
}
