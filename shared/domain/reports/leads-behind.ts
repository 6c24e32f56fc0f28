import { type DirectoryRow, minuteOf } from '../identity/directory/row.ts';
import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import { type CountedNumber, counterOf } from './counted.ts';
import { isCumulative } from './totals.ts';

/** What a change added to a number of a report. */
export interface Behind {
  at: Instant;
  /** Of whom it is, as a digest; undefined when it does not say. */
  who: string | undefined;
  by: number;
}

/** Whose changes make up a number. */
export interface LeadsBehind {
  ids: ReadonlySet<LeadId>;
  /** How often the number counts these. */
  times: number;
  /** How often it counts somebody who is erased since. */
  erased: number;
  /** How much less it counts because of people of whom more was taken off than added. */
  takenOff: number;
  /** What all changes add that say of whom they are. */
  known: number;
}

/** What a number counts besides the leads that are known. */
export type Rest = Record<'counted' | 'erased' | 'unknown' | 'takenOff', number>;

/**
 * How much of a number is of people who were erased, of nobody knows whom, and taken off by corrections. An erasure does
 * not say of whom it is: what it takes off is of those who are gone.
 * @param exact the number with all that was taken off; `counted` is as the report says it
 */
export function restOf(number: CountedNumber, exact: number, { erased, takenOff, known }: LeadsBehind): Rest {
  const isNow = isCumulative(counterOf(number).dimension);
  const rest = exact - known - (isNow ? takenOff : 0);
  const isOfErased = number.counted === 'sequence.left.erased';
  return {
    counted: Math.max(0, exact),
    erased: Math.max(0, erased + (isOfErased ? rest : Math.min(0, rest))),
    unknown: isOfErased ? 0 : Math.max(0, rest),
    // Who left what began long ago was no mistake.
    takenOff: isNow ? 0 : takenOff,
  };
}

/**
 * The leads behind a number: those whose changes together add to it. What was corrected adds less than nothing. A lead
 * that was erased and came back is only behind what was counted since.
 */
export function leadsBehind(
  changes: readonly Behind[],
  rows: Iterable<DirectoryRow>,
  whoOf: (id: LeadId) => string,
): LeadsBehind {
  const named = changes.filter(({ who }) => who !== undefined);
  const byWho = Map.groupBy(named, ({ who }) => who);
  const found = new Map<LeadId, number>();
  let takenOff = 0;
  for (const { id, wasErasedAt = 0 } of named.length === 0 ? [] : rows) {
    const who = whoOf(id);
    const own = byWho.get(who);
    if (own === undefined) continue;
    const isSince = ({ at }: Behind) => minuteOf(at) >= wasErasedAt;
    const { since = [], before = [] } = Object.groupBy(own, (one) => (isSince(one) ? 'since' : 'before'));
    byWho.set(who, before);
    const by = sumOf(since);
    if (by > 0) found.set(id, by);
    else takenOff -= by;
  }
  const gone = [...byWho.values()].map(sumOf);
  return {
    ids: new Set(found.keys()),
    times: [...found.values()].reduce((sum, by) => sum + by, 0),
    erased: gone.reduce((sum, by) => sum + Math.max(0, by), 0),
    takenOff: takenOff + gone.reduce((sum, by) => sum + Math.max(0, -by), 0),
    known: sumOf(named),
  };
}

function sumOf(changes: readonly Behind[]): number {
  return changes.reduce((sum, { by }) => sum + by, 0);
}
