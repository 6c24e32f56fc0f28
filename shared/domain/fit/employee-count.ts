/** The number in `250`, `1.200` or `1,200`, or the lower end of a range such as `20-50`. */
export function employeeCount(value: string | undefined): number | undefined {
  const match = /^\D*(\d{1,3}(?:[.,\s]\d{3})+|\d+)/.exec(value ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/\D/g, ''));
}
