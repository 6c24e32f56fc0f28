/** Anything longer is not a name. */
const LONGEST = 60;

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\ufeff]+/gu;
/** Marks that change the direction of text: one in a name would reverse the rest of a subject. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const ADDRESS = /:\/\/|\bwww\.|@/i;

/**
 * A form value that is safe to show in a mail, on one line; undefined if it is too long or has a link.
 * Anybody can fill in a form with another person's address: a "name" with a message and a link would turn our mail
 * into spam.
 */
export function safePersonalText(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words = oneLine(value.replace(DIRECTION, ' '));
  return words === '' || words.length > LONGEST || ADDRESS.test(words) ? undefined : words;
}

/** In characters. Phones show some 40 of a subject; a header line may have 998 (RFC 5322). */
const MAX_HEADER = 200;

/** Untrusted text as one header line that servers accept and inboxes show correctly. */
export function headerLine(text: string): string {
  const line = oneLine(text.slice(0, 20 * MAX_HEADER).replace(DIRECTION, ''));
  const characters = [...line];
  const start = characters.slice(0, MAX_HEADER - 1).join('');
  return characters.length <= MAX_HEADER ? line : `${start.trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(BREAKS, ' ').replace(/\s+/g, ' ').trim();
}
