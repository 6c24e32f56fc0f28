import { countryCode } from '../../domain/fit/country.ts';
import type { Problem } from '../../domain/playbook/mistake.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { Finding, Path } from '../mistake.ts';
import { moreThan, orMore } from '../remedies.ts';
import { didYouMean, nearest } from '../suggestion.ts';

/** Reports a country that is not an ISO code. */
export function unknownCountry(country: string, path: Path): Finding[] {
  const code = countryCode(country);
  if (code === country) return [];
  const problem = { nl: `er is geen land ${country}`, en: `there is no country ${country}` };
  const remedy =
    code === undefined
      ? { nl: 'schrijf de ISO-code ervan, zoals NL', en: 'write its ISO code, such as NL' }
      : { nl: `schrijf ${code}`, en: `write ${code}` };
  return [{ path, problem, remedy }];
}

/** Reports a time zone that does not exist. */
export function unknownTimeZone(name: string, path: Path): Finding[] {
  if (isTimeZone(name)) return [];
  const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
  const problem = { nl: `er is geen tijdzone "${name}"`, en: `there is no time zone "${name}"` };
  const remedy = {
    nl: 'schrijf een gebied en een stad, zoals Europe/Amsterdam',
    en: 'write a region and a city, such as Europe/Amsterdam',
  };
  return [{ path, problem, remedy: meant === undefined ? remedy : didYouMean(meant) }];
}

/** Reports a range of numbers that ends before it starts. */
export function reversedRange(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  path: Path,
): Finding[] {
  if (from === undefined || to === undefined || from <= to) return [];
  const problem = { nl: `${to} is minder dan from`, en: `${to} is less than from` };
  return [{ path: [...path, 'to'], problem, remedy: orMore(from) }];
}

/** A score that nobody has. */
export function noScore(from: number, below: number): Problem {
  const problem = {
    nl: `geen score is minstens ${from} en lager dan ${below}`,
    en: `no score is at least ${from} and below ${below}`,
  };
  return { problem, remedy: moreThan(from) };
}

/** Reports a name that is not a mail domain in lower case. */
export function notADomain(
  domain: string,
  path: Path,
  pattern = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/,
): Finding[] {
  if (pattern.test(domain)) return [];
  const problem = { nl: `"${domain}" is geen domein`, en: `"${domain}" is not a domain` };
  const remedy = {
    nl: 'schrijf wat achter de @ staat, in kleine letters, zoals example.com',
    en: 'write what stands after the @, in lower case, such as example.com',
  };
  return [{ path, problem, remedy }];
}
