import type { CountryCode } from 'libphonenumber-js';

/** How Dutch and English write an extension, for which the library knows only some words. */
const EXTENSION =
  /[\s,;(-]*\b(?:(?:toestel|doorkies)(?:nummer|nr)?|tst|intern|extension|ext|extn|x)[.:\s]*(?:nr[.\s]*)?(\d{1,7})[\s)]*$/i;

/** In digits, without a country code: shorter ones are those of one town or one company. */
const SHORTEST = 7;

/**
 * The link that calls a number, such as `tel:+31301234567;ext=12`.
 * @param country where a number without a country code belongs, as an ISO code
 * @returns undefined for what cannot surely be dialled, such as two numbers
 */
export async function callLink(phone: string, country: string): Promise<string | undefined> {
  // Loaded on demand: it is as large as the rest of a bundle, and many leads have no number.
  const { parsePhoneNumberFromString } = await import('libphonenumber-js');
  const number = parsePhoneNumberFromString(phone.replace(EXTENSION, ' ext. $1'), {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  const isWhole = /^\s*\+/.test(phone) || (number?.nationalNumber.length ?? 0) >= SHORTEST;
  return number?.isValid() && isWhole ? number.getURI() : undefined;
}
