import { functionOf } from '../../event-source-mapping/mapping-definition.ts';
import type { Resource } from '../../template/resource.ts';

/** A schedule of the template. */
export interface ScheduleDefinition {
  logicalId: string;
  expression: string;
  /** Milliseconds between two firings. */
  period: number;
  functionId: string;
  /** JSON. */
  input: string;
}

const MINUTE = 60_000;
const units: Record<string, number> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };

/** Whether this resource is an enabled schedule. */
export const isSchedule = ({ type, properties }: Resource): boolean =>
  type === 'AWS::Scheduler::Schedule' && properties.State !== 'DISABLED';

/** Reads a schedule. @throws Error when the twin does not run its expression, its input or its target. */
export function readSchedule(resource: Resource, resources: readonly Resource[]): ScheduleDefinition {
  const { logicalId, properties } = resource;
  const { ScheduleExpression: expression, Target: target } = properties;
  try {
    if (target.Input?.includes('<aws.scheduler.'))
      throw new Error(`the twin fills in nothing in ${target.Input}`);
    return {
      logicalId,
      expression,
      period: periodOf(expression),
      functionId: functionOf(target.Arn, resources).logicalId,
      input: JSON.stringify(JSON.parse(target.Input ?? '{}')),
    };
  } catch (error) {
    throw new Error(`${logicalId}: ${(error as Error).message}`);
  }
}

function periodOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const period = Number(count) * (units[unit] ?? 0);
  if (!period) throw new Error(`the twin runs schedules like rate(1 minute), not ${expression}`);
  return period;
}
