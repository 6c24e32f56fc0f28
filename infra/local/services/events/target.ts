import { functionOf } from '../../event-source-mapping/mapping-definition.ts';
import type { Resource } from '../../template/resource.ts';
import { isQueue } from '../sqs/queue-definition.ts';

/** The target of a rule or a schedule. */
export type Target = { kind: 'function'; logicalId: string } | { kind: 'queue'; arn: string };

/** @throws Error when the ARN is neither a function nor a queue of the template. */
export function readTarget(arn: string, resources: readonly Resource[]): Target {
  if (resources.some((resource) => isQueue(resource) && resource.arn === arn)) return { kind: 'queue', arn };
  return { kind: 'function', logicalId: functionOf(arn, resources).logicalId };
}
