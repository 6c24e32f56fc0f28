/** One line of the table: what was measured, the result, and the limit. */
export interface Measurement {
  what: string;
  value: number;
  unit: string;
  /** The most it may be, or with `atLeast` the least. Absent: only shown. */
  reach?: number;
  atLeast?: true;
  /** The parts of the value. */
  detail?: string;
}

export function isReached({ value, reach, atLeast }: Measurement): boolean {
  if (reach === undefined) return true;
  return atLeast ? value >= reach : value <= reach;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
