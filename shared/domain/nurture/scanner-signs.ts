import { type Instant, plus } from '../time.ts';
import type { Reaction } from './reaction.ts';

export interface Span {
  from: Instant;
  to: Instant;
}

/** Three links within two seconds, or all of two or more within ten, are too fast for a person. */
const BURST_MS = 2_000;
const BURST_LINKS = 3;
const ALL_MS = 10_000;
/** Each link of a mail with three or more within an hour: a scanner that takes its time. */
const SWEEP_MS = 3_600_000;
const SWEEP_LINKS = 3;

/**
 * The times at which too many links were fetched at once, and what was fetched then.
 * @param fetched in order of time
 */
export function burstsOf<R extends { at: Instant; link: number }>(
  fetched: readonly R[],
  all: number,
): (Span & { parts: R[] })[] {
  return fetched.flatMap(({ at }) => [
    ...spanOf(fetched, at, BURST_MS, (distinct) => distinct >= BURST_LINKS),
    ...spanOf(fetched, at, ALL_MS, (distinct) => distinct > 1 && distinct >= all),
  ]);
}

/**
 * The times over which every link was fetched, each until the last of them was.
 * @param fetched in order of time
 */
export function sweepsOf(fetched: readonly { at: Instant; link: number }[], all: number): Span[] {
  if (all < SWEEP_LINKS) return [];
  return fetched.flatMap(({ at }) => {
    const [span] = spanOf(fetched, at, SWEEP_MS, (distinct) => distinct >= all);
    if (span === undefined) return [];
    const firsts = [...Map.groupBy(span.parts, ({ link }) => link).values()].map(
      ([first]) => first?.at ?? at,
    );
    return [{ from: at, to: firsts.at(-1) ?? at }];
  });
}

/** When which client did what only machines do: ask where a link leads, or fetch the one that nobody sees. */
export function machineTimes(
  reactions: readonly Reaction[],
  hidden: number | undefined,
): ReadonlyMap<string, readonly Instant[]> {
  const times = new Map<string, Instant[]>();
  for (const reaction of reactions) {
    if (reaction.kind !== 'click' || reaction.by === undefined) continue;
    if (reaction.bot !== 'head' && reaction.link !== hidden) continue;
    times.set(reaction.by, [...(times.get(reaction.by) ?? []), reaction.at]);
  }
  return times;
}

/** What was fetched from an instant on, if that was enough of different links. */
function spanOf<R extends { at: Instant; link: number }>(
  fetched: readonly R[],
  from: Instant,
  length: number,
  isEnough: (distinct: number) => boolean,
): (Span & { parts: R[] })[] {
  const until = plus(from, length);
  const parts = fetched.filter(({ at }) => at >= from && at <= until);
  const last = parts.at(-1);
  if (last === undefined || !isEnough(new Set(parts.map(({ link }) => link)).size)) return [];
  return [{ from, to: last.at, parts }];
}
