/** Anything longer is not a name. */
const LONGEST = 60;

/** Control characters, and marks that change the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const ADDRESS = /:\/\/|\bwww\.|@/i;

/**
 * A form value that is safe to show in a mail, on one line; undefined if it is too long or has a link.
 * Anybody can fill in a form with another person's address: a "name" with a message and a link would turn our mail
 * into spam.
 */
export function safePersonalText(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words = value.toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  return words === '' || words.length > LONGEST || ADDRESS.test(words) ? undefined : words;
}

/** A text as one line, for a mail header. */
export function headerLine(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}
