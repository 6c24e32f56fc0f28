import type { Clock } from '../../part.ts';
import type { ScheduleDefinition } from './schedule-definition.ts';

/** Every schedule fires at least this often, in case its function acts on a time that no index holds. */
const DAY = 24 * 60 * 60_000;

/** What shows whether a firing could find anything. */
export interface Activity {
  clock: Clock;
  /** The first time under which any of these partitions of indexes lists an item. */
  firstListed(partitions: ReadonlySet<string>): number | undefined;
}

/**
 * Skips firings that would find nothing while time is moved. A schedule always passes the same input, so its function
 * queries the same partitions of indexes: until the time of the first item there it has nothing to do.
 */
export function skipIdleFirings(
  { clock, firstListed }: Activity,
  definitions: readonly ScheduleDefinition[],
) {
  const firedAt = new Map<string, number>();
  const queried = new Map(definitions.map((one) => [one.functionId + one.input, new Set<string>()]));

  function quietUntil({ logicalId, functionId, input }: ScheduleDefinition): number {
    const partitions = queried.get(functionId + input);
    if (!partitions?.size) return 0;
    const latest = (firedAt.get(logicalId) ?? 0) + DAY;
    return Math.min(latest, firstListed(partitions) ?? latest);
  }

  return {
    /** The first firing at or after `due` that might find something. */
    next(definition: ScheduleDefinition, due: number): number {
      if (!clock.isMoving) return due;
      const skipped = Math.ceil((quietUntil(definition) - due) / definition.period);
      return due + Math.max(0, skipped) * definition.period;
    },
    fired: ({ logicalId }: ScheduleDefinition, at: number) => void firedAt.set(logicalId, at),
    /** Learns that a function queried a partition of an index while it handled an event. */
    queried: (functionId: string, event: string, partition: string) =>
      void queried.get(functionId + event)?.add(partition),
  };
}
