/** A share that a sample tells, with the bounds between which the true one lies with 95 % certainty. */
export interface EstimatedShare {
  share: number;
  low: number;
  high: number;
}

const Z = 1.959964;

/**
 * The share of hits in all that a sample was drawn from, by Wilson's score interval, which holds for small samples and for
 * shares near 0 and 1 too. (E. B. Wilson, 1927: Probable inference, the law of succession, and statistical inference)
 */
export function estimateShare(hits: number, sampled: number): EstimatedShare {
  if (sampled === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / sampled;
  const shrink = 1 + Z ** 2 / sampled;
  const centre = (share + Z ** 2 / (2 * sampled)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / sampled + Z ** 2 / (4 * sampled ** 2));
  return {
    share,
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}
