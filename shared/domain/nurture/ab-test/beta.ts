/** A Beta distribution: what is known of a share after `a - 1` hits and `b - 1` misses, if every share was as likely. */
export interface Beta {
  a: number;
  b: number;
}

/** The posterior of a share under the uniform prior (Bayes, 1763): Beta(hits + 1, misses + 1). */
export function posteriorOf({ recipients, reached }: { recipients: number; reached: number }): Beta {
  const hits = Math.max(0, Math.min(reached, recipients));
  return { a: hits + 1, b: recipients - hits + 1 };
}

/** The mean of the distribution. */
export function meanOf({ a, b }: Beta): number {
  return a / (a + b);
}

/** The probability that the share is at most `x`: the regularised incomplete beta function, DLMF 8.17. */
export function shareBelow(x: number, { a, b }: Beta): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  // The fraction converges fast below the mean; above it the other tail does.
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** The density at `x`. */
export function densityAt(x: number, { a, b }: Beta): number {
  if (x < 0 || x > 1) return 0;
  const [low, high] = [a === 1 ? 0 : (a - 1) * Math.log(x), b === 1 ? 0 : (b - 1) * Math.log1p(-x)];
  return Math.exp(low + high - logBeta(a, b));
}

/** The share below which lies this part of the probability, to ten digits, by halving. */
export function quantileOf(part: number, beta: Beta): number {
  let [low, high] = [0, 1];
  for (let n = 0; n < 34; n++) {
    const middle = (low + high) / 2;
    if (shareBelow(middle, beta) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const STEPS = 600;
/** Standard deviations around the mean; beyond them lies less than a millionth, also of a lopsided one. */
const REACH = 14;

/**
 * For each of several shares the probability that it is the highest: the integral of its density times the chances of
 * all others to lie below (Gelman et al., Bayesian Data Analysis, 3rd edition, 3.1), by Simpson's rule. They add up to 1.
 */
export function chancesToBeHighest(shares: readonly Beta[]): number[] {
  const chances = shares.map((own, n) => {
    const others = shares.filter((_, other) => other !== n);
    const { a, b } = own;
    const deviation = Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));
    const low = Math.max(0, meanOf(own) - REACH * deviation);
    const high = Math.min(1, meanOf(own) + REACH * deviation);
    const at = (step: number) => {
      const x = low + ((high - low) * step) / STEPS;
      return others.reduce((product, other) => product * shareBelow(x, other), densityAt(x, own));
    };
    let sum = at(0) + at(STEPS);
    for (let step = 1; step < STEPS; step++) sum += at(step) * (step % 2 === 1 ? 4 : 2);
    return (sum * (high - low)) / STEPS / 3;
  });
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => chance / all);
}

const MOST_TERMS = 10_000;

/** The continued fraction DLMF 8.17.22, by the method of Lentz (DLMF 3.10). */
function fraction(x: number, a: number, b: number): number {
  let [c, d] = [1, apart(1 - ((a + b) * x) / (a + 1))];
  let result = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = apart(1 + even * d);
    c = 1 + even / c;
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = apart(1 + odd * d);
    c = 1 + odd / c;
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return result;
}

/** One divided by a number that is not zero. */
function apart(number: number): number {
  return 1 / (Math.abs(number) < 1e-300 ? 1e-300 : number);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The logarithm of the gamma function for 1 and more: Stirling's series, DLMF 5.11.1, from 10 on. */
function logGamma(x: number): number {
  let [shift, y] = [0, x];
  for (; y < 10; y++) shift += Math.log(y);
  const square = 1 / (y * y);
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}
