import type { Resource } from '../../template/resource.ts';
import type { Envelope } from './envelope.ts';
import { eventPattern, type Matches } from './event-pattern.ts';
import { readTarget, type Target } from './target.ts';

/** A rule of the template with an event pattern. */
export interface BusRule {
  /** Name of the bus. */
  bus: string;
  matches: Matches;
  targets: (Target & { input(event: Envelope): unknown })[];
}

export const isBus = (resource: Resource): boolean => resource.type === 'AWS::Events::EventBus';

/** Whether this is an enabled rule with a pattern; those with a schedule are in schedules.ts. */
export const isRule = ({ type, properties }: Resource): boolean =>
  type === 'AWS::Events::Rule' && properties.EventPattern !== undefined && properties.State !== 'DISABLED';

/** Reads a rule. @throws Error when the twin does not run its pattern or a target. */
export function readRule({ logicalId, properties }: Resource, resources: readonly Resource[]): BusRule {
  const given = properties.EventBusName ?? 'default';
  const bus = resources.find((resource) => isBus(resource) && [resource.ref, resource.arn].includes(given));
  try {
    return {
      bus: bus?.ref ?? given,
      matches: eventPattern(properties.EventPattern),
      // biome-ignore lint/suspicious/noExplicitAny: a property of the template
      targets: (properties.Targets ?? []).map((target: any) => ({
        ...readTarget(target.Arn, resources),
        input: (event: Envelope) => (target.Input === undefined ? event : JSON.parse(target.Input)),
      })),
    };
  } catch (error) {
    throw new Error(`${logicalId}: ${(error as Error).message}`);
  }
}
