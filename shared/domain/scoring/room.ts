import { dayOf, type Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Scoring } from './scoring.ts';

/** Two digits in base 36, as the record of a lead keeps the points of a day. */
const MOST = 1_295;

/**
 * Once a day has earned the cap, more of it cannot change the total and is not counted. After a return new points must
 * be seen on a day that was full already, so there is room for as many as the next hand-over needs.
 */
export interface Room {
  /** When sales returned the lead. What was received later is new. */
  since: Instant;
  /** The points of that day from which on no more are needed. */
  upTo: number;
  /** The same for each other score. */
  of?: Record<string, number>;
}

/** Up to how many points of its day an event is counted. */
export function limitFor({ at, receivedAt }: AnyEvent, { cap }: Scoring, room?: Room): number {
  const isNew = room !== undefined && receivedAt > room.since && dayOf(at) === dayOf(room.since);
  return isNew ? Math.min(MOST, Math.max(cap, room.upTo)) : cap;
}

/** The points of all days together from which on older things cannot change anything. */
export function limitOfAll({ cap }: Scoring, room?: Room): number {
  return Math.max(cap, room?.upTo ?? 0);
}

/** The points of a day as the record of a lead keeps them. */
export function sumOf(points: readonly number[]): number {
  return Math.min(
    MOST,
    points.reduce((sum, one) => sum + one, 0),
  );
}

/** Events in the order in which they were received: what was there before a return is counted before what is new. */
export function asReceived(events: Iterable<AnyEvent>): AnyEvent[] {
  return [...events].sort((a, b) =>
    a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1,
  );
}
