/** Longer is no name. */
const LONGEST = 60;

/** Control characters, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const ADDRESS = /:\/\/|\bwww\.|@/i;

/**
 * What somebody said about themselves, fit to stand in a mail, on one line; undefined when it is no name.
 * Anybody can fill in a form with somebody else's address: a mail that greets the owner with a message and a
 * link of a stranger's choice would be spam in the company's name.
 */
export function safePersonalText(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words = value.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return words === '' || words.length > LONGEST || ADDRESS.test(words) ? undefined : words;
}

/** A text as one line of a mail's header. */
export function headerLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}
