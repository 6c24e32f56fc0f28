import type { Resource } from '../../template/resource.ts';
import { readTarget, type Target } from '../events/target.ts';
import { type Next, scheduleExpression } from './schedule-expression.ts';

/** A schedule of the template, or a rule with a schedule instead of a pattern. */
export interface ScheduleDefinition {
  logicalId: string;
  arn: string;
  expression: string;
  next: Next;
  service: 'aws.scheduler' | 'aws.events';
  targets: (Target & { input: string | undefined })[];
}

/** Whether this resource is an enabled schedule. */
export const isSchedule = ({ type, properties }: Resource): boolean =>
  properties.ScheduleExpression !== undefined &&
  ['AWS::Scheduler::Schedule', 'AWS::Events::Rule'].includes(type) &&
  properties.State !== 'DISABLED';

/** Reads a schedule. @throws Error when the twin does not run its expression or a target. */
export function readSchedule(resource: Resource, resources: readonly Resource[]): ScheduleDefinition {
  const { logicalId, type, arn, properties } = resource;
  try {
    // biome-ignore lint/suspicious/noExplicitAny: a property of the template
    const targets: any[] = properties.Target ? [properties.Target] : (properties.Targets ?? []);
    return {
      logicalId,
      arn,
      expression: properties.ScheduleExpression,
      next: scheduleExpression(properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
      service: type === 'AWS::Events::Rule' ? 'aws.events' : 'aws.scheduler',
      targets: targets.map((target) => ({ ...readTarget(target.Arn, resources), input: target.Input })),
    };
  } catch (error) {
    throw new Error(`${logicalId}: ${(error as Error).message}`);
  }
}
