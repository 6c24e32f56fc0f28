import { functionOf } from '../../event-source-mapping/mapping-definition.ts';
import type { Resource } from '../../template/resource.ts';
import { eventPattern, type Matches } from './event-pattern.ts';

/** A rule of the template. */
export interface BusRule {
  /** Name of the bus. */
  bus: string;
  matches: Matches;
  /** Logical ids of the functions that it invokes. */
  targets: string[];
}

export const isBus = (resource: Resource): boolean => resource.type === 'AWS::Events::EventBus';

/** Whether this is an enabled rule. */
export const isRule = ({ type, properties }: Resource): boolean =>
  type === 'AWS::Events::Rule' && properties.State !== 'DISABLED';

/** Reads a rule. @throws Error when the twin does not run its pattern or a target. */
export function readRule({ logicalId, properties }: Resource, resources: readonly Resource[]): BusRule {
  const given = properties.EventBusName ?? 'default';
  const bus = resources.find((resource) => isBus(resource) && [resource.ref, resource.arn].includes(given));
  try {
    return {
      bus: bus?.ref ?? given,
      matches: eventPattern(properties.EventPattern),
      targets: properties.Targets.map(({ Arn }: { Arn: string }) => functionOf(Arn, resources).logicalId),
    };
  } catch (error) {
    throw new Error(`${logicalId}: ${(error as Error).message}`);
  }
}
