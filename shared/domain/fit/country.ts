import { languages } from '../language.ts';
import { normaliseText } from '../normalise-text.ts';
import { CODES_OF_THREE, OTHER_NAMES } from './country-names.ts';

/**
 * The ISO 3166 code of a country, from a code of two or three letters or a name: in the languages of Western Europe, in
 * its own, or another that is in use; undefined when it is no country, or may be several.
 */
export function countryCode(text: string): string | undefined {
  const found = codeOf(text);
  if (found !== undefined) return found;
  // Such as `Nederland (NL)`.
  const parts = text.split(/[(),/]| [-–] /).filter((part) => comparable(part) !== '');
  const [code, ...others] = parts.map(codeOf);
  return others.every((other) => other === code) ? code : undefined;
}

function codeOf(text: string): string | undefined {
  const name = comparable(text);
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name];
  if (/^[a-z]{2}$/.test(name)) return known(name);
  return NAMES.map((codes) => codes().get(name)).find((code) => code !== undefined);
}

/** Small words, because people leave them out; alone, they are codes. */
const SMALL = new Set('and en und et the de het of der van'.split(' '));

function comparable(name: string): string {
  const words =
    normaliseText(name)
      .replace(/[.'’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !SMALL.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Other languages than those of the product in which the countries around us write. */
const NEIGHBOURS = ['de', 'fr', 'es', 'it', 'pt'];

/** Each built when the ones before lack a name, because it takes some milliseconds and most answers are codes. */
const NAMES = [
  once(() => namedBy(() => languages)),
  once(() => new Map(codesOfThree())),
  once(() => namedBy((code) => [...NEIGHBOURS, ownLanguage(code)])),
];

function once(build: () => ReadonlyMap<string, string>): () => ReadonlyMap<string, string> {
  let built: ReadonlyMap<string, string> | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

/** The codes of today's countries by their names in the languages of each. */
function namedBy(languagesOf: (code: string) => readonly string[]): ReadonlyMap<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const countries = pairs.filter((code) => known(code) === code);
  const nameOf = (code: string, language: string) => namesIn(language).of(code) ?? code;
  return new Map(
    countries.flatMap((code) =>
      languagesOf(code).map((language) => [comparable(nameOf(code, language)), code] as const),
    ),
  );
}

function codesOfThree(): [string, string][] {
  const both = CODES_OF_THREE.trim().split(/\s+/);
  return both.map((codes) => [codes.slice(2).toLowerCase(), codes.slice(0, 2)]);
}

function ownLanguage(code: string): string {
  return new Intl.Locale(`und-${code}`).maximize().language;
}

const NO_COUNTRIES = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

/** The current code of a country: `GB` for `UK`. */
function known(code: string): string | undefined {
  const { region = code } = new Intl.Locale(`und-${code}`);
  return namesIn('en').of(region) === undefined || NO_COUNTRIES.includes(region) ? undefined : region;
}

const names = new Map<string, Intl.DisplayNames>();

function namesIn(language: string): Intl.DisplayNames {
  const found = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  names.set(language, found);
  return found;
}
