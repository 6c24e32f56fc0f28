/** The number in `250`, `1.200` or `1,200`, or the lower end of a range such as `20-50`. */
export function employeeCount(value: string | undefined): number | undefined {
  const match = /^\D*(\d{1,3}(?:[.,\s]\d{3})+|\d+)/.exec(value ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/\D/g, ''));
}

/** Whether an answer is a number in a range, both ends included. */
export function isCountIn(
  { from = 0, to = Number.POSITIVE_INFINITY }: { from?: number | undefined; to?: number | undefined },
  answer: string | undefined,
): boolean {
  const count = employeeCount(answer);
  return count !== undefined && count >= from && count <= to;
}
