import { functionOf } from '../../event-source-mapping/event-source-mapping.ts';
import type { Resource } from '../../template/resource.ts';
import { isQueue } from '../sqs/queue-definition.ts';

/** Where a rule or a schedule sends what it has. */
export type Target = { kind: 'function'; logicalId: string } | { kind: 'queue'; arn: string };

/** @throws Error when the ARN is neither a function nor a queue of the template. */
export function readTarget(arn: string, resources: readonly Resource[]): Target {
  if (resources.some((resource) => isQueue(resource) && resource.arn === arn)) return { kind: 'queue', arn };
  return { kind: 'function', logicalId: functionOf(arn, resources).logicalId };
}
