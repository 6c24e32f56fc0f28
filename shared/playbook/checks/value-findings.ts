import { countryCode } from '../../domain/fit/country.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { Finding, Path } from '../mistake.ts';
import { nearest } from '../suggestion.ts';

/** Reports a country that is not an ISO code. */
export function unknownCountry(country: string, path: Path): Finding[] {
  const code = countryCode(country);
  if (code === country) return [];
  const remedy = code === undefined ? 'write its ISO code, such as NL' : `write ${code}`;
  return [{ path, problem: `there is no country ${country}`, remedy }];
}

/** Reports a time zone that does not exist. */
export function unknownTimeZone(name: string, path: Path): Finding[] {
  if (isTimeZone(name)) return [];
  const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
  const remedy =
    meant === undefined ? 'write a region and a city, such as Europe/Amsterdam' : `did you mean "${meant}"?`;
  return [{ path, problem: `there is no time zone "${name}"`, remedy }];
}

/** Reports a range of numbers that ends before it starts. */
export function reversedRange(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  path: Path,
): Finding[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ path: [...path, 'to'], problem: `${to} is less than from`, remedy: `make it ${from} or more` }];
}

/** Reports a name that is not a mail domain in lower case. */
export function notADomain(
  domain: string,
  path: Path,
  pattern = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/,
): Finding[] {
  if (pattern.test(domain)) return [];
  const remedy = 'write what stands after the @, in lower case, such as example.com';
  return [{ path, problem: `"${domain}" is not a domain`, remedy }];
}
