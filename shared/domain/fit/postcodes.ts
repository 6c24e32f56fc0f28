/**
 * Whether a postcode is in a range such as `3000-3999`. Only the digits of `3511 AB` or `D-35110` count; a longer
 * number is a postcode of another country.
 */
export function isInRange(postcode: string, range: string): boolean {
  const digits = /\d+/.exec(postcode)?.[0];
  const [from, to] = range.split('-') as [string, string];
  return digits?.length === from.length && from <= digits && digits <= to;
}
