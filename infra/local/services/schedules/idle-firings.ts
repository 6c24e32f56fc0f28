import type { Clock } from '../../part.ts';
import type { ScheduleDefinition } from './schedule-definition.ts';

const MINUTE = 60_000;
/** The longest time without a firing. */
const MAX_SPAN = 6 * 60 * MINUTE;
/** How much longer each idle firing makes the pause. */
const GROWTH = 16;

interface Fired {
  at: number;
  /** The twin's counter of changes when it fired. */
  changes: number;
  /** How long firings may be skipped if this one changes nothing. */
  span: number;
}

/** What shows whether a firing could do anything more than the previous one. */
export interface Activity {
  clock: Clock;
  changes(): number;
  /** The first time after the given one under which an index lists an item. */
  nextIndexedTime(time: number): number | undefined;
}

/**
 * Skips firings that would do nothing while time is moved. If a firing only read, and nothing has changed
 * since, the next one finds the same. So firings are skipped until the next time under which an index lists an
 * item, for six hours at most, in case a function acts on a time that no index holds.
 */
export function skipIdleFirings({ clock, changes, nextIndexedTime }: Activity) {
  const last = new Map<string, Fired>();

  function quietUntil({ at, changes: known, span }: Fired): number {
    if (known !== changes()) return at;
    return Math.min(at + span, nextIndexedTime(at) ?? Number.POSITIVE_INFINITY);
  }

  return {
    /** The first firing at or after `due` that might do something. */
    next({ logicalId, period }: ScheduleDefinition, due: number): number {
      const fired = last.get(logicalId);
      if (!clock.isMoving || !fired) return due;
      return due + Math.max(0, Math.ceil((quietUntil(fired) - due) / period)) * period;
    },

    fired({ logicalId }: ScheduleDefinition, at: number): void {
      const before = last.get(logicalId);
      // Some work is found a little after its time: do not skip the firing after an indexed time.
      const isQuiet = before && before.changes === changes() && at < (nextIndexedTime(before.at) ?? at + 1);
      const span = isQuiet ? Math.min(GROWTH * before.span, MAX_SPAN) : MINUTE;
      last.set(logicalId, { at, changes: changes(), span });
    },
  };
}
