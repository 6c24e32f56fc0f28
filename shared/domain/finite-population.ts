/** How many of a population have something, with the bounds between which the true number lies with 95 % certainty. */
export interface EstimatedCount {
  count: number;
  low: number;
  high: number;
}

const TAIL = 0.025;

/**
 * How many of a population have what `hits` of a random sample without replacement have: the exact interval for the
 * hypergeometric distribution, made of the numbers that neither tail of 2.5 % rejects. It holds for small counts and for
 * shares near 0 and 1, and shrinks to nothing as the sample nears the population. (J. P. Buonaccorsi, 1987: A note on
 * confidence intervals for proportions in finite populations, The American Statistician 41)
 */
export function estimateCount(hits: number, sampled: number, population: number): EstimatedCount {
  if (sampled >= population) return { count: hits, low: hits, high: hits };
  if (sampled === 0) return { count: 0, low: 0, high: population };
  const count = Math.round((hits / sampled) * population);
  const [least, most] = [hits, population - sampled + hits];
  const logs = logFactorials(population);
  const below = (all: number) => atMost(hits, { all, sampled, population }, logs);
  const above = (all: number) => 1 - atMost(hits - 1, { all, sampled, population }, logs);
  const low = hits === 0 ? 0 : firstWhere(least, Math.max(least, count), (all) => above(all) > TAIL);
  const high =
    hits === sampled ? population : lastWhere(Math.min(count, most), most, (all) => below(all) > TAIL);
  return { count, low: Math.min(low, count), high: Math.max(high, count) };
}

interface Drawing {
  /** How many of the population have it. */
  all: number;
  sampled: number;
  population: number;
}

/** The chance that at most so many of the sample have it. */
function atMost(hits: number, { all, sampled, population }: Drawing, logs: Float64Array): number {
  const choose = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  const from = Math.max(0, sampled - (population - all));
  const to = Math.min(hits, all, sampled);
  const whole = choose(population, sampled);
  let chance = 0;
  for (let one = from; one <= to; one++) {
    chance += Math.exp(choose(all, one) + choose(population - all, sampled - one) - whole);
  }
  return Math.min(1, chance);
}

const known = new Map<number, Float64Array>();

/** The logarithms of all factorials up to a number. */
function logFactorials(most: number): Float64Array {
  const before = known.get(most);
  if (before) return before;
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  // One size of population at a time.
  known.clear();
  known.set(most, logs);
  return logs;
}

/** The first number in a range of which something holds that goes on holding; the last number if of none. */
function firstWhere(from: number, to: number, holds: (n: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last number in a range of which something holds that held before; the first number if of none. */
function lastWhere(from: number, to: number, holds: (n: number) => boolean): number {
  return from + to - firstWhere(from, to, (n) => holds(from + to - n));
}
