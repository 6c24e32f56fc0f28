import { languages } from '../language.ts';
import { normaliseText } from '../normalise-text.ts';

/** The ISO 3166 code of a country, from that code or its Dutch or English name; undefined when it is no country. */
export function countryCode(text: string): string | undefined {
  const name = normaliseText(text).replace(/^(the|de|het) /, '');
  if (SHORT.has(name)) return SHORT.get(name);
  if (/^[a-z]{2}$/.test(name)) return known(name.toUpperCase());
  codes ??= codesByName();
  return codes.get(name);
}

/** Short names that people write and `Intl` does not know. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['holland', 'NL'],
  ['england', 'GB'],
  ['engeland', 'GB'],
  ['great britain', 'GB'],
  ['usa', 'US'],
  ['vs', 'US'],
]);
const NO_COUNTRIES = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

/** Built at the first name in full, because it takes some milliseconds and most answers are codes. */
let codes: ReadonlyMap<string, string> | undefined;

function codesByName(): ReadonlyMap<string, string> {
  const names = languages.map(namesIn);
  return new Map(
    allCodes().flatMap((code) => names.map((name) => [normaliseText(name.of(code) ?? code), code] as const)),
  );
}

/** The codes of today's countries. */
function allCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return pairs.filter((code) => known(code) === code);
}

let english: Intl.DisplayNames | undefined;

/** The current code of a country: `GB` for `UK`. */
function known(code: string): string | undefined {
  english ??= namesIn('en');
  const { region = code } = new Intl.Locale(`und-${code}`);
  return english.of(region) === undefined || NO_COUNTRIES.includes(region) ? undefined : region;
}

function namesIn(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
}
