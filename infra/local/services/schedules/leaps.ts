import type { Clock } from '../../part.ts';
import type { ScheduleDefinition } from './schedule-definition.ts';

const MINUTE = 60_000;
/** However quiet it is, a schedule fires this often. */
const LONGEST = 6 * 60 * MINUTE;
/** How much longer it rests each time that it finds nothing. */
const GROWTH = 4;

interface Fired {
  at: number;
  /** What had changed in the twin when it fired. */
  changes: number;
  /** How long it may leave out firings if this one changes nothing. */
  span: number;
}

/** What tells whether a firing could do anything else than the one before. */
export interface Surroundings {
  clock: Clock;
  changes(): number;
  /** The first moment after the given one that something in the twin is listed under. */
  momentAfter(time: number): number | undefined;
}

/**
 * Leaves out firings that would do nothing, while somebody moves time. When a firing only read, and nothing has
 * changed since, the next one finds the same, except that it is later. So it is left out until the first moment
 * that an index of a table lists something under, and for six hours at most, in case a function knows of a
 * moment that stands in no index. Time that passes by itself leaves nothing out.
 */
export function openLeaps({ clock, changes, momentAfter }: Surroundings) {
  const last = new Map<string, Fired>();

  function quietUntil({ at, changes: known, span }: Fired): number {
    if (known !== changes()) return at;
    return Math.min(at + span, momentAfter(at) ?? Number.POSITIVE_INFINITY);
  }

  return {
    /** The first firing, from the one that is due on, that might do something. */
    next({ logicalId, next }: ScheduleDefinition, due: number): number {
      const fired = last.get(logicalId);
      if (!clock.isMoving || !fired) return due;
      const until = quietUntil(fired);
      let time = due;
      for (let later = next(time); time < until && later !== undefined; later = next(time)) time = later;
      return time;
    },

    fired({ logicalId }: ScheduleDefinition, at: number): void {
      const before = last.get(logicalId);
      // Not everything is found at the very moment it is listed under: after one, the next firing is not left out.
      const isQuiet = before && before.changes === changes() && at < (momentAfter(before.at) ?? at + 1);
      const span = isQuiet ? Math.min(GROWTH * before.span, LONGEST) : MINUTE;
      last.set(logicalId, { at, changes: changes(), span });
    },
  };
}
